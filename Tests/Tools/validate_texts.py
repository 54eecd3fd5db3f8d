"""Validates texts with python-jsonschema and jsonschema-rs, after parsing them with Python's own parser.

Reads lines of JSON from the file in the first argument. The first line is an object of schemas by name. Every other line is
[kind, [schema name, ...], text], where kind is "body" (JSON text) or "redirect" (a URL whose parameters are validated). Writes
one object per line with "parsed", "hasDuplicates" (whether the outermost object has a duplicate key), "fields" (of a redirect),
and under "jsonschema" and "rs" a result for each schema, or null if the library does not support the value.
"""

import json
import sys
from urllib.parse import parse_qsl

import jsonschema
import jsonschema_rs


class Members(dict):
    has_duplicates = False


def members(pairs):
    result = Members(pairs)
    result.has_duplicates = len(result) < len(pairs)
    return result


def reject(constant):
    raise ValueError(constant)


def parse(text):
    return json.loads(text, object_pairs_hook=members, parse_constant=reject)


def parameters(url):
    """The parameters of a redirect: those of the query, or of the fragment if the query has no error; the first of each
    name."""
    start, _, fragment = url.partition("#")
    query = start.partition("?")[2]
    for part in (query, fragment):
        found = {}
        for name, value in parse_qsl(part, keep_blank_values=True, errors="replace", max_num_fields=1000):
            found.setdefault(name, value)
        if found.get("error"):
            return found
    return {}


def rs_is_valid(validator, instance):
    try:
        return validator.is_valid(instance)
    except (ValueError, UnicodeEncodeError):
        return None


with open(sys.argv[1], encoding="utf-8") as lines:
    schemas = json.loads(next(lines))
    python = {name: jsonschema.Draft202012Validator(schema) for name, schema in schemas.items()}
    rust = {name: jsonschema_rs.Draft202012Validator(schema) for name, schema in schemas.items()}
    cache = {}
    for line in lines:
        kind, names, text = json.loads(line)
        output = cache.get(line)
        if output is None:
            result = {"parsed": True, "hasDuplicates": False}
            try:
                instance = parse(text) if kind == "body" else parameters(text)
            except (ValueError, RecursionError):
                output = json.dumps({"parsed": False, "hasDuplicates": False, "jsonschema": [], "rs": []})
            else:
                if kind == "redirect":
                    result["fields"] = instance
                result["hasDuplicates"] = getattr(instance, "has_duplicates", False)
                result["jsonschema"] = [python[name].is_valid(instance) for name in names]
                result["rs"] = [rs_is_valid(rust[name], instance) for name in names]
                output = json.dumps(result)
            cache[line] = output
        print(output)
