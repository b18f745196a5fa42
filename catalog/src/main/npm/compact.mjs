// Compacts the fetched packages into what the catalog reads: node compact.mjs NODE_MODULES RESOURCES
//
// aws-actions.txt, in ASCII so that it can be cut by byte; lists are separated by commas, fields by tabs:
//
//   understudy-actions 1, name and version of the package
//   number of condition keys, then a line for each: name, type letter, + if it has several values
//   number of services, then a line for each: prefix, where its block begins (counted from the first block), its length
//   a block for each service, in the same order:
//     numbers of key lists, resource types, use lists, actions
//     a line for each key list: condition keys by number
//     a line for each resource type: name, ARN patterns, key list by number
//     a line for each use list: resource type by number, ! if it is required, @ and a key list by number
//     a line for each action: name, level letter, use list, key list, dependent actions
//
// Numbers are base 36 and count from 0. Services and actions are sorted by their lower-case names.
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

const [modules, resources] = process.argv.slice(2);
const iamData = path.join(modules, '@cloud-copilot', 'iam-data');

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
      if (!keys.has(name) || name.startsWith(`${service}:`)) keys.set(name, key);
    }
  }
  return [...keys.values()].sort((a, b) => byName(a.key, b.key));
}

function keyLine(key) {
  const several = key.type.startsWith('ArrayOf');
  const type = code(TYPES, several ? key.type.slice('ArrayOf'.length) : key.type, key.key);
  return [plain(key.key), type + (several ? '+' : '')].join('\t');
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
  const keyNumbers = new Map(keys.map((key, i) => [key.key.toLowerCase(), i]));
  const blocks = services.map((service) => block(service, keyNumbers));
  let offset = 0;
  const serviceLines = services.map((service, i) => {
    const line = [plain(service), number(offset), number(blocks[i].length)].join('\t');
    offset += blocks[i].length;
    return line;
  });
  return [
    `understudy-actions 1\t${name}\t${version}`,
    number(keys.length),
    ...keys.map(keyLine),
    number(services.length),
    ...serviceLines,
    blocks.join(''),
  ].join('\n');
}

fs.writeFileSync(path.join(resources, 'aws-actions.txt'), actions(), 'latin1');
