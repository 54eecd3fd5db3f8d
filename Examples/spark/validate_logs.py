"""Validates a folder of exchanges, one per line, with `errata validate` on a Spark cluster, and prints the summary as JSON: the same that
`errata validate --summary --format json` prints for all files.

    python validate_logs.py FOLDER --catalog FILE [--errata PATH] [--base PATH] [--master URL] [--findings FOLDER]

Spark pipes the lines of each partition through a separate process. Its findings and its summary are lines of JSON. The summaries are
added here. `--findings` saves the findings as Parquet.
"""

import argparse
import functools
import json
import shlex

from pyspark.sql import SparkSession

# What is unknown is left out of a finding.
FINDING = """
    rule STRING, documentation STRING, severity STRING, message STRING, surface STRING, code STRING, status INT, method STRING,
    path STRING, time STRING, request_id STRING, file STRING, line BIGINT, column BIGINT, pointer STRING
"""

# Runs the tool, and writes its summary, which is the last line of standard error, after the findings. A status of 1 means that
# there are findings; any other fails the job.
PROGRAM = """
messages=$(mktemp)
"$@" 2>"$messages"
status=$?
if [ $status -le 1 ]; then tail -n 1 "$messages"; status=0; else cat "$messages" >&2; fi
rm -f "$messages"
exit $status
"""


def add(left, right):
    """The sum of two summaries."""
    total = {}
    for name, value in left.items():
        if name == "neverSeen":
            total[name] = [code for code in value if code in right[name]]
        elif isinstance(value, list):
            total[name] = add_counts(value + right[name])
        elif isinstance(value, bool):
            total[name] = value or right[name]
        else:
            total[name] = value + right[name]
    return total


def add_counts(entries):
    """The entries with the counts of equal ones added, the most frequent first."""
    counts = {}
    for entry in entries:
        key = tuple((name, value) for name, value in entry.items() if name != "count")
        counts[key] = counts.get(key, 0) + entry["count"]
    return sorted(({**dict(key), "count": count} for key, count in counts.items()), key=lambda entry: -entry["count"])


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", help="a folder or any URL that Spark supports, such as hdfs:// or s3a://")
    arguments.add_argument("--catalog", required=True, help="the path of the catalogue on all workers, or bankid")
    arguments.add_argument("--errata", default="errata", help="the path of the tool on all workers")
    arguments.add_argument("--base", help="the path prefix of the API (default: the catalogue's)")
    arguments.add_argument("--master", help="the cluster (default: the one given to spark-submit)")
    arguments.add_argument("--findings", help="the folder to save the findings in")
    options = arguments.parse_args()

    builder = SparkSession.builder.appName("errata validate")
    spark = (builder.master(options.master) if options.master else builder).getOrCreate()

    # A partition can be empty, or have only other paths.
    command = [options.errata, "validate", "--input", "exchanges", "--format", "json", "--allow-empty"]
    command += ["--catalog", options.catalog]
    if options.base:
        command += ["--base", options.base]
    piped = shlex.join(["sh", "-c", PROGRAM, "sh", *command, "-"])

    lines = spark.sparkContext.textFile(options.folder).pipe(piped, checkCode=True).cache()
    if options.findings:
        findings = lines.filter(lambda line: line.startswith('{"rule"'))
        spark.read.schema(FINDING).json(findings).write.mode("overwrite").parquet(options.findings)
    summaries = lines.filter(lambda line: line.startswith('{"read"')).map(json.loads).collect()
    print(json.dumps(functools.reduce(add, summaries), ensure_ascii=False))
    spark.stop()


if __name__ == "__main__":
    main()
