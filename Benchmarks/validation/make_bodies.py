"""Writes one body per line, cycling through all codes of a surface, each body with a different reference.

Arguments: the catalogue, the surface, the number of bodies, and optionally a suffix for each code, which makes the codes unknown.
"""

import json
import sys

import yaml

path, surface, count, suffix = sys.argv[1], sys.argv[2], int(sys.argv[3]), "".join(sys.argv[4:])
with open(path, encoding="utf-8") as file:
    errors = yaml.load(file, Loader=yaml.CSafeLoader)["surfaces"][surface]["errors"]
starts = [
    json.dumps({"errorCode": code + suffix, "errorDescription": error["description"]}, separators=(",", ":"))[:-1]
    for code, error in errors.items()
]
for number in range(count):
    sys.stdout.write(f'{starts[number % len(starts)]},"errorReference":"REF{number:09}"}}\n')
