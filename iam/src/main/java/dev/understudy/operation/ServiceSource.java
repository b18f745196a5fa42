package dev.understudy.operation;

import dev.understudy.directory.RegisteredService;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Arn;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * For what a service acts: the resource that made it call, and the account that owns it. A service
 * acts for many customers, and so has to say for which one; a trust policy that asks for {@code
 * aws:SourceArn} or {@code aws:SourceAccount} is then safe from a customer who names the role of
 * another to it.
 *
 * <p>It is stated in two signed headers, as AWS's own agents do, or once and for all when the
 * service is registered.
 *
 * @param arn the resource
 * @param account its account
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused
 *     deputy problem</a>
 */
record ServiceSource(String arn, AccountId account) {
    static final String ARN_HEADER = "x-amz-source-arn";
    static final String ACCOUNT_HEADER = "x-amz-source-account";

    /**
     * What the service states.
     *
     * @throws AwsError ValidationError if it states nothing, not one thing, or what contradicts
     *     itself or its registration
     */
    static ServiceSource of(WireRequest request, RegisteredService service) {
        String arn = stated(request, ARN_HEADER, service.sourceArn());
        String account = stated(request, ACCOUNT_HEADER, service.sourceAccount());
        if (arn == null || account == null) {
            throw refused(
                    "A service must say for which resource it acts, in the signed headers "
                            + ARN_HEADER
                            + " and "
                            + ACCOUNT_HEADER);
        }
        return of(arn, account);
    }

    /**
     * The source of these texts.
     *
     * @throws AwsError ValidationError if they are no ARN and account, or not of one another
     */
    static ServiceSource of(String arn, String account) {
        Arn parsed = Arn.parseOrNull(arn);
        if (parsed == null) {
            throw refused(ARN_HEADER + " is no ARN");
        }
        try {
            AccountId owner = AccountId.of(account);
            if (parsed.account().isEmpty() || parsed.account().equals(account)) {
                return new ServiceSource(arn, owner);
            }
        } catch (IllegalArgumentException notAnAccount) {
            throw refused(ACCOUNT_HEADER + " is no account id");
        }
        throw refused(ACCOUNT_HEADER + " is not the account in " + ARN_HEADER);
    }

    private static @Nullable String stated(
            WireRequest request, String header, @Nullable String registered) {
        List<String> values =
                request.headers().stream()
                        .filter(each -> each.name().equalsIgnoreCase(header))
                        .map(each -> each.value().strip())
                        .distinct()
                        .toList();
        if (values.size() > 1) {
            throw refused(header + " is stated more than once");
        }
        String value = values.isEmpty() ? registered : values.getFirst();
        if (registered != null && !registered.equals(value)) {
            throw refused(header + " is not what the service is registered for");
        }
        return value;
    }

    private static AwsError refused(String why) {
        return new AwsError(ErrorCode.VALIDATION_ERROR, why);
    }
}
