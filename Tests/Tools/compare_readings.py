"""Compares what several readers make of the same responses.

The arguments are the file of cases, and for each reader its name, `=` and the file of its results, a line of JSON for each case. Prints
the number of responses that two readers read differently, and the shortest of them with all results.

The reader `validator` knows only the surface and the code, and `null` where it has no opinion. For `go`, a text that is missing is empty.
"""

import json
import sys


def canonical(value, drops_empty):
    """`value` in a form in which 1 and 1.0 are equal, but 1 and True are not, without what is absent."""
    if isinstance(value, bool) or value is None:
        return repr(value)
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, dict):
        absent = ([], {}, None, "") if drops_empty else ([], {}, None)
        return {name: canonical(member, drops_empty) for name, member in value.items() if member not in absent}
    if isinstance(value, list):
        return [canonical(item, drops_empty) for item in value]
    return "text " + value


def surface_and_code(reading):
    return reading and (reading.get("surface"), reading.get("code") and str(reading["code"]))


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
        forms = [canonical(found[name], False) for name in exact]
        agree = all(form == forms[0] for form in forms)
        if agree and "go" in found:
            agree = canonical(found["go"], True) == canonical(found[exact[0]], True)
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
