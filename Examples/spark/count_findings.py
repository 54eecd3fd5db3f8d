"""Validates a folder of exchanges, one per line, with `errata validate` on a Spark cluster, and prints the number of findings of each
rule as JSON.

    python count_findings.py FOLDER [--errata PATH] [--catalog FILE] [--master URL] [--findings FOLDER]

Spark pipes the lines of each partition through a separate process. The findings are lines of JSON, which Spark counts. `--findings`
also saves them as Parquet.
"""

import argparse
import json
import shlex

from pyspark.sql import SparkSession

# Every finding has these keys.
FINDING = """
    rule STRING, severity STRING, message STRING, surface STRING, code STRING, status INT,
    file STRING, line BIGINT, column BIGINT, pointer STRING
"""

arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
arguments.add_argument("folder", help="a folder or any URL that Spark supports, such as hdfs:// or s3a://")
arguments.add_argument("--errata", default="errata", help="the path of the tool on all workers")
arguments.add_argument("--catalog", help="the path of the catalogue on all workers (default: BankID's)")
arguments.add_argument("--master", help="the cluster (default: the one given to spark-submit)")
arguments.add_argument("--findings", help="the folder to save the findings in")
options = arguments.parse_args()

builder = SparkSession.builder.appName("errata validate")
spark = (builder.master(options.master) if options.master else builder).getOrCreate()

command = [options.errata, "validate", "--input", "exchanges", "--format", "json"]
if options.catalog:
    command += ["--catalog", options.catalog]
# The exit status is 1 if there are findings. A status of 2 or more fails the job.
program = f'"$@"; status=$?; [ $status -le 1 ] && exit 0; exit $status'
piped = shlex.join(["sh", "-c", program, "sh", *command, "-"])

lines = spark.sparkContext.textFile(options.folder)
findings = spark.read.schema(FINDING).json(lines.pipe(piped, checkCode=True))
if options.findings:
    findings = findings.cache()
    findings.write.mode("overwrite").parquet(options.findings)
totals = {row["rule"]: row["count"] for row in findings.groupBy("rule").count().collect()}
print(json.dumps(totals, sort_keys=True))
spark.stop()
