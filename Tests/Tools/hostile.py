"""Reads hostile responses with the generated Python, and fails if a reader raises, or loses what came. The long ones would take
hours if the time were not in proportion to their length."""

import pickle

import bankidcsc

CODE = b'{"errorCode": "hash_mismatch"}'

# Bodies, and whether they have the code.
BODIES = [
    (CODE, True),
    (b'{"more": "' + b"a" * (8 << 20) + b'", "errorCode": "hash_mismatch"}', True),
    (b'{"more": "' + b"\\n" * (4 << 20) + b'", "errorCode": "hash_mismatch"}', True),
    (b'{"more": ' + b"[" * 64 + b"]" * 64 + b', "errorCode": "hash_mismatch"}', True),
    (b'{"errorCode": "' + b'\\"' * 1_000_000, False),
    (b'{"errorCode": ' + b"1" * 1_000_000 + b"}", False),
    (b"[" * 1_000_000, False),
    (b'{"errorCode":' * 1_000_000, False),
    (b"[" * 1_000_000 + b"]" * 1_000_000, False),
    (b"", False),
    (b"<html>errorCode</html>", False),
    (b'["hash_mismatch"]', False),
    (b'"hash_mismatch"', False),
    (b"null", False),
    (CODE[:-1], False),
    (CODE + CODE, False),
    (b'{"errorCode": "hash_mismatch", "n": NaN}', False),
    (b'{"errorCode": "hash_mismatch", "n": -Infinity}', False),
    (b'{"errorCode": true}', False),
    (b'{"errorCode": 1e400}', False),
    (b'{"errorCode": 1.5}', False),
    (b'{"errorCode": {"errorCode": "hash_mismatch"}}', False),
]

# Beyond I-JSON, where a reader may find a code or none.
OTHERS = [
    b"\xef\xbb\xbf" + CODE,
    CODE.decode().encode("utf-16"),
    CODE.decode().encode("utf-32-be"),
    b'{"errorCode": "\xff"}',
    b'{"errorCode": "\\ud800", "errorDescription": "\\udc00\\ud800"}',
    b'{"errorCode": "a", "errorCode": "b"}',
    b'{"errorCode": "a\x00"}',
    bytes(range(256)),
]

HEADERS = [
    {},
    {"Retry-After": "9" * 1_000_000},
    {"retry-after": "0" * 1_000_000 + "5"},
    {"Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT" * 10_000},
    {"Retry-After": " \t" * 500_000 + "x"},
]


def check(error, status, headers, body):
    assert error.status == status and error.headers == headers and error.body == body
    str(error).encode()
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


for body, has_code in BODIES:
    error = bankidcsc.CSCError(400, {}, body)
    check(error, 400, {}, body)
    assert (error.code is bankidcsc.CSCErrorCode.HASH_MISMATCH) == has_code, body[:60]
    assert has_code or error.code is None, body[:60]
for body in OTHERS:
    check(bankidcsc.error("/info", 502, {}, body), 502, {}, body)
for headers in HEADERS:
    check(bankidcsc.error("/info", 503, headers, CODE), 503, headers, CODE)
for url in ["", "?", "#", "https://[", "?error", "?error=", "?" + "&" * 1_000_000, "?" + "%" * 1_000_000, "?" + "+=&" * 300_000]:
    assert bankidcsc.OAuthAuthorizeError.from_redirect(url) is None, url[:60]
for path in ["", "/", "*", "https://[", "?/info", "/x" * 1_000, "/info#" * 1_000]:
    assert bankidcsc.error(path, 400, {}, CODE).code == "hash_mismatch", path
print("all read")
