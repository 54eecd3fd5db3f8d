"""Judges texts with python-jsonschema and jsonschema-rs, and says what python's own parser makes of them.

Reads lines of JSON from the file in the first argument. The first line is an object of schemas by name; each other line is
[kind, [schema name, ...], text], where kind is "body" (JSON text) or "redirect" (a URL whose parameters are judged). Writes a
line for each: an object with "parsed", "doubled" (a key of the outermost object stands twice) and "fields" (of a redirect),
and under "jsonschema" and "rs" a verdict for each schema, null where the library cannot take the value.
"""

import json
import sys
from urllib.parse import parse_qsl

import jsonschema
import jsonschema_rs


class Members(dict):
    doubled = False


def members(pairs):
    result = Members(pairs)
    result.doubled = len(result) < len(pairs)
    return result


def refuse(constant):
    raise ValueError(constant)


def parse(text):
    return json.loads(text, object_pairs_hook=members, parse_constant=refuse)


def parameters(url):
    """The parameters of a redirect: those of the query, or of the fragment where the query names no error; the first of
    each name that has a value."""
    start, _, fragment = url.partition("#")
    query = start.partition("?")[2]
    for part in (query, fragment):
        found = {}
        for name, value in parse_qsl(part, errors="replace", max_num_fields=1000):
            found.setdefault(name, value)
        if "error" in found:
            return found
    return {}


def rs_verdict(validator, instance):
    try:
        return validator.is_valid(instance)
    except (ValueError, UnicodeEncodeError):
        return None


with open(sys.argv[1], encoding="utf-8") as lines:
    schemas = json.loads(next(lines))
    python = {name: jsonschema.Draft202012Validator(schema) for name, schema in schemas.items()}
    rust = {name: jsonschema_rs.Draft202012Validator(schema) for name, schema in schemas.items()}
    known = {}
    for line in lines:
        kind, names, text = json.loads(line)
        answer = known.get(line)
        if answer is None:
            result = {"parsed": True, "doubled": False}
            try:
                instance = parse(text) if kind == "body" else parameters(text)
            except (ValueError, RecursionError):
                answer = json.dumps({"parsed": False, "doubled": False, "jsonschema": [], "rs": []})
            else:
                if kind == "redirect":
                    result["fields"] = instance
                result["doubled"] = getattr(instance, "doubled", False)
                result["jsonschema"] = [python[name].is_valid(instance) for name in names]
                result["rs"] = [rs_verdict(rust[name], instance) for name in names]
                answer = json.dumps(result)
            known[line] = answer
        print(answer)
