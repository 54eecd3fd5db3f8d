"""Prints hyperfine's results as a table of MB/s, by the clock and by the time that the processors worked, which other work on
the machine disturbs less. Arguments: hyperfine's JSON, and NAME=BYTES for the bytes of each command."""

import json
import sys

sizes = dict(argument.rsplit("=", 1) for argument in sys.argv[2:])
with open(sys.argv[1], encoding="utf-8") as file:
    results = json.load(file)["results"]
print("| | MB/s of processor time | MB/s by the clock | bytes |")
print("| --- | --- | --- | --- |")
for result in results:
    name, size = result["command"], int(sizes[result["command"]]) / 1e6
    worked = result["user"] + result["system"]
    print(f"| {name} | {size / worked:.0f} | {size / result['median']:.0f} | {size:.1f} MB |")
