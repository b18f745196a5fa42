/**
 * What would be allowed, asked without doing it: AWS's policy simulator.
 *
 * <p>{@code SimulateCustomPolicy} is given the policies, {@code SimulatePrincipalPolicy} takes
 * those of a user, group or role from {@link dev.understudy.operation.PrincipalPolicies}, where
 * live requests take theirs, and adds what is given. From there both go one way:
 *
 * <ol>
 *   <li>{@code SimulationInput} holds the parameters that both have, and refuses what is malformed.
 *   <li>{@code SimulatedCaller} is whom resource policies see, {@code ContextEntries} the condition
 *       keys, {@code ResourcePolicy} the one policy that every resource is taken to have.
 *   <li>{@code Simulation} asks the same {@link dev.understudy.policy.Evaluator} that decides live
 *       requests, once for each action and resource of the page.
 *   <li>{@code Contributions} asks it again with all but one type of policy allowing, for what AWS
 *       tells of boundaries, organizations and the two sides of an account border.
 *   <li>{@code MatchedStatements} and {@code MissingKeys} say which statements decided, and which
 *       condition keys could have changed it.
 * </ol>
 *
 * <p>It differs from AWS's in four things. A trust policy that is given for {@code sts:AssumeRole}
 * and its kin is evaluated as the role's own, with a service or an identity provider as caller if
 * need be; AWS does not simulate roles' policies. Only those condition keys count as missing that
 * stand in statements which could match the action and the resource; AWS lists all keys of all
 * documents. An action that AWS does not define is denied, and the result says so. There is one
 * result for each pair of action and resource. Like AWS's, it tells nothing of service control
 * policies but whether they allow.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html">IAM
 *     policy testing with the IAM policy simulator</a>
 */
package dev.understudy.iam.simulation;
