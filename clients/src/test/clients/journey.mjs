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
    if (this.#process.exitCode === null) await once(this.#process, "exit");
  }
}

// As the AWS CLI names its commands: ListSAMLProviderTags is list-saml-provider-tags.
function kebab(operation) {
  return operation.replace(/[A-Z]+(?=[A-Z][a-z])|[a-z](?=[A-Z])/g, "$&-").toLowerCase();
}

// Plays one journey; gives how many steps it has, or throws at the first that is not as written.
async function play(file, client, account) {
  const known = { account, file: (name) => readFileSync(join(file, "../../wire/files", name), "utf8") };
  const { steps } = JSON.parse(readFileSync(file, "utf8"));
  for (const [i, step] of steps.entries()) {
    try {
      const outcome = await client.call(step.operation, filled(step.input ?? {}, known));
      compare(step, outcome, known, client);
      if (step.id) known[step.id] = outcome.answer;
    } catch (failure) {
      throw new Error(`step ${i + 1}, ${step.phase} ${step.operation}: ${failure.message}`);
    }
  }
  return steps.length;
}

const [kind, folder] = process.argv.slice(2);
const Client = { "aws-cli": CommandLine, javascript: JavaScript }[kind];
const { Account: account } = await new sts.STSClient({}).send(new sts.GetCallerIdentityCommand({}));
const journeys = readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
let steps = 0;
let failed = 0;
for (const name of journeys) {
  const client = new Client();
  try {
    steps += await play(join(folder, name), client, account);
  } catch (failure) {
    console.error(`${name}, ${failure.message}`);
    failed++;
  }
  await client.close();
}
if (failed > 0 || journeys.length === 0) {
  console.error(`${failed} of ${journeys.length} journeys failed by ${kind}`);
  process.exit(1);
}
console.log(`${journeys.length} journeys, ${steps} steps by ${kind}: as on AWS`);
