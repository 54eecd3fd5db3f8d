// Reads hostile responses with the generated TypeScript, and fails if a reader throws, or loses what came. The long ones would take
// hours if the time were not in proportion to their length.
import { CSCError, CSCErrorCode, OAuthAuthorizeError, error } from "./BankIDCSC";

function check(isTrue: boolean, what: string) {
  if (!isTrue) throw new Error(what.slice(0, 60));
}

const code = '{"errorCode": "hash_mismatch"}';
const bytes = (text: string) => new TextEncoder().encode(text);

/** Bodies, and whether they have the code. */
const bodies: [string, boolean][] = [
  [code, true],
  ['{"__proto__": {"errorCode": "a"}, "errorCode": "hash_mismatch"}', true],
  [`{"more": "${"a".repeat(8 << 20)}", "errorCode": "hash_mismatch"}`, true],
  [`{"more": "${"\\n".repeat(4 << 20)}", "errorCode": "hash_mismatch"}`, true],
  [`{"more": ${"[".repeat(64)}${"]".repeat(64)}, "errorCode": "hash_mismatch"}`, true],
  [`{"errorCode": "${'\\"'.repeat(1_000_000)}`, false],
  [`{"errorCode": ${"1".repeat(1_000_000)}}`, false],
  ["[".repeat(1_000_000), false],
  ['{"errorCode":'.repeat(100_000), false],
  ["", false],
  ["<html>errorCode</html>", false],
  ['["hash_mismatch"]', false],
  ['"hash_mismatch"', false],
  ["null", false],
  [code.slice(0, -1), false],
  [code + code, false],
  ['{"errorCode": "hash_mismatch", "n": NaN}', false],
  ['{"errorCode": true}', false],
  ['{"errorCode": 1e400}', false],
  ['{"errorCode": 1.5}', false],
  ['{"errorCode": {"errorCode": "hash_mismatch"}}', false],
  ['{"__proto__": {"errorCode": "hash_mismatch"}}', false],
];
for (const [body, hasCode] of bodies) {
  for (const form of [body, bytes(body)]) {
    const error = new CSCError(400, {}, form);
    check(error.status === 400 && error.body === form && error.message !== "", body);
    check(error.code === (hasCode ? CSCErrorCode.HASH_MISMATCH : undefined), body);
  }
}

// Beyond I-JSON, where a reader may find a code or none.
const others = [`\ufeff${code}`, '{"errorCode": "\\ud800"}', '{"errorCode": "a", "errorCode": "b"}', '{"errorCode": "a\0"}'].map(bytes);
others.push(new Uint8Array(256).map((_, index) => index), new Uint8Array([...bytes('{"errorCode": "'), 0xff, ...bytes('"}')]));
for (const body of others) check(error({ path: "/info", status: 502, body }).body === body, String(body));

for (const value of ["9".repeat(1_000_000), `${"0".repeat(1_000_000)}x`, " \t".repeat(500_000) + "x", " x".repeat(500_000)]) {
  const headers = { "Retry-After": value };
  const read = error({ path: "/info", status: 503, headers, body: code });
  check(read.headers === headers && read.retryAfter === undefined, value);
}
for (const url of ["", "?", "#", "https://[", "?error", "?error=", `?${"&".repeat(1_000_000)}`, `?${"%".repeat(1_000_000)}`]) {
  check(OAuthAuthorizeError.fromRedirect(url) === undefined, url);
}
for (const path of ["", "/", "*", "https://[", "?/info", "/x".repeat(1_000), "/info#".repeat(1_000)]) {
  check(error({ path, status: 400, body: code }).code === "hash_mismatch", path);
}
console.log("all read");
