// What a step of a journey expects, as spec/journeys/README.md describes it, held against what a client showed.
import { isDeepStrictEqual } from "node:util";

// A value with each ${...} replaced by what it names.
export function filled(value, known) {
  // Other ${...} are the policy language's variables, and stay.
  if (typeof value === "string") return value.replace(/\$\{(account|file:[^}]+|[a-z]\w*(?:\.\w+)+)\}/g, (_, name) => lookUp(name, known));
  if (Array.isArray(value)) return value.map((each) => filled(each, known));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each, known)]));
}

function lookUp(name, known) {
  if (name === "account") return known.account;
  if (name.startsWith("file:")) return known.file(name.slice("file:".length));
  const found = name.split(".").reduce((value, part) => value?.[part], known);
  if (typeof found !== "string") throw new Error(`no text is known as ${name}`);
  return found;
}

export function compare(step, outcome, known, client) {
  if ("error" in step) {
    if (!outcome.error) throw new Error(`was to be refused, and answered ${JSON.stringify(outcome.answer)}`);
    const { status, ...expected } = filled(step.error, known);
    const { status: seen, ...error } = outcome.error;
    if (!isDeepStrictEqual(error, expected)) throw different("error", error, expected);
    if (seen !== undefined && seen !== status) throw different("status", seen, status);
    return;
  }
  if (outcome.error) throw new Error(`was refused: ${outcome.error.code}: ${outcome.error.message}`);
  hold("answer", outcome.answer, step.answer ?? {}, known, client);
}

function hold(place, seen, expected, known, client) {
  const matcher = expected !== null && typeof expected === "object" && Object.keys(expected)[0];
  if (typeof matcher === "string" && matcher.startsWith("$")) {
    matchers[matcher](place, seen, expected[matcher], known, client);
  } else if (Array.isArray(expected)) {
    if (!Array.isArray(seen) || seen.length !== expected.length) throw different(place, seen, expected);
    expected.forEach((each, i) => hold(`${place}[${i}]`, seen[i], each, known, client));
  } else if (expected !== null && typeof expected === "object") {
    holdMembers(place, seen, expected, known, client);
  } else {
    const wanted = filled(expected, known);
    if (!isDeepStrictEqual(seen, wanted)) throw different(place, seen, wanted);
  }
}

// All members and no other: what is not written down must be absent.
function holdMembers(place, seen, expected, known, client) {
  if (seen === null || typeof seen !== "object" || Array.isArray(seen)) throw different(place, seen, expected);
  const more = Object.keys(seen).filter((name) => !(name in expected));
  if (more.length > 0) throw new Error(`${place} has ${more.map((name) => `${name} ${JSON.stringify(seen[name])}`)}, which is to be absent`);
  for (const [name, each] of Object.entries(expected)) {
    if (name in seen) {
      hold(`${place}.${name}`, seen[name], each, known, client);
    } else if (!mayBeAbsent(each, client)) {
      throw new Error(`${place} lacks ${name}`);
    }
  }
}

function mayBeAbsent(expected, client) {
  const matcher = expected !== null && typeof expected === "object" ? Object.keys(expected)[0] : undefined;
  return matcher === "$emptyOrAbsent" || (matcher === "$newer" && client.older);
}

const matchers = {
  // A time without a fraction of a second.
  $time(place, seen, form) {
    const time = typeof seen === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.000Z|Z|\+00:00)$/.test(seen);
    if (form !== "seconds" || !time) throw different(place, seen, "a time to the second");
  },
  $like(place, seen, pattern, known) {
    if (typeof seen !== "string" || !new RegExp(`^(?:${filled(pattern, known)})$`).test(seen)) throw different(place, seen, pattern);
  },
  $document(place, seen, expected, known, client) {
    const wanted = filled(expected, known);
    const document = client.document(seen, wanted);
    if (document !== wanted) throw different(place, document, wanted);
  },
  // Of these members each must hold; there may be others.
  $members(place, seen, expected, known, client) {
    const named = Object.entries(seen ?? {}).filter(([name]) => name in expected);
    holdMembers(place, Object.fromEntries(named), expected, known, client);
  },
  $any(place, seen) {
    if (seen === null || seen === undefined) throw different(place, seen, "anything");
  },
  $emptyOrAbsent(place, seen) {
    if (seen !== "") throw different(place, seen, "");
  },
  // A member that older clients do not know, and do not show.
  $newer(place, seen, expected, known, client) {
    hold(place, seen, expected, known, client);
  },
};

function different(place, seen, expected) {
  return new Error(`${place} is ${JSON.stringify(seen)}, expected ${JSON.stringify(expected)}`);
}
