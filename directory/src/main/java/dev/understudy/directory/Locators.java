package dev.understudy.directory;

import java.util.List;

/** The ids by which an entity is looked for without knowing its account. */
public final class Locators {
    private Locators() {}

    /**
     * Access key ids, the unique ids of principals, the ids of delegation requests and the URLs of
     * issuers; an account's alias, marked as one.
     */
    public static List<String> of(Entity entity) {
        return switch (entity) {
            case AccessKey key -> List.of(key.id());
            case User user -> List.of(user.id());
            case Role role -> List.of(role.id());
            case DelegationRequest request -> List.of(request.id());
            case AccountSettings settings ->
                    settings.alias() == null ? List.of() : List.of(ofAlias(settings.alias()));
            case AccountFeatures features ->
                    features.tokenIssuer() == null ? List.of() : List.of(features.tokenIssuer());
            default -> List.of();
        };
    }

    /** The locator of an account alias. */
    public static String ofAlias(String alias) {
        return "alias:" + alias;
    }
}
