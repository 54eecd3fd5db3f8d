"""Validates YAML files with python-jsonschema and jsonschema-rs, as Errata reads them and as editors do.

Usage: validate_yaml.py SCHEMA, with the paths of the files as lines of standard input. Checks the schema against the metaschema of
draft-07, and writes a JSON object: for each file, whether it is valid if scalars are text, if they are resolved as YAML 1.2's core
schema says, and as YAML 1.1 says; null if PyYAML cannot read it. Fails if the two validators disagree.
"""

import json
import re
import sys

import jsonschema
import jsonschema_rs
import yaml

PLAIN = {
    None: re.compile(r"null|Null|NULL|~|"),
    True: re.compile(r"true|True|TRUE"),
    False: re.compile(r"false|False|FALSE"),
}
INTEGER = re.compile(r"[-+]?[0-9]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def text(node):
    return node.value


def core(node):
    """YAML 1.2, section 10.3.2."""
    if node.style is not None:
        return node.value
    for value, pattern in PLAIN.items():
        if pattern.fullmatch(node.value):
            return value
    if INTEGER.fullmatch(node.value):
        return int(node.value)
    return float(node.value) if FLOAT.fullmatch(node.value) else node.value


def old(node):
    """YAML 1.1. JSON has no dates, which editors take for text."""
    if node.tag == "tag:yaml.org,2002:timestamp":
        return node.value
    return yaml.SafeLoader("").construct_object(node)


def value(node, scalar):
    """The value of a node, in which keys are text, as in every editor."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): value(item, scalar) for key, item in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [value(item, scalar) for item in node.value]
    return scalar(node) if node else None


with open(sys.argv[1]) as file:
    schema = json.load(file)
jsonschema.Draft7Validator.check_schema(schema)
python, rust = jsonschema.Draft7Validator(schema), jsonschema_rs.Draft7Validator(schema)


def verdict(instance, path):
    is_valid = python.is_valid(instance)
    if rust.is_valid(instance) != is_valid:
        sys.exit(f"jsonschema-rs disagrees about {path}")
    return is_valid


def readings(path):
    with open(path) as file:
        root = yaml.compose(file, yaml.SafeLoader)
    return [value(root, scalar) for scalar in (text, core, old)]


verdicts = {}
for path in sys.stdin.read().splitlines():
    try:
        verdicts[path] = [verdict(instance, path) for instance in readings(path)]
    except yaml.YAMLError:
        verdicts[path] = None
json.dump(verdicts, sys.stdout)
