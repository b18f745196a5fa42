// The JavaScript SDK: creates, tags, attaches, assumes, and is refused as on AWS.
import assert from "node:assert/strict";
import * as iam from "@aws-sdk/client-iam";
import * as sts from "@aws-sdk/client-sts";

const admin = new iam.IAMClient({});
const token = new sts.STSClient({});
const { Account, Arn } = await token.send(new sts.GetCallerIdentityCommand({}));
assert.equal(Arn, `arn:aws:iam::${Account}:user/admin`);

await admin.send(new iam.CreateUserCommand({ UserName: "js", Tags: [{ Key: "team", Value: "blue" }] }));
const user = await admin.send(new iam.GetUserCommand({ UserName: "js" }));
assert.deepEqual(user.User.Tags, [{ Key: "team", Value: "blue" }]);
assert.ok(user.User.CreateDate instanceof Date);
const trust = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${Account}:user/js` }, Action: "sts:AssumeRole" }] };
const role = await admin.send(new iam.CreateRoleCommand({ RoleName: "js-role", AssumeRolePolicyDocument: JSON.stringify(trust) }));
await admin.send(new iam.AttachRolePolicyCommand({ RoleName: "js-role", PolicyArn: "arn:aws:iam::aws:policy/IAMReadOnlyAccess" }));
const { AccessKey } = await admin.send(new iam.CreateAccessKeyCommand({ UserName: "js" }));

const credentials = { accessKeyId: AccessKey.AccessKeyId, secretAccessKey: AccessKey.SecretAccessKey };
const js = new sts.STSClient({ credentials });
const assumed = await js.send(new sts.AssumeRoleCommand({ RoleArn: role.Role.Arn, RoleSessionName: "js-session" }));
assert.equal(assumed.AssumedRoleUser.Arn, `arn:aws:sts::${Account}:assumed-role/js-role/js-session`);
const session = new iam.IAMClient({
  credentials: {
    accessKeyId: assumed.Credentials.AccessKeyId,
    secretAccessKey: assumed.Credentials.SecretAccessKey,
    sessionToken: assumed.Credentials.SessionToken,
  },
});
const shown = await session.send(new iam.GetRoleCommand({ RoleName: "js-role" }));
assert.deepEqual(JSON.parse(decodeURIComponent(shown.Role.AssumeRolePolicyDocument)), trust);
await assert.rejects(session.send(new iam.DeleteRoleCommand({ RoleName: "js-role" })), (e) => {
  assert.equal(e.name, "AccessDenied");
  assert.equal(e.$metadata.httpStatusCode, 403);
  assert.match(e.message, /is not authorized to perform: iam:DeleteRole on resource: .* because no identity-based policy allows/);
  return true;
});
await assert.rejects(new iam.IAMClient({ credentials }).send(new iam.ListUsersCommand({})), { name: "AccessDenied" });
await assert.rejects(admin.send(new iam.GetRoleCommand({ RoleName: "none" })), (e) => e instanceof iam.NoSuchEntityException);
await assert.rejects(
  new iam.IAMClient({ credentials: { ...credentials, secretAccessKey: "wrong" } }).send(new iam.ListUsersCommand({})),
  { name: "SignatureDoesNotMatch" },
);
console.log("javascript: as on AWS");
