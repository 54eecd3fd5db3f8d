// Decodes responses with the generated TypeScript. Each line of standard input is a kind and bytes in base64: `body`,
// `redirect` or `retry-after`. Writes a line of values in base64 for each, `-` for none.
import { CSCError, OAuthAuthorizeError, BankIDCSCException, CSCErrorCode } from "./BankIDCSC";

declare function require(name: string): { readFileSync(path: number, encoding: string): string };
declare const Buffer: { from(text: string, encoding: string): Uint8Array & { toString(encoding: string): string } };

const encoded = (value: unknown) =>
  value === undefined ? "-" : "+" + Buffer.from(String(value), "utf8").toString("base64");

function values(kind: string, text: Uint8Array): unknown[] {
  if (kind === "body") {
    const error = new CSCError(400, {}, text);
    const isWhole = error.body === text && error.status === 400 && error instanceof BankIDCSCException && error instanceof Error;
    if (!isWhole) throw new Error("something was lost");
    // A code is a documented one or any other string.
    if (error.code === CSCErrorCode.HASH_MISMATCH) throw new Error("no case has it");
    return [error.code, error.description, error.reference, error.recovery, error.details?.guidance];
  }
  if (kind === "redirect") {
    const error = OAuthAuthorizeError.fromRedirect(new TextDecoder().decode(text));
    return error ? [error.code, error.description, error.state] : [undefined];
  }
  const retryAfter = new CSCError(503, { "RETRY-after": new TextDecoder().decode(text) }, "").retryAfter;
  return [retryAfter instanceof Date ? retryAfter.getTime() : retryAfter];
}

for (const line of require("fs").readFileSync(0, "utf8").trim().split("\n")) {
  const [kind = "", text = ""] = line.split(" ");
  console.log(values(kind, Buffer.from(text, "base64")).map(encoded).join(" "));
}
