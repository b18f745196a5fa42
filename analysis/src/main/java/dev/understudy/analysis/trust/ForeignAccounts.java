package dev.understudy.analysis.trust;

import dev.understudy.policy.AccountId;
import dev.understudy.policy.Effect;
import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonArray;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;
import dev.understudy.policy.Json.Member;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.Statement;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Other accounts that a trust policy admits without an external id: where such an account serves
 * many customers, one customer may have it assume another's role.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused
 *     deputy problem</a>
 */
final class ForeignAccounts {
    private static final Pattern ACCOUNT =
            Pattern.compile("([0-9]{12})|arn:[a-z-]+:(?:iam|sts)::([0-9]{12}):.+");

    /** What says of a caller that he is one's own, or whom he acts for. */
    private static final List<String> BOUND =
            List.of("sts:externalid", "aws:principalorgid", "aws:principalorgpaths");

    private ForeignAccounts() {}

    static List<TrustWarning> warnings(PolicyDocument trust, @Nullable AccountId own) {
        List<TrustWarning> warnings = new ArrayList<>();
        for (Statement statement : trust.statements()) {
            if (own != null
                    && statement.effect() == Effect.ALLOW
                    && Json.read(statement.text()) instanceof JsonObject json
                    && json.get("Principal") instanceof JsonObject principal
                    && !isBound(json.get("Condition"))) {
                for (String foreign : foreign(principal.get("AWS"), own)) {
                    warnings.add(
                            new TrustWarning(
                                    "MISSING_EXTERNAL_ID",
                                    statement.start().line(),
                                    statement.start().column(),
                                    "account "
                                            + foreign
                                            + " is not this role's, and nothing asks for whom it"
                                            + " calls",
                                    "where it acts for others too, ask for `sts:ExternalId`"));
                }
            }
        }
        return warnings;
    }

    private static boolean isBound(@Nullable Json conditions) {
        if (!(conditions instanceof JsonObject block)) {
            return false;
        }
        for (Member operator : block.members()) {
            if (operator.value() instanceof JsonObject keys
                    && keys.members().stream()
                            .anyMatch(key -> BOUND.contains(key.name().toLowerCase(Locale.ROOT)))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> foreign(@Nullable Json named, AccountId own) {
        List<Json> values =
                named instanceof JsonArray array
                        ? array.items()
                        : named == null ? List.of() : List.of(named);
        List<String> foreign = new ArrayList<>();
        for (Json value : values) {
            Matcher account = ACCOUNT.matcher(value instanceof JsonString text ? text.value() : "");
            if (account.matches()) {
                String digits = account.group(1) == null ? account.group(2) : account.group(1);
                if (!digits.equals(own.digits()) && !foreign.contains(digits)) {
                    foreign.add(digits);
                }
            }
        }
        return foreign;
    }
}
