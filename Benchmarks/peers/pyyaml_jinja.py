"""A peer of `errata generate`: generates Swift, Markdown and JSON Schema with PyYAML's C loader and Jinja2.

    python pyyaml_jinja.py CATALOGUE FOLDER

It writes the same files as errata: documented cases and a table, an index and a page, three schemas. It has no checks, no escaping and
no comparison with existing files.
"""

import json
import pathlib
import sys
import textwrap

import jinja2
import yaml

SWIFT = """\
import Foundation

public enum {{ type }}ErrorCode: RawRepresentable, Hashable, Sendable, Codable {
{%- for e in errors %}
{%- for line in e.comment %}
  /// {{ line }}
{%- endfor %}
  case {{ e.identifier }}
{% endfor %}
  case unrecognized(String)

  public var rawValue: String {
    switch self {
{%- for e in errors %}
    case .{{ e.identifier }}: "{{ e.code }}"
{%- endfor %}
    case .unrecognized(let code): code
    }
  }

  private static let entries: [Entry] = [
{%- for e in errors %}
    Entry(
      .{{ e.identifier }}, status: {{ e.status }}, category: .{{ e.category }},
      summary: {{ e.description_literal }}, guidance: {{ e.guidance_literal }}),
{%- endfor %}
  ]
}
"""

INDEX = """\
# {{ title }}

| Code | Surface | Status | Category | Recovery |
| --- | --- | --- | --- | --- |
{%- for e in errors %}
| <a id="{{ e.anchor }}"></a>[`{{ e.code }}`]({{ surface }}.md#{{ e.anchor }}) | {{ surface_title }} | {{ e.status }} | {{ e.category_title }} | {{ e.recovery }} |
{%- endfor %}
"""

PAGE = """\
# {{ surface_title }}

| Code | Status | Category | Recovery |
| --- | --- | --- | --- |
{%- for e in errors %}
| [`{{ e.code }}`](#{{ e.anchor }}) | {{ e.status }} | {{ e.category_title }} | {{ e.recovery }} |
{%- endfor %}
{% for e in errors %}
<a id="{{ e.anchor }}"></a>

### `{{ e.code }}`

{{ e.description }}

- Status: {{ e.status }}
- Category: {{ e.category_title }}
- Recovery: {{ e.recovery }}

{{ e.guidance }}

```json
{{ e.example }}
```
{% endfor %}"""


def comment(*paragraphs):
    lines = []
    for paragraph in paragraphs:
        lines += ([""] if lines and paragraph else []) + textwrap.wrap(paragraph, 94)
    return lines


def identifier(code):
    first, *rest = code.split("_")
    return first + "".join(word.capitalize() for word in rest)


def field_names(surface):
    fields = surface["response"]["fields"]
    return {role: field["name"] if isinstance(field, dict) else field for role, field in fields.items()}


def entries(catalogue, key, surface):
    fields = field_names(surface)
    for code, error in surface["errors"].items():
        category = catalogue.get("categories", {}).get(error.get("category"), {})
        guidance = error.get("guidance") or category.get("guidance") or ""
        yield {
            "code": code,
            "identifier": identifier(code),
            "anchor": f"{key}-{code}",
            "description": error["description"],
            "comment": comment(
                error["description"],
                f"HTTP {error.get('status')} · {category.get('title', '')} · {category.get('recovery', '')}",
                guidance,
            ),
            "description_literal": json.dumps(error["description"], ensure_ascii=False),
            "status": error.get("status"),
            "category": identifier(error.get("category", "none")),
            "category_title": category.get("title", ""),
            "recovery": error.get("recovery") or category.get("recovery", ""),
            "guidance": guidance,
            "guidance_literal": json.dumps(guidance, ensure_ascii=False),
            "example": json.dumps({fields["code"]: code, fields["description"]: error["description"]}, indent=2),
        }


def schema(surface, errors, tolerant):
    codes = [
        {
            "const": e["code"],
            "title": f"HTTP {e['status']} · {e['category_title']} · {e['recovery']}",
            "description": e["description"],
        }
        for e in errors
    ]
    if tolerant:
        codes.append({"type": "string", "minLength": 1})
    fields = field_names(surface)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": [fields["code"]],
        "properties": {fields["code"]: {"type": "string", "anyOf" if tolerant else "oneOf": codes}},
    }


def exchange(surface, errors):
    code = field_names(surface)["code"]
    by_status = {}
    for e in errors:
        by_status.setdefault(e["status"], []).append(e["code"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": ["status", "body"],
        "properties": {"status": {"type": "integer"}, "body": {"type": "object", "required": [code]}},
        "allOf": [
            {
                "if": {"properties": {"body": {"properties": {code: {"enum": codes}}}}},
                "then": {"properties": {"status": {"const": status}}},
            }
            for status, codes in by_status.items()
        ],
    }


def main():
    with open(sys.argv[1], "rb") as file:
        catalogue = yaml.load(file, Loader=yaml.CSafeLoader)
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    environment = jinja2.Environment(autoescape=False)
    swift, index, page = (environment.from_string(text) for text in (SWIFT, INDEX, PAGE))
    for key, surface in catalogue["surfaces"].items():
        errors = list(entries(catalogue, key, surface))
        context = {
            "type": surface.get("type", key.title()),
            "title": catalogue["title"],
            "surface": key,
            "surface_title": surface["title"],
            "errors": errors,
        }
        (folder / f"{key}.swift").write_text(swift.render(context))
        (folder / f"{key}-index.md").write_text(index.render(context))
        (folder / f"{key}.md").write_text(page.render(context))
        for kind, tolerant in (("strict", False), ("tolerant", True)):
            text = json.dumps(schema(surface, errors, tolerant), indent=2, ensure_ascii=False)
            (folder / f"{key}.{kind}.schema.json").write_text(text)
        text = json.dumps(exchange(surface, errors), indent=2, ensure_ascii=False)
        (folder / f"{key}.exchange.schema.json").write_text(text)


main()
