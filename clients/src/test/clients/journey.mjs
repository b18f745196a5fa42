// Plays the journeys of spec/journeys through one client: node journey.mjs (aws-cli|javascript) FOLDER
import * as iam from "@aws-sdk/client-iam";
import * as sts from "@aws-sdk/client-sts";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { compare, filled } from "./expectations.mjs";

// Both clients give what an operation answered as { answer } or { error: { code, message, status? } }, times as
// ISO 8601 with what fraction they have.
class JavaScript {
  name = "javascript";
  #client = new iam.IAMClient({});

  async call(operation, input) {
    try {
      const { $metadata, ...answer } = await this.#client.send(new iam[`${operation}Command`](input));
      return { answer: JSON.parse(JSON.stringify(answer)) };
    } catch (refusal) {
      if (!refusal.$metadata) throw refusal;
      return { error: { code: refusal.Code ?? refusal.Error?.Code ?? refusal.name, message: refusal.message, status: refusal.$metadata.httpStatusCode } };
    }
  }

  // A policy document comes as it is on the wire, percent-encoded as RFC 3986 says: "+" would be read as a space by some.
  document(value) {
    if (!/^[A-Za-z0-9\-._~%]*$/.test(value)) throw new Error(`not percent-encoded: ${value}`);
    return decodeURIComponent(value);
  }

  close() {}
}

class CommandLine {
  name = "aws-cli";
  older = true;
  #process = spawn("/usr/bin/python3", ["aws-cli.py", process.env.AWS_ENDPOINT_URL], { stdio: ["pipe", "pipe", "inherit"] });
  #answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();

  async call(operation, input) {
    this.#process.stdin.write(`${JSON.stringify({ command: kebab(operation), input })}\n`);
    const { value, done } = await this.#answers.next();
    if (done) throw new Error("the AWS CLI ended");
    const { code, out, err } = JSON.parse(value);
    if (code === 0) return { answer: out === "" ? {} : JSON.parse(out) };
    const refusal = /^\s*An error occurred \((\w+)\) when calling the (\w+) operation: (.*?)\s*$/s.exec(err);
    if (refusal?.[2] !== operation) throw new Error(`the AWS CLI ended with ${code}: ${err}`);
    return { error: { code: refusal[1], message: refusal[3] } };
  }

  // The CLI shows a policy document parsed: what is left to compare is the order and the values.
  document(value, expected) {
    return JSON.stringify(value) === JSON.stringify(JSON.parse(expected)) ? expected : value;
  }

  async close() {
    this.#process.stdin.end();
    await once(this.#process, "exit");
  }
}

// As the AWS CLI names its commands: ListSAMLProviderTags is list-saml-provider-tags.
function kebab(operation) {
  return operation.replace(/[A-Z]+(?=[A-Z][a-z])|[a-z](?=[A-Z])/g, "$&-").toLowerCase();
}

const [kind, folder] = process.argv.slice(2);
const { Account: account } = await new sts.STSClient({}).send(new sts.GetCallerIdentityCommand({}));
const client = kind === "aws-cli" ? new CommandLine() : new JavaScript();
const journeys = readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
let steps = 0;
let failed = 0;
for (const name of journeys) {
  const known = { account, file: (wanted) => readFileSync(join(folder, "../wire/files", wanted), "utf8") };
  let at = 0;
  for (const step of JSON.parse(readFileSync(join(folder, name), "utf8")).steps) {
    at++;
    try {
      const outcome = await client.call(step.operation, filled(step.input ?? {}, known));
      compare(step, outcome, known, client);
      if (step.id) known[step.id] = outcome.answer;
    } catch (failure) {
      console.error(`${name}, step ${at}, ${step.phase} ${step.operation}, by ${client.name}: ${failure.message}`);
      failed++;
      break;
    }
  }
  steps += at;
}
await client.close();
if (failed > 0 || journeys.length === 0) {
  console.error(`${failed} of ${journeys.length} journeys failed in ${folder}`);
  process.exit(1);
}
console.log(`${journeys.length} journeys, ${steps} steps, ${client.name}: as on AWS`);
