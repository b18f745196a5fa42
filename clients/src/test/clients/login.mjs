// `login` as a credential_process of the JavaScript SDK and of the AWS CLI: it opens a page of the provider at IDP, by OpenID Connect and by SAML.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as iam from "@aws-sdk/client-iam";
import * as sts from "@aws-sdk/client-sts";
import { defaultProvider } from "@aws-sdk/credential-provider-node";

const { UNDERSTUDY, IDP, ISSUER, METADATA, SAML_PORT, AWS_ENDPOINT_URL } = process.env;
const work = mkdtempSync(join(tmpdir(), "login"));
process.on("exit", () => rmSync(work, { recursive: true }));
const { Account } = await new sts.STSClient({}).send(new sts.GetCallerIdentityCommand({}));
const arn = `arn:aws:iam::${Account}`;
const admin = new iam.IAMClient({});
const role = (RoleName, Action, Federated, Condition) =>
  admin.send(
    new iam.CreateRoleCommand({
      RoleName,
      AssumeRolePolicyDocument: JSON.stringify({
        Version: "2012-10-17",
        Statement: { Effect: "Allow", Principal: { Federated }, Action, Condition },
      }),
    }),
  );
const host = ISSUER.replace("https://", "");
await admin.send(
  new iam.CreateOpenIDConnectProviderCommand({ Url: ISSUER, ClientIDList: ["understudy"], ThumbprintList: ["0".repeat(40)] }),
);
await admin.send(new iam.CreateSAMLProviderCommand({ Name: "corp", SAMLMetadataDocument: readFileSync(METADATA, "utf8") }));
await role("web", "sts:AssumeRoleWithWebIdentity", `${arn}:oidc-provider/${host}`, {
  StringEquals: { [`${host}:sub`]: "alice", [`${host}:aud`]: "understudy" },
});
await role("corp", "sts:AssumeRoleWithSAML", `${arn}:saml-provider/corp`);

process.env.OPENED = join(work, "opened");
process.env.AWS_CONFIG_FILE = join(work, "config");
delete process.env.AWS_ACCESS_KEY_ID;
delete process.env.AWS_SECRET_ACCESS_KEY;
const login = `${UNDERSTUDY} login --endpoint ${AWS_ENDPOINT_URL} --cache ${join(work, "cache")}`;
const oidc = `--issuer ${ISSUER} --client-id understudy --ca-file ${process.env.NODE_EXTRA_CA_CERTS} --idp-allow-network 127.0.0.0/8 --idp-address localhost=127.0.0.1:${new URL(IDP).port}`;
writeFileSync(
  process.env.AWS_CONFIG_FILE,
  `[profile oidc]
credential_process = ${login} ${oidc} --role ${arn}:role/web
[profile saml]
credential_process = ${login} --idp corp --sign-in-url ${IDP}/saml/login --port ${SAML_PORT} --role ${arn}:role/corp
[profile nobody]
credential_process = ${login} ${oidc} --role ${arn}:role/corp
`,
);
const opened = () => (existsSync(process.env.OPENED) ? readFileSync(process.env.OPENED, "utf8").trim().split("\n").length : 0);
const sdk = async (profile) => {
  const client = new sts.STSClient({ credentials: defaultProvider({ profile }) });
  return (await client.send(new sts.GetCallerIdentityCommand({}))).Arn;
};
// Debian's CLI is older than the AWS_ENDPOINT_URL_ variables.
const cli = (profile) =>
  execFileSync(
    "/usr/bin/aws",
    ["--endpoint-url", AWS_ENDPOINT_URL, "--profile", profile, "--output", "text", "sts", "get-caller-identity", "--query", "Arn"],
    { encoding: "utf8" },
  ).trim();

const session = { oidc: `arn:aws:sts::${Account}:assumed-role/web/alice`, saml: `arn:aws:sts::${Account}:assumed-role/corp/alice` };
for (const profile of ["oidc", "saml"]) {
  const before = opened();
  assert.equal(await sdk(profile), session[profile]);
  assert.equal(opened(), before + 1);
  // Kept: nobody signs in again, neither for the SDK nor for the CLI.
  assert.equal(await sdk(profile), session[profile]);
  assert.equal(cli(profile), session[profile]);
  assert.equal(opened(), before + 1);
  rmSync(join(work, "cache"), { recursive: true });
  assert.equal(cli(profile), session[profile]);
  assert.equal(opened(), before + 2);
}
await assert.rejects(sdk("nobody"));
console.log("login as a credential_process: as on AWS");
