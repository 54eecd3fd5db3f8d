"""Prints the compile time of generated error types, compared with that of types that a careful author writes by hand.

    python compile_time.py ERRATA [COUNT ...]

ERRATA is the path of the tool. Both have the same codes, facts and fields; see `by_hand`. The times are CPU time in seconds, with
whole-module optimization, the minimum of three alternating runs.
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


def by_hand(count, folder):
    """An enum with raw values, a switch for each fact, and an error that `JSONDecoder` decodes. The texts are those of
    make_catalogue.py."""
    codes = range(count)

    def switch(name, value_type, value):
        cases = "".join(f"    case .errorNumber{number}Happened: {value(number)}\n" for number in codes)
        return f"  public var {name}: {value_type} {{\n    switch self {{\n{cases}    }}\n  }}\n"

    statuses = (400, 401, 403, 404, 422, 500, 503)
    cases = "".join(
        f"  /// The request number {number} is missing a required parameter.\n"
        f"  case errorNumber{number}Happened = \"error_number_{number}_happened\"\n" for number in codes)
    source = folder / "by_hand.swift"
    source.write_text(
        (HERE / "peers/by_hand.swift").read_text()
        + f"\npublic enum APIErrorCode: String, CaseIterable, Codable, Sendable {{\n{cases}\n"
        + switch("httpStatus", "Int", lambda number: statuses[number % 7])
        + switch("category", "Category", lambda number: (".validation", ".service")[number % 2])
        + switch("summary", "String", lambda number: (
            f'"The request number {number} is missing a required parameter, includes an invalid parameter value, or is '
            f'otherwise malformed, which the documentation of endpoint {number} explains"'))
        + switch("guidance", "String", lambda number: (
            f'"Correct the parameter of request number {number} as its documentation says, and then send the request '
            'again; if that does not help, ask"'))
        + "}\n")
    return [source]


def generated(errata, count, folder):
    catalogue = subprocess.run(
        [sys.executable, HERE / "make_catalogue.py", str(count)], check=True, capture_output=True).stdout
    subprocess.run([errata, "generate", "-", "--swift", folder / "generated"], input=catalogue, check=True,
                   capture_output=True)
    return sorted((folder / "generated").glob("*.swift"))


def main():
    errata = sys.argv[1]
    counts = [int(count) for count in sys.argv[2:]] or [41, 300, 1000]
    print("| codes | build | by hand | generated | ratio |")
    print("| --- | --- | --- | --- | --- |")
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            candidates = [by_hand(count, folder), generated(errata, count, folder)]
            for mode, flag in MODES.items():
                runs = [[compile_seconds(sources, flag, folder) for sources in candidates] for _ in range(RUNS)]
                peer, ours = (min(times) for times in zip(*runs))
                print(f"| {count:,} | {mode} | {peer:.2f} s | {ours:.2f} s | {ours / peer:.2f} |", flush=True)


main()
