"""Prints the compile time of generated error types, compared with a bare enum that has the same cases.

    python compile_time.py ERRATA [COUNT ...]

ERRATA is the path of the tool. The bare enum has no payload, members or documentation, as a lower bound. The times are CPU time in
seconds, with whole-module optimization, the minimum of three alternating runs.
"""

import pathlib
import resource
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
MODES = {"debug": "-Onone", "release": "-O"}
RUNS = 3


def compile_seconds(sources, flag, folder):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        ["swiftc", "-parse-as-library", "-whole-module-optimization", flag, "-module-name", "Measured", "-c"]
        + ["-emit-module", "-emit-module-path", folder / "Measured.swiftmodule", "-o", folder / "Measured.o", *sources],
        check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def bare_enum(count, folder):
    source = folder / "bare.swift"
    cases = "".join(f"  case errorNumber{number}Happened\n" for number in range(count))
    source.write_text(f"public enum BareCode {{\n{cases}}}\n")
    return [source]


def generated(errata, count, folder):
    catalogue = subprocess.run(
        [sys.executable, HERE / "make_catalogue.py", str(count)], check=True, capture_output=True).stdout
    subprocess.run([errata, "generate", "-", "--swift", folder / "generated"], input=catalogue, check=True,
                   capture_output=True)
    return sorted((folder / "generated").glob("*.swift"))


def main():
    errata = sys.argv[1]
    counts = [int(count) for count in sys.argv[2:]] or [1, 1000, 2000, 4000]
    print("| codes | build | bare enum | generated | ratio | generated minus the row with one code, to bare enum |")
    print("|---|---|---|---|---|---|")
    fixed = {}
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            candidates = [bare_enum(count, folder), generated(errata, count, folder)]
            for mode, flag in MODES.items():
                runs = [[compile_seconds(sources, flag, folder) for sources in candidates] for _ in range(RUNS)]
                floor, ours = (min(times) for times in zip(*runs))
                fixed.setdefault(mode, ours)
                increase = f"{(ours - fixed[mode]) / floor:.2f}" if count != counts[0] else ""
                print(f"| {count:,} | {mode} | {floor:.2f} s | {ours:.2f} s | {ours / floor:.2f} | {increase} |", flush=True)


main()
