package dev.understudy.analysis.lint;

import java.util.List;

/** All checks. */
final class Checks {
    static final List<Check> ALL =
            List.of(
                    policy(Elements::check),
                    policy(Elements::types),
                    policy(Version::check),
                    policy(Missing::statement),
                    policy(Sids::unique),
                    policy(Sizes::check),
                    statement(Missing::effect),
                    statement(Missing::action),
                    statement(Missing::resource),
                    statement(Missing::principal),
                    statement(Combinations::check),
                    statement(Sids::form),
                    statement(Empty::check),
                    statement(Actions::check),
                    statement(NotActions::check),
                    statement(Resources::check),
                    statement(ResourceTypes::actions),
                    statement(Principals::allowed),
                    statement(Principals::check),
                    statement(TrustPolicy::check),
                    statement(Federation::check),
                    statement(ServicePrincipals::check),
                    statement(ResourceControl::check),
                    statement(RoleGrants::check),
                    statement(Operators::check),
                    statement(ConditionKeys::duplicates),
                    condition(ConditionKeys::check),
                    condition(KeyTypes::type),
                    condition(KeyTypes::qualifier),
                    condition(KeyValues::form),
                    condition(KeyValues::wildcards),
                    condition(KeyValues::types),
                    condition(KeyValues::ids),
                    condition(Addresses::check),
                    condition(Numbers::check),
                    condition(KeyPairs::check),
                    condition(KeyActions::check),
                    condition(KeyActions::tags),
                    statement(Variables::check),
                    statement(Redundancy::actions),
                    statement(Redundancy::resources),
                    policy(Redundancy::statements));

    private Checks() {}

    private static Check policy(Check.OfPolicy check) {
        return check;
    }

    private static Check statement(Check.OfStatement check) {
        return check;
    }

    private static Check condition(Check.OfCondition check) {
        return check;
    }
}
