"""A client that is typed strictly. mypy must accept it, and each `type: ignore` in it must be necessary."""

import bankidcsc
import listed


def by_code(error: bankidcsc.CSCError) -> str:
    if error.code is bankidcsc.CSCErrorCode.HASH_MISMATCH:
        summary: str = error.code.entry.summary
        return summary
    if isinstance(error.code, bankidcsc.CSCErrorCode):
        entry: bankidcsc.ErrorEntry = error.code.entry
        return entry.summary
    code: str | None = error.code
    return code or "none"


def by_recovery(error: bankidcsc.BankIDCSCException) -> float:
    status: int = error.status  # type: ignore[assignment]
    if not error.is_retryable:
        raise error
    if isinstance(error.retry_after, int):
        return error.retry_after
    return 1 if error.retry_after is None else error.retry_after.timestamp() - status


def items(error: listed.ListedAPIError) -> list[int]:
    status: int = error.status
    lines = [item.details.line for item in error.errors]
    numbers: list[int] = lines  # type: ignore[assignment]
    error.errors[0].details.line = status  # type: ignore[misc]
    error.details.lime  # type: ignore[attr-defined]
    return numbers


def redirect(url: str) -> str | None:
    error = bankidcsc.OAuthAuthorizeError.from_redirect(url)
    return error.state  # type: ignore[union-attr]


response: bankidcsc.BankIDCSCException = bankidcsc.error("/info", 400, {"Retry-After": "1"}, b"{}")
bankidcsc.error("/info", "400")  # type: ignore[arg-type]
