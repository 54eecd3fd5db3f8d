// A client that is typed strictly. Each `@ts-expect-error` in it must be necessary.
import { BankIDCSCException, CSCError, CSCErrorCode, OAuthTokenErrorCode, UnknownCode, error } from "./BankIDCSC";
import { IntegersAPIError, IntegersAPIErrorCode, UnknownNumber } from "./Integers";
import { ListedAPIError } from "./Listed";

/** Compiles only if the code can't be a documented one. */
function unknown(code: UnknownCode | UnknownNumber | undefined): string {
  return code === undefined ? "no code" : `an unknown code: ${code}`;
}

export function byToken(code: OAuthTokenErrorCode | UnknownCode | undefined): string {
  switch (code) {
    case OAuthTokenErrorCode.INVALID_REQUEST:
    case "invalid_client":
    case "invalid_grant":
    case "unauthorized_client":
    case "unsupported_grant_type":
    case "temporarily_unavailable":
    case "server_error":
      return code;
    default:
      return unknown(code);
  }
}

export function byNumber(read: IntegersAPIError): number {
  const code: IntegersAPIErrorCode | UnknownNumber | undefined = read.code;
  return code ?? 0;
}

function byCode(read: CSCError): string {
  if (read.code === CSCErrorCode.HASH_MISMATCH) {
    const code: "hash_mismatch" = read.code;
    return `a documented code: ${code === "hash_mismatch" ? "try again with the right hash" : code}`;
  }
  // @ts-expect-error: there is no such code
  if (read.code === "hash_mismach") return "";
  // @ts-expect-error: the other documented codes remain
  return unknown(read.code);
}

export function items(read: ListedAPIError): number[] {
  const status: number = read.status;
  // @ts-expect-error: a line may be missing
  const lines: number[] = read.errors.map((item) => item.details.line);
  return [...lines, status];
}

function read(body: string): CSCError {
  const read = error({ path: "/info", status: 400, body });
  if (read.name === "CSCError") return read;
  const other: "OAuthTokenError" = read.name;
  throw new TypeError(other);
}

const body = '{"errorCode": "hash_mismatch", "errorDescription": "No match", "errorReference": "REF1"}';
console.log(byCode(read(body)));
console.log(byCode(read('{"errorCode": "brand_new"}')));
try {
  throw read(body);
} catch (caught) {
  if (!(caught instanceof BankIDCSCException && caught instanceof Error)) throw caught;
  const status: number | undefined = caught.status;
  console.log(`${caught.name}: ${caught.message}`);
  if (status !== 400 || caught.isRetryable) throw new TypeError("incomplete");
}
