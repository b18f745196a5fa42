/**
 * Temporary delegation: an account asks another one for permissions of limited content and time,
 * and whoever accepts lends it their own, within what was asked.
 *
 * <p>One request, followed through: somebody of the asking account calls {@code
 * CreateDelegationRequest} with a policy template and values for its parameters. What the template
 * becomes is kept with the request, so that it is what the owner reads and nothing else that is
 * granted. An identity of the owning account takes it on ({@code AssociateDelegationRequest}), and
 * forwards it to a colleague ({@code UpdateDelegationRequest}), rejects it, or accepts it. {@code
 * SendDelegationToken} finalizes it. On AWS an exchange token goes to the asking account's topic
 * then, which STS trades in once; here is no topic to publish to, so that whoever runs the server
 * asks it for the token and hands it to the asking account, to which alone it is worth something.
 *
 * <p>A request lives, whole, in the account that asks, though others change it. A request that
 * names no account may be taken on by anybody, but by one only: so there must be one place that
 * decides who came first, and the asking account is the only one that is known from the start. Its
 * transaction serves whoever changes the request, once that was decided on the caller's account,
 * and fails where the owner is no longer who it was. Nothing is changed in two accounts together:
 * the owner's account gets a pointer, so that lists need no search, before the request says whose
 * it is, and a pointer proves nothing.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/temporary-delegation-building-integration.html">The
 *     states of a request</a>
 */
package dev.understudy.iam.delegation;
