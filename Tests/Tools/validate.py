"""Validates JSON instances with python-jsonschema and jsonschema-rs.

Reads a JSON object from standard input: {"schemas": {name: schema}, "instances": [[name, instance], ...]}. Checks each schema
against the metaschema of draft 2020-12, and writes a JSON array with true or false for each instance. Fails if the validators
disagree.
"""

import json
import sys

import jsonschema
import jsonschema_rs

job = json.load(sys.stdin)
python, rust = {}, {}
for name, schema in job["schemas"].items():
    jsonschema.Draft202012Validator.check_schema(schema)
    python[name] = jsonschema.Draft202012Validator(schema)
    rust[name] = jsonschema_rs.Draft202012Validator(schema)
verdicts = [python[name].is_valid(instance) for name, instance in job["instances"]]
for verdict, (name, instance) in zip(verdicts, job["instances"]):
    if rust[name].is_valid(instance) != verdict:
        sys.exit(f"jsonschema-rs disagrees on {name} and {json.dumps(instance)}")
json.dump(verdicts, sys.stdout)
