"""Copies exceptions of the generated Python with all mechanisms of Python, and fails if a copy differs from its original."""

import concurrent.futures
import copy
import pickle
import sys

sys.path.insert(0, sys.argv[1])
import bankidcsc  # noqa: E402
import listed  # noqa: E402
import minimal  # noqa: E402


class OrderError(bankidcsc.CSCError):
    """A subclass with different parameters and an additional attribute."""

    def __init__(self, response, *, order):
        super().__init__(*response)
        self.order = order


def errors():
    body = b'{"errorCode": "hash_mismatch", "errorDescription": "No match", "errorReference": "REF1"}'
    subclassed = OrderError((401, {"Retry-After": "120"}, body), order=[1, 2])
    subclassed.__notes__ = ["while signing"]
    return [
        bankidcsc.CSCError(400, {"Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT"}, body), bankidcsc.CSCError(502), subclassed,
        bankidcsc.CSCError(400, {}, b'{"errorCode": "brand_new"}'), bankidcsc.BankIDCSCException("anything"),
        bankidcsc.OAuthAuthorizeError.from_redirect("https://client.example/?error=access_denied&state=%F0%9F%99%82"),
        minimal.ApiError(500, {}, b'{"code": "failed"}'),
        listed.ListedAPIError(422, {}, b'{"errors": [{"status": 1}, {"code": "a", "source": {"line": 7}}, {"code": 5}]}'),
    ]


def fail(index):
    raise errors()[index]


def compare(copied, error):
    assert copied is not error and type(copied) is type(error)
    assert str(copied) == str(error) and repr(copied) == repr(error) and copied.args == error.args
    attributes = {name: value for name, value in vars(copied).items() if name != "__cause__"}
    assert attributes == vars(error), (attributes, vars(error))
    assert copied.code == error.code and type(copied.code) is type(error.code)
    assert copied.recovery is error.recovery and copied.is_retryable == error.is_retryable


if __name__ == "__main__":
    for error in errors():
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            compare(pickle.loads(pickle.dumps(error, protocol)), error)
        compare(copy.copy(error), error)
        compare(copy.deepcopy(error), error)
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        for index, future in enumerate([pool.submit(fail, index) for index in range(len(errors()))]):
            compare(future.exception(timeout=60), errors()[index])
    print(len(errors()))
