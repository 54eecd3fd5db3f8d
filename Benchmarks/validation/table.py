"""Prints hyperfine's results as a table of MB/s, by wall-clock time and by CPU time, which is less affected by other processes.
Arguments: hyperfine's JSON, and NAME=BYTES for the input size of each command."""

import json
import sys

sizes = dict(argument.rsplit("=", 1) for argument in sys.argv[2:])
with open(sys.argv[1], encoding="utf-8") as file:
    results = json.load(file)["results"]
print("| | MB/s of CPU time | MB/s of wall-clock time | bytes |")
print("| --- | --- | --- | --- |")
for result in results:
    name, size = result["command"], int(sizes[result["command"]]) / 1e6
    cpu_time = result["user"] + result["system"]
    print(f"| {name} | {size / cpu_time:.0f} | {size / result['median']:.0f} | {size:.1f} MB |")
