"""Compares what several readers make of the same responses.

The arguments are the file of cases, and for each reader its name, `=` and the file of its results, a line of JSON for each case. Prints
an object with "count", the number of responses on which two readers differ, and "smallest", the shortest of them with all results.
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


with open(sys.argv[1], encoding="utf-8") as file:
    cases = file.read().split("\n")
readers = dict(argument.split("=", 1) for argument in sys.argv[2:])
results = {}
for name, path in readers.items():
    with open(path, encoding="utf-8") as file:
        lines = file.read().rstrip("\n").split("\n")
    if len(lines) != len(cases):
        sys.exit(f"{name} has {len(lines)} results for {len(cases)} cases")
    results[name] = [json.loads(line) for line in lines]

different = []
for index, case in enumerate(cases):
    found = {name: results[name][index] for name in readers}
    forms = [canonical(value) for value in found.values()]
    if any(form != forms[0] for form in forms):
        different.append((len(case), case, found))
smallest = min(different, key=lambda item: item[:2], default=None)
print(json.dumps({
    "count": len(different),
    "smallest": smallest and {"case": json.loads(smallest[1]), "results": smallest[2]},
}, ensure_ascii=False))
