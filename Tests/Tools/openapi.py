"""Uses generated schemas in an OpenAPI 3.1 document, by `$ref`, as a service would that documents its errors.

Arguments: the folder of the schemas, and a file with [[schema name, instance, whether it is valid], ...]. Fails if the document is
not valid OpenAPI, or if the validation of an instance through the document has another result.
"""

import json
import pathlib
import sys

from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import validate
from referencing import Registry, Resource

folder = pathlib.Path(sys.argv[1]).resolve()
names = sorted(path.name for path in folder.glob("*.schema.json"))
document = {
    "openapi": "3.1.0",
    "info": {"title": "Errors", "version": "1.0.0"},
    "paths": {
        f"/{name}": {
            "get": {
                "responses": {
                    "400": {
                        "description": "an error",
                        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}},
                    }
                }
            }
        }
        for name in names
    },
    "components": {"schemas": {name: {"$ref": name} for name in names}},
}
address = (folder / "openapi.json").as_uri()
validate(document, base_uri=address)

resources = [((folder / name).as_uri(), Resource.from_contents(json.loads((folder / name).read_text()))) for name in names]
specification = resources[0][1]._specification
registry = Registry().with_resources(resources).with_resource(address, specification.create_resource(document))
for name, instance, is_valid in json.loads(pathlib.Path(sys.argv[2]).read_text()):
    validator = OAS31Validator({"$ref": f"{address}#/components/schemas/{name}"}, registry=registry)
    if validator.is_valid(instance) != is_valid:
        sys.exit(f"{name} in the document judges {json.dumps(instance)} otherwise than alone")
print(len(names))
