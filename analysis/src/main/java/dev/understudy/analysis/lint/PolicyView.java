package dev.understudy.analysis.lint;

import dev.understudy.catalog.ServiceCatalog;
import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicyText;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A policy, as the checks see it. */
final class PolicyView {
    private final PolicyText text;
    private final JsonObject top;
    private final PolicyKind kind;
    private final ServiceCatalog catalog;
    private final List<StatementView> statements = new ArrayList<>();

    PolicyView(PolicyText text, JsonObject top, PolicyKind kind, ServiceCatalog catalog) {
        this.text = text;
        this.top = top;
        this.kind = kind;
        this.catalog = catalog;
        Json given = top.get("Statement");
        if (given != null) {
            for (Json item : StatementView.items(given)) {
                if (item instanceof JsonObject statement) {
                    statements.add(new StatementView(this, statements.size(), statement));
                }
            }
        }
    }

    PolicyText text() {
        return text;
    }

    JsonObject top() {
        return top;
    }

    PolicyKind kind() {
        return kind;
    }

    ServiceCatalog catalog() {
        return catalog;
    }

    List<StatementView> statements() {
        return statements;
    }

    @Nullable String version() {
        return top.get("Version") instanceof JsonString version ? version.value() : null;
    }

    /** Whether policy variables are replaced. */
    boolean hasVariables() {
        return "2012-10-17".equals(version());
    }

    boolean isTrust() {
        return kind == PolicyKind.TRUST;
    }

    /** Whether its statements must name a principal. */
    boolean namesPrincipals() {
        return switch (kind) {
            case RESOURCE, TRUST, RESOURCE_CONTROL, VPC_ENDPOINT -> true;
            case IDENTITY, BOUNDARY, SESSION, SERVICE_CONTROL -> false;
        };
    }
}
