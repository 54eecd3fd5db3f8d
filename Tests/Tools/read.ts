// Reads responses with the generated TypeScript in this folder. Each line of standard input is a case of Tests/Fixtures/reading; for
// each, prints a line of JSON: what was read, or `{"failed": …}`.

declare function require(name: string): any;
declare const Buffer: { from(text: string, encoding: string): Uint8Array };

type Case = Record<string, any>;

/** The generated module of a catalogue, and the names of its types and details. */
const table = (name: string) => require(`./${name}-table.js`);

/** The headers as a client has them: one value for each name. */
function headers(item: Case): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of item["headers"] ?? []) {
    const known = Object.keys(result).find((known) => known.toLowerCase() === name.toLowerCase());
    if (known === undefined) result[name] = value;
    else if (name.toLowerCase() === "www-authenticate") result[known] += `, ${value}`;
  }
  return result;
}

function read(item: Case): any {
  const { catalogue, types } = table(item["catalog"]);
  const kind = types[item["surface"]];
  if (item["url"] !== undefined) return kind.fromRedirect(item["url"]);
  const body = item["body_base64"] === undefined ? item["body"] ?? "" : Buffer.from(item["body_base64"], "base64");
  const now = item["now"] === undefined ? undefined : new Date(item["now"]);
  if (kind !== undefined) return new kind(item["status"], headers(item), body, now);
  const { path, base, status } = item;
  return catalogue.error({ path, base, status, headers: headers(item), body, now });
}

/** What both an error and an item of a list have. */
function fields(error: any, names: Record<string, string>) {
  const details: Record<string, unknown> = {};
  for (const [property, value] of Object.entries(error.details ?? {})) details[names[property] ?? property] = value;
  return {
    code: error.code,
    title: error.title,
    message: error.description,
    reference: error.reference,
    uri: error.uri,
    target: error.target,
    details,
  };
}

function retry(value: unknown) {
  if (value instanceof Date) return { date: value.toISOString().replace(".000Z", "Z") };
  return value === undefined ? undefined : { seconds: value };
}

function reading(item: Case) {
  const error = read(item);
  if (error === undefined) return null;
  const { types, details } = table(item["catalog"]);
  const surface = Object.keys(types).find((key) => types[key] === error.constructor) ?? "";
  return {
    surface,
    ...fields(error, details[surface]),
    known: error.code === undefined ? undefined : error.entry !== undefined,
    state: error.state,
    retry: retry(error.retryAfter),
    recovery: error.recovery,
    errors: (error.errors ?? []).map((item: any) => ({ ...fields(item, details[surface]), status: item.status })),
    text: error.message,
  };
}

for (const line of require("fs").readFileSync(0, "utf8").trim().split("\n")) {
  let result: unknown;
  try {
    result = reading(JSON.parse(line));
  } catch (failure) {
    // A reader that throws is a failure of its case alone.
    result = { failed: String(failure) };
  }
  console.log(JSON.stringify(result));
}
