"""Compares what several readers make of the same responses.

The arguments are the file of cases, and for each reader its name, `=` and the file of its results, a line of JSON for each case. Prints
the number of responses that two readers read differently, and the shortest of them with all results.

The reader `validator` knows only the surface and the code, and `null` where it has no opinion. For `go`, a text that is missing is empty.
"""

import json
import sys


def canonical(value):
    """`value` in a form in which 1 and 1.0 are equal, but 1 and True are not."""
    if isinstance(value, bool) or value is None:
        return repr(value)
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, dict):
        return {name: canonical(member) for name, member in value.items()}
    if isinstance(value, list):
        return [canonical(item) for item in value]
    return "text " + value


def fields(reading, absent=(None,)):
    """The fields of a response or an item that are not absent, in a form to compare."""
    if reading is None:
        return None
    result = {name: canonical(value) for name, value in reading.items() if value not in absent}
    details = {name: value for name, value in (reading.get("details") or {}).items() if value not in absent}
    result["details"] = canonical(details)
    result["errors"] = [fields(item, absent) for item in reading.get("errors") or []]
    return result


def surface_and_code(reading):
    code = (reading or {}).get("code")
    return reading and (reading.get("surface"), None if code is None else str(code))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        cases = file.read().split("\n")
    results = {}
    for argument in sys.argv[2:]:
        name, path = argument.split("=", 1)
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        if len(lines) != len(cases):
            sys.exit(f"{name} has {len(lines)} results for {len(cases)} cases")
        results[name] = [json.loads(line) for line in lines]
    checked = results.pop("validator")
    exact = [name for name in results if name != "go"]
    different = []
    for index, case in enumerate(cases):
        found = {name: results[name][index] for name in results}
        forms = [fields(found[name]) for name in exact]
        agree = all(form == forms[0] for form in forms)
        if agree and "go" in found:
            agree = fields(found["go"], (None, "")) == fields(found[exact[0]], (None, ""))
        if agree and checked[index]:
            agree = surface_and_code(checked[index]) == surface_and_code(found[exact[0]])
        if not agree:
            different.append((len(case), case, {"validator": checked[index], **found}))
    print(len(different))
    if different:
        _, case, found = min(different, key=lambda item: item[:2])
        print(case)
        for name, reading in found.items():
            print(f"{name:>10}", json.dumps(reading, ensure_ascii=False))


main()
