"""Judges a folder of exchanges, one a line, with `errata validate` on a Spark cluster, and prints how many findings there are
of each rule, as JSON.

    python count_findings.py FOLDER [--errata PATH] [--catalog FILE] [--master URL] [--findings FOLDER]

Each partition of the input is a stream of lines that Spark pipes through a process of its own; the findings come back as lines
of JSON, and Spark adds them up. `--findings` keeps them too, as Parquet.
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
arguments.add_argument("folder", help="any address that Spark reads: a folder, hdfs://, s3a://")
arguments.add_argument("--errata", default="errata", help="the tool, by a path that all workers have")
arguments.add_argument("--catalog", help="the catalogue, by a path that all workers have; by default BankID's")
arguments.add_argument("--master", help="the cluster; by default the one that spark-submit names")
arguments.add_argument("--findings", help="where to keep the findings")
options = arguments.parse_args()

builder = SparkSession.builder.appName("errata validate")
spark = (builder.master(options.master) if options.master else builder).getOrCreate()

command = [options.errata, "validate", "--input", "exchanges", "--format", "json"]
if options.catalog:
    command += ["--catalog", options.catalog]
# Findings make the exit status 1; what makes it 2 or more shall fail the job.
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
