"""Judges JSON instances with python-jsonschema.

Reads from standard input one JSON object: {"schemas": {name: schema}, "instances": [[name, instance], ...]}. Checks each
schema against the metaschema of draft 2020-12, and writes a JSON array with true or false for each instance.
"""

import json
import sys

from jsonschema import Draft202012Validator

job = json.load(sys.stdin)
validators = {}
for name, schema in job["schemas"].items():
    Draft202012Validator.check_schema(schema)
    validators[name] = Draft202012Validator(schema)
json.dump([validators[name].is_valid(instance) for name, instance in job["instances"]], sys.stdout)
