"""Validates one body per line against a schema with a Python library: `rs`, `jsonschema` or `fastjsonschema`, after json.loads.

Arguments: the library, the schema, the file. Exits with 1 if a body is invalid.
"""

import json
import sys

library, schema_path, path = sys.argv[1:]
with open(schema_path, encoding="utf-8") as file:
    schema = json.load(file)
if library == "rs":
    import jsonschema_rs

    is_valid = jsonschema_rs.Draft202012Validator(schema).is_valid
elif library == "jsonschema":
    import jsonschema

    is_valid = jsonschema.Draft202012Validator(schema).is_valid
else:
    import fastjsonschema

    # It supports drafts up to 7, in which this schema has the same meaning.
    validate = fastjsonschema.compile({**schema, "$schema": "http://json-schema.org/draft-07/schema#"})

    def is_valid(instance):
        try:
            validate(instance)
            return True
        except fastjsonschema.JsonSchemaValueException:
            return False


with open(path, "rb") as lines:
    invalid = sum(not is_valid(json.loads(line)) for line in lines)
sys.exit(1 if invalid else 0)
