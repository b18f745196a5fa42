// What the action aws-actions/configure-aws-credentials asks of STS, by the SDK that it uses: a role by the job's token, then a chained one with tags.
// IDP plays GitHub: its token endpoint makes the token that a job gets at ACTIONS_ID_TOKEN_REQUEST_URL.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import * as iam from "@aws-sdk/client-iam";
import * as sts from "@aws-sdk/client-sts";

const { IDP, ISSUER } = process.env;
const customUserAgent = "configure-aws-credentials-for-github-actions";
const region = "us-east-1";
const { Account } = await new sts.STSClient({}).send(new sts.GetCallerIdentityCommand({}));
const arn = `arn:aws:iam::${Account}`;
const admin = new iam.IAMClient({
  credentials: { accessKeyId: process.env.AWS_ACCESS_KEY_ID, secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY },
});
const document = (statement) => JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", ...statement } });
const role = (RoleName, trust) => admin.send(new iam.CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: document(trust) }));
const host = ISSUER.replace("https://", "");
await admin.send(
  new iam.CreateOpenIDConnectProviderCommand({ Url: ISSUER, ClientIDList: ["sts.amazonaws.com"], ThumbprintList: ["0".repeat(40)] }),
);
await role("deploy", {
  Principal: { Federated: `${arn}:oidc-provider/${host}` },
  Action: "sts:AssumeRoleWithWebIdentity",
  Condition: { StringEquals: { [`${host}:aud`]: "sts.amazonaws.com", [`${host}:sub`]: "repo:octo-org/octo-repo:ref:refs/heads/main" } },
});
await admin.send(
  new iam.PutRolePolicyCommand({
    RoleName: "deploy",
    PolicyName: "chain",
    PolicyDocument: document({ Action: ["sts:AssumeRole", "sts:TagSession"], Resource: `${arn}:role/production` }),
  }),
);
await role("production", {
  Principal: { AWS: `${arn}:role/deploy` },
  Action: ["sts:AssumeRole", "sts:TagSession"],
  Condition: { StringEquals: { "aws:RequestTag/Repository": "octo-org/octo-repo", "aws:RequestTag/GitHub": "Actions" } },
});

// the runner's service, and core.getIDToken
const runner = createServer(async (request, response) => {
  const asked = new URL(request.url, "http://runner");
  if (request.headers.authorization !== "Bearer of-this-job") return response.writeHead(401).end();
  const form = new URLSearchParams({ grant_type: "client_credentials", like: "github", audience: asked.searchParams.get("audience") });
  const made = await (await fetch(`${IDP}/token`, { method: "POST", body: form })).json();
  response.end(JSON.stringify({ value: made.id_token }));
}).listen(0, "127.0.0.1");
await once(runner, "listening");
const ACTIONS_ID_TOKEN_REQUEST_URL = `http://127.0.0.1:${runner.address().port}/token?api-version=2.0`;
const getIDToken = async (audience) => {
  const headers = { Authorization: "Bearer of-this-job" };
  return (await (await fetch(`${ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${encodeURIComponent(audience)}`, { headers })).json()).value;
};

// The action signs nothing here, and there is nothing to sign with.
delete process.env.AWS_ACCESS_KEY_ID;
delete process.env.AWS_SECRET_ACCESS_KEY;
const assume = async (RoleArn, audience) =>
  new sts.STSClient({ region, customUserAgent }).send(
    new sts.AssumeRoleWithWebIdentityCommand({
      RoleArn,
      RoleSessionName: "GitHubActions",
      DurationSeconds: 3600,
      WebIdentityToken: await getIDToken(audience),
    }),
  );
const { Credentials, AssumedRoleUser } = await assume(`${arn}:role/deploy`, "sts.amazonaws.com");
assert.equal(AssumedRoleUser.Arn, `arn:aws:sts::${Account}:assumed-role/deploy/GitHubActions`);
assert.ok(Math.abs(Credentials.Expiration - Date.now() - 3600_000) < 60_000);
const client = (found) =>
  new sts.STSClient({
    region,
    customUserAgent,
    credentials: { accessKeyId: found.AccessKeyId, secretAccessKey: found.SecretAccessKey, sessionToken: found.SessionToken },
  });
const identity = await client(Credentials).send(new sts.GetCallerIdentityCommand({}));
assert.equal(identity.Account, Account);
assert.equal(identity.Arn, AssumedRoleUser.Arn);
assert.match(identity.UserId, /^AROA[A-Z0-9]{17}:GitHubActions$/);

// what workflows get wrong
await assert.rejects(assume(`${arn}:role/deploy`, "https://github.com/octo-org"), {
  name: "InvalidIdentityTokenException",
  message: "Incorrect token audience",
});
await assert.rejects(assume(`${arn}:role/production`, "sts.amazonaws.com"), {
  name: "AccessDenied",
  message: "Not authorized to perform sts:AssumeRoleWithWebIdentity",
});

// role chaining: the next step's role, with the action's session tags
const Tags = Object.entries({
  GitHub: "Actions",
  Repository: "octo-org/octo-repo",
  Workflow: "deploy",
  Action: "__aws-actions_configure-aws-credentials",
  Actor: "octocat",
  Commit: "f1d2d2f924e986ac86fdf7b36c94bcdf32beec15",
  Branch: "refs/heads/main",
}).map(([Key, Value]) => ({ Key, Value }));
const chain = (tags, DurationSeconds = 3600) =>
  client(Credentials).send(
    new sts.AssumeRoleCommand({
      RoleArn: `${arn}:role/production`,
      RoleSessionName: "GitHubActions",
      DurationSeconds,
      Tags: tags,
      TransitiveTagKeys: tags.map((tag) => tag.Key),
    }),
  );
const chained = await chain(Tags);
assert.ok(chained.PackedPolicySize > 0);
const end = await client(chained.Credentials).send(new sts.GetCallerIdentityCommand({}));
assert.equal(end.Arn, `arn:aws:sts::${Account}:assumed-role/production/GitHubActions`);
await assert.rejects(chain(Tags.map((tag) => (tag.Key === "Repository" ? { ...tag, Value: "evil/fork" } : tag))), { name: "AccessDenied" });
await assert.rejects(chain(Tags, 7200), { name: "ValidationError" });
console.log("configure-aws-credentials: as on AWS");
runner.close();
