"""Writes bodies a line, all codes of a surface of a catalogue in turn, each with a reference of its own.

Arguments: the catalogue, the surface, how many bodies, and optionally how much is added to each code: a letter or two make
every body wrong.
"""

import json
import sys

import yaml

path, surface, count, wrong = sys.argv[1], sys.argv[2], int(sys.argv[3]), "".join(sys.argv[4:])
with open(path, encoding="utf-8") as file:
    errors = yaml.load(file, Loader=yaml.CSafeLoader)["surfaces"][surface]["errors"]
starts = [
    json.dumps({"errorCode": code + wrong, "errorDescription": error["description"]}, separators=(",", ":"))[:-1]
    for code, error in errors.items()
]
for number in range(count):
    sys.stdout.write(f'{starts[number % len(starts)]},"errorReference":"REF{number:09}"}}\n')
