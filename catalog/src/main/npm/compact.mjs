// Compacts the fetched packages into what the catalog reads: node compact.mjs NODE_MODULES RESOURCES
//
// aws-actions.txt, in ASCII so that it can be cut by byte; lists are separated by commas, fields by tabs:
//
//   understudy-actions 1, name and version of the package
//   number of condition keys, then a line for each: name, type letter, + if it has several values
//   condition keys by number: those of every request; those with ${...}, the most telling first; those of ${Provider}
//   number of services, then a line for each: prefix, where its block begins (counted from the first block), its length
//   a block for each service, in the same order:
//     numbers of key lists, resource types, use lists, actions
//     a line for each key list: condition keys by number
//     a line for each resource type: name, ARN patterns, key list by number
//     a line for each use list: resource type by number, ! if it is required, @ and a key list by number
//     a line for each action: name, level letter, use list, key list, dependent actions
//
// Numbers are base 36 and count from 0. Keys, services and actions are sorted by their lower-case names.
//
// own-condition-keys.tsv holds the keys that AWS documents apart from its services, and those of SAML and Cognito that the
// package takes for single values; it wins. Columns: name, type letter and +, whether every request can carry the key.
import fs from 'node:fs';
import path from 'node:path';

const TYPES = { String: 'S', ARN: 'A', Bool: 'B', Numeric: 'N', Date: 'D', IPAddress: 'I', Binary: 'X' };
const LEVELS = {
  List: 'L',
  Read: 'R',
  Write: 'W',
  'Permissions management, Write': 'P',
  'Permissions management': 'P',
  'Tagging, Write': 'T',
  Tagging: 'T',
};

const REQUESTS = { every: true, some: false };

const [modules, resources] = process.argv.slice(2);
const iamData = path.join(modules, '@cloud-copilot', 'iam-data');
const ownKeys = path.join(import.meta.dirname, 'own-condition-keys.tsv');

const readJson = (...names) => JSON.parse(fs.readFileSync(path.join(...names), 'utf8'));
const byName = (a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1);
const number = (n) => n.toString(36);

/** The code of a value that must be known: what AWS adds one day must be noticed, not guessed. */
function code(table, value, where) {
  if (!(value in table)) throw new Error(`unknown ${value} of ${where}`);
  return table[value];
}

/** Text that separators cannot break. */
function plain(text) {
  if (!/^[ -~]+$/.test(text) || /[\t\n]/.test(text)) throw new Error(`not plain: ${text}`);
  return text;
}

/** Numbers each distinct line in the order of its first use. */
class Numbered {
  lines = [];
  #numbers = new Map();

  of(line) {
    if (!this.#numbers.has(line)) {
      this.#numbers.set(line, this.lines.length);
      this.lines.push(line);
    }
    return number(this.#numbers.get(line));
  }
}

/** All condition keys. One that several services list is defined by the service that it is named after. */
function conditionKeys(services) {
  const keys = new Map();
  for (const service of services) {
    for (const key of Object.values(readJson(iamData, 'data/conditionKeys', `${service}.json`))) {
      const name = key.key.toLowerCase();
      if (!keys.has(name) || name.startsWith(`${service}:`)) keys.set(name, { name: plain(key.key), type: typeOf(key), every: false });
    }
  }
  for (const line of fs.readFileSync(ownKeys, 'utf8').trimEnd().split('\n')) {
    const [name, type, requests] = line.split('\t');
    keys.set(name.toLowerCase(), { name, type, every: code(REQUESTS, requests, name) });
  }
  return [...keys.values()].sort((a, b) => byName(a.name, b.name));
}

function typeOf(key) {
  const several = key.type.startsWith('ArrayOf');
  return code(TYPES, several ? key.type.slice('ArrayOf'.length) : key.type, key.key) + (several ? '+' : '');
}

function keyLines(keys) {
  const numbers = (wanted) => wanted.map((key) => number(keys.indexOf(key))).join(',');
  const ofProvider = (key) => key.name.startsWith('${Provider}');
  const templates = keys.filter((key) => key.name.includes('${') && !ofProvider(key));
  return [
    number(keys.length),
    ...keys.map((key) => `${key.name}\t${key.type}`),
    numbers(keys.filter((key) => key.every)),
    numbers(templates.sort((a, b) => b.name.length - a.name.length)),
    numbers(keys.filter(ofProvider)),
  ];
}

function block(service, keyNumbers) {
  const keyLists = new Numbered();
  const useLists = new Numbered();
  const keyList = (keys) =>
    keyLists.of((keys ?? []).map((key) => number(keyNumbers.get(key.toLowerCase()))).join(','));
  const types = Object.values(readJson(iamData, 'data/resourceTypes', `${service}.json`)).sort((a, b) => byName(a.key, b.key));
  const typeNumbers = new Map(types.map((type, i) => [type.key.toLowerCase(), i]));
  const use = (resource) => {
    const type = typeNumbers.get(resource.name.toLowerCase());
    if (type === undefined) throw new Error(`unknown resource type ${resource.name} of ${service}`);
    return `${number(type)}${resource.required ? '!' : ''}@${keyList(resource.conditionKeys)}`;
  };
  // Some pages of AWS's list a type twice for one action, word for word.
  const useList = (uses) => useLists.of([...new Set(uses.map(use))].join(','));
  const typeLines = types.map((type) => [plain(type.key), plain(type.arn).split(/, */).join(','), keyList(type.conditionKeys)].join('\t'));
  const actions = Object.values(readJson(iamData, 'data/actions', `${service}.json`)).sort((a, b) => byName(a.name, b.name));
  const actionLines = actions.map((action) =>
    [
      plain(action.name),
      code(LEVELS, action.accessLevel, `${service}:${action.name}`),
      useList(action.resourceTypes),
      keyList(action.conditionKeys),
      action.dependentActions.map(plain).join(','),
    ].join('\t'),
  );
  const counts = [keyLists.lines, typeLines, useLists.lines, actionLines].map((lines) => number(lines.length)).join('\t');
  return [counts, ...keyLists.lines, ...typeLines, ...useLists.lines, ...actionLines, ''].join('\n');
}

function actions() {
  const { name, version } = readJson(iamData, 'package.json');
  const services = readJson(iamData, 'data/services.json').sort(byName);
  const keys = conditionKeys(services);
  const keyNumbers = new Map(keys.map((key, i) => [key.name.toLowerCase(), i]));
  const blocks = services.map((service) => block(service, keyNumbers));
  let offset = 0;
  const serviceLines = services.map((service, i) => {
    const line = [plain(service), number(offset), number(blocks[i].length)].join('\t');
    offset += blocks[i].length;
    return line;
  });
  return [
    `understudy-actions 1\t${name}\t${version}`,
    ...keyLines(keys),
    number(services.length),
    ...serviceLines,
    blocks.join(''),
  ].join('\n');
}

fs.writeFileSync(path.join(resources, 'aws-actions.txt'), actions(), 'latin1');
