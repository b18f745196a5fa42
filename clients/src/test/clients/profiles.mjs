// The JavaScript SDK with credentials that it fetches by itself: IRSA's variables, a token file, chained roles, a code, a process.
// TOKEN_FILE holds an id token of ISSUER for sts.amazonaws.com about SUBJECT, whose keys the server knows.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as iam from "@aws-sdk/client-iam";
import * as sts from "@aws-sdk/client-sts";
import { defaultProvider } from "@aws-sdk/credential-provider-node";

const { TOKEN_FILE, ISSUER, SUBJECT } = process.env;
const work = mkdtempSync(join(tmpdir(), "profiles"));
process.on("exit", () => rmSync(work, { recursive: true }));
const admin = new iam.IAMClient({
  credentials: { accessKeyId: process.env.AWS_ACCESS_KEY_ID, secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY },
});
const { Account } = await new sts.STSClient({}).send(new sts.GetCallerIdentityCommand({}));
const arn = `arn:aws:iam::${Account}`;
const document = (statement) => JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", ...statement } });
const role = (RoleName, trust) => admin.send(new iam.CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: document(trust) }));

// What is in the environment would be taken before everything else.
delete process.env.AWS_ACCESS_KEY_ID;
delete process.env.AWS_SECRET_ACCESS_KEY;
const whoAmI = async (options) => {
  const client = new sts.STSClient({ credentials: defaultProvider(options) });
  return (await client.send(new sts.GetCallerIdentityCommand({}))).Arn;
};

const host = ISSUER.replace("https://", "");
await admin.send(
  new iam.CreateOpenIDConnectProviderCommand({ Url: ISSUER, ClientIDList: ["sts.amazonaws.com"], ThumbprintList: ["0".repeat(40)] }),
);
await role("pod", {
  Principal: { Federated: `${arn}:oidc-provider/${host}` },
  Action: "sts:AssumeRoleWithWebIdentity",
  Condition: { StringEquals: { [`${host}:sub`]: SUBJECT, [`${host}:aud`]: "sts.amazonaws.com" } },
});
await admin.send(
  new iam.PutRolePolicyCommand({
    RoleName: "pod",
    PolicyName: "chain",
    PolicyDocument: document({ Action: "sts:AssumeRole", Resource: `${arn}:role/next` }),
  }),
);
await role("next", { Principal: { AWS: `${arn}:role/pod` }, Action: "sts:AssumeRole" });

// IRSA: what EKS puts into a pod
Object.assign(process.env, { AWS_ROLE_ARN: `${arn}:role/pod`, AWS_WEB_IDENTITY_TOKEN_FILE: TOKEN_FILE, AWS_ROLE_SESSION_NAME: "pod-1" });
assert.equal(await whoAmI({}), `arn:aws:sts::${Account}:assumed-role/pod/pod-1`);
process.env.AWS_ROLE_ARN = `${arn}:role/next`;
await assert.rejects(whoAmI({}), { name: "AccessDenied", message: "Not authorized to perform sts:AssumeRoleWithWebIdentity" });
for (const name of ["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_SESSION_NAME"]) delete process.env[name];

// a user whose role wants a code
await admin.send(new iam.CreateUserCommand({ UserName: "coder" }));
const { AccessKey } = await admin.send(new iam.CreateAccessKeyCommand({ UserName: "coder" }));
const { VirtualMFADevice } = await admin.send(new iam.CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: "coder" }));
const seed = decode32(Buffer.from(VirtualMFADevice.Base32StringSeed).toString());
const step = Math.floor(Date.now() / 30_000);
await admin.send(
  new iam.EnableMFADeviceCommand({
    UserName: "coder",
    SerialNumber: VirtualMFADevice.SerialNumber,
    AuthenticationCode1: totp(step - 2),
    AuthenticationCode2: totp(step - 1),
  }),
);
await role("careful", {
  Principal: { AWS: `${arn}:user/coder` },
  Action: "sts:AssumeRole",
  Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
});

process.env.AWS_CONFIG_FILE = join(work, "config");
process.env.AWS_SHARED_CREDENTIALS_FILE = join(work, "credentials");
writeFileSync(
  process.env.AWS_SHARED_CREDENTIALS_FILE,
  `[coder]\naws_access_key_id = ${AccessKey.AccessKeyId}\naws_secret_access_key = ${AccessKey.SecretAccessKey}\n`,
);
writeFileSync(
  process.env.AWS_CONFIG_FILE,
  `[profile pod]
role_arn = ${arn}:role/pod
web_identity_token_file = ${TOKEN_FILE}
role_session_name = file
[profile next]
role_arn = ${arn}:role/next
source_profile = pod
role_session_name = chained
[profile careful]
role_arn = ${arn}:role/careful
source_profile = coder
mfa_serial = ${VirtualMFADevice.SerialNumber}
role_session_name = coded
[profile process]
credential_process = cat ${join(work, "process.json")}
`,
);
assert.equal(await whoAmI({ profile: "pod" }), `arn:aws:sts::${Account}:assumed-role/pod/file`);
assert.equal(await whoAmI({ profile: "next" }), `arn:aws:sts::${Account}:assumed-role/next/chained`);
await assert.rejects(whoAmI({ profile: "careful", mfaCodeProvider: async () => "000000" }), { name: "AccessDenied" });
assert.equal(
  await whoAmI({ profile: "careful", mfaCodeProvider: async () => totp(Math.floor(Date.now() / 30_000)) }),
  `arn:aws:sts::${Account}:assumed-role/careful/coded`,
);

// what a program prints that fetches credentials
const fetched = await defaultProvider({ profile: "next" })();
writeFileSync(
  join(work, "process.json"),
  JSON.stringify({
    Version: 1,
    AccessKeyId: fetched.accessKeyId,
    SecretAccessKey: fetched.secretAccessKey,
    SessionToken: fetched.sessionToken,
    Expiration: fetched.expiration.toISOString(),
  }),
);
assert.equal(await whoAmI({ profile: "process" }), `arn:aws:sts::${Account}:assumed-role/next/chained`);
console.log("javascript sdk profiles: as on AWS");

function decode32(text) {
  let bits = "";
  for (const letter of text) bits += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

function totp(at) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(at));
  const mac = createHmac("sha1", seed).update(counter).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
