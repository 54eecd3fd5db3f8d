"""Reads responses with the generated Python in a folder: `read.py FOLDER`. Each line of standard input is a case of
Tests/Fixtures/reading; for each, prints a line of JSON: what was read, or `{"failed": …}`."""

import base64
import dataclasses
import importlib
import json
import sys
from datetime import datetime

sys.path.insert(0, sys.argv[1])


def module(name):
    return importlib.import_module(name)


def headers(case):
    """The headers as a client has them: one value for each name."""
    result = {}
    for name, value in case.get("headers", []):
        known = next((known for known in result if known.lower() == name.lower()), None)
        if known is None:
            result[name] = value
        elif name.lower() == "www-authenticate":
            result[known] += ", " + value
    return result


def error(case):
    catalogue = module(case["catalog"])
    surface = case.get("surface")
    kind = surface and getattr(catalogue, module(case["catalog"] + "_table").TYPES[surface])
    if "url" in case:
        return kind.from_redirect(case["url"])
    body = base64.b64decode(case["body_base64"]) if "body_base64" in case else case.get("body", "").encode()
    options = {"now": datetime.fromisoformat(case["now"].replace("Z", "+00:00"))} if "now" in case else {}
    if kind:
        return kind(case["status"], headers(case), body, **options)
    if "base" in case:
        options["base"] = case["base"]
    return catalogue.error(case["path"], case["status"], headers(case), body, **options)


def fields(error):
    """What both an error and an item of a list have."""
    details = getattr(error, "details", None)
    return {
        "code": getattr(error.code, "value", error.code),
        **{name: getattr(error, name, None) for name in ("title", "message", "reference", "uri", "target")},
        "details": details and {name.rstrip("_"): value for name, value in dataclasses.asdict(details).items()},
    }


def retry(value):
    if isinstance(value, datetime):
        return {"date": value.isoformat().replace("+00:00", "Z")}
    return None if value is None else {"seconds": value}


def surface(case, error):
    types = module(case["catalog"] + "_table").TYPES
    return next(key for key, name in types.items() if name == type(error).__name__)


def reading(case):
    read = error(case)
    if read is None:
        return None
    return {
        "surface": surface(case, read),
        **fields(read),
        "known": None if read.code is None else read.entry is not None,
        "state": read.state,
        "retry": retry(read.retry_after),
        "recovery": read.recovery and read.recovery.value,
        "errors": [{**fields(item), "status": getattr(item, "status", None)} for item in getattr(read, "errors", [])],
        "text": str(read),
    }


for line in sys.stdin:
    try:
        result = reading(json.loads(line))
    except Exception as failure:  # A reader that raises is a failure of its case alone.
        result = {"failed": repr(failure)}
    print(json.dumps(result))
