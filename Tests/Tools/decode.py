"""Decodes responses with the generated Python. Each line of standard input is a kind and bytes in base64: `body`, `redirect`
or `retry-after`. Writes a line of values in base64 for each, `-` for none."""

import base64
import sys

sys.path.insert(0, sys.argv[1])
import bankidcsc  # noqa: E402


def encoded(value):
    return "-" if value is None else "+" + base64.b64encode(str(value).encode()).decode()


for line in sys.stdin:
    kind, _, text = line.strip().partition(" ")
    text = base64.b64decode(text)
    if kind == "body":
        error = bankidcsc.CSCError(400, {}, text)
        assert error.body == text and error.status == 400 and isinstance(error, Exception)
        recovery = error.recovery.value if error.recovery else None
        guidance = error.details.guidance if error.details else None
        values = [error.code, error.description, error.reference, recovery, guidance]
    elif kind == "redirect":
        error = bankidcsc.OAuthAuthorizeError.from_redirect(text.decode())
        values = [error.code, error.description, error.state] if error else [None]
    else:
        retry_after = bankidcsc.CSCError(503, {"RETRY-after": text.decode()}, b"").retry_after
        values = [int(retry_after.timestamp()) * 1000 if hasattr(retry_after, "timestamp") else retry_after]
    print(" ".join(map(encoded, values)))
