"""Judges bodies a line by a schema with a Python library: `rs`, `jsonschema` or `fastjsonschema`, each after json.loads.

Arguments: the library, the schema, the file. Exits with 1 where a body is wrong.
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

    # It knows the drafts up to 7, which read this schema alike.
    judge = fastjsonschema.compile({**schema, "$schema": "http://json-schema.org/draft-07/schema#"})

    def is_valid(instance):
        try:
            judge(instance)
            return True
        except fastjsonschema.JsonSchemaValueException:
            return False


with open(path, "rb") as lines:
    wrong = sum(not is_valid(json.loads(line)) for line in lines)
sys.exit(1 if wrong else 0)
