"""`openapi.yaml` is valid OpenAPI and keeps to the vocabulary that the templates rely on."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.sync import undescribed
from tests.contract.document import PREFIX, Contract, Schema, load_contract, load_document
from tests.contract.fit import misfits
from tests.helpers.eventual import Eventual

openapi_spec_validator = Eventual("openapi_spec_validator")
CONTRACT = load_contract()
PLACES = list(CONTRACT.places())
UNIONS = {name: schema for name, schema in CONTRACT.components.items() if "discriminator" in schema}
COMPONENTS = {
    f"#/components/{kind}/{name}"
    for kind in ("parameters", "responses", "schemas")
    for name in CONTRACT.document["components"][kind]
}
FORBIDDEN = {"allOf", "oneOf", "not", "example", "format", "nullable"}


def broken_rules(contract: Contract) -> list[str]:
    """Places that leave the vocabulary, each with the rule it breaks."""
    found: list[str] = []
    for where, schema, component in contract.places():
        found += [f"{where}: {word} is not used" for word in sorted(FORBIDDEN & schema.keys())]
        if schema.get("additionalProperties") is False:
            found.append(f"{where}: closed to further keys")
        if "default" in schema and schema.get("const") != schema["default"]:
            found.append(f"{where}: a default that is no constant would be sent with each request")
        if not component:
            found += [f"{where}: {word} in place" for word in ("properties", "enum", "discriminator") if word in schema]
            found += [f"{where}: an object in place"] if schema.get("type") == "object" else []
        elif schema.get("type") == "object" and not {"properties", "x-map"} & schema.keys():
            found.append(f"{where}: an object that says nothing of its keys")
        if "enum" in schema and not well_formed_enum(schema):
            found.append(f"{where}: enums are open, of text, without doubles")
    return found + [text for name, schema in contract.components.items() for text in broken_constants(name, schema)]


def well_formed_enum(schema: Schema) -> bool:
    """Whether an enum is text, open, and lists no value twice."""
    values: list[object] = schema["enum"]
    texts = all(isinstance(value, str) for value in values)
    return texts and len(set(values)) == len(values) and (schema.get("type"), schema.get("x-open")) == ("string", True)


def broken_constants(name: str, schema: Schema) -> list[str]:
    """Constants whose default does not follow from being required."""
    required = schema.get("required", [])
    constants = {key: one for key, one in schema.get("properties", {}).items() if "const" in one}
    return [
        f"{name}.{key}: default and required differ"
        for key, one in constants.items()
        if ("default" in one) != (key in required)
    ]


def described(contract: Contract, schema: Schema) -> bool:
    """Whether a property says what it is, itself or through its component."""
    return bool(schema.get("description") or contract.resolve(schema).get("description"))


def test_the_contract_is_valid_openapi() -> None:
    document: Any = load_document()

    openapi_spec_validator.validate(document)

    assert re.fullmatch(r"3\.1\.\d+", document["openapi"])


def test_every_reference_leads_to_a_component() -> None:
    assert sorted(set(CONTRACT.references(CONTRACT.document)) - COMPONENTS) == []


def test_every_component_is_reachable() -> None:
    assert sorted(COMPONENTS - CONTRACT.reachable()) == []


def test_the_vocabulary_is_kept() -> None:
    assert broken_rules(CONTRACT) == []


def test_every_example_fits_its_schema() -> None:
    examples = [(schema, example) for _, schema, _ in PLACES for example in schema.get("examples", [])]

    assert examples
    assert [misfit for schema, example in examples for misfit in misfits(CONTRACT, schema, example)] == []


def test_every_component_and_every_property_is_described() -> None:
    properties = {
        f"{where}.{name}": child for where, schema, _ in PLACES for name, child in schema.get("properties", {}).items()
    }

    nameless = [
        name for name, schema in {**CONTRACT.components, **properties}.items() if not described(CONTRACT, schema)
    ]
    assert nameless == []


def test_nothing_waits_for_its_description() -> None:
    assert undescribed(CONTRACT.document) == []


def test_descriptions_fit_into_a_docstring() -> None:
    texts = {where: schema["description"].strip() for where, schema, _ in PLACES if "description" in schema}

    assert [
        where for where, text in texts.items() if '"""' in text or text.endswith(('"', "\\")) or len(text) > 400
    ] == []


def test_every_required_key_is_declared() -> None:
    undeclared = [
        f"{where}.{name}"
        for where, schema, _ in PLACES
        for name in schema.get("required", [])
        if name not in schema.get("properties", {})
    ]

    assert undeclared == []


def test_no_component_is_null_itself() -> None:
    assert [name for name, schema in CONTRACT.components.items() if CONTRACT.nullable(schema)] == []


def test_a_union_is_a_base_object_with_its_tag() -> None:
    for name, union in UNIONS.items():
        tag = union["discriminator"]["propertyName"]

        assert union["type"] == "object", name
        assert union["required"] == [tag], name
        assert list(union["properties"]) == [tag], name
        assert union["properties"][tag]["type"] == "string", name


def test_every_member_of_a_union_carries_the_tags_it_is_mapped_from() -> None:
    for name, union in UNIONS.items():
        members: dict[str, set[str]] = {}
        for value, reference in union["discriminator"]["mapping"].items():
            members.setdefault(reference, set()).add(value)

        tag = union["discriminator"]["propertyName"]
        for reference, values in members.items():
            member = CONTRACT.target(reference)
            written = CONTRACT.resolve(member["properties"][tag])
            assert tag in member["required"], (name, reference)
            assert ({written["const"]} if "const" in written else set(written["enum"])) == values, (name, reference)


def test_the_default_member_takes_any_tag() -> None:
    defaults = {name: union["x-default-mapping"] for name, union in UNIONS.items() if "x-default-mapping" in union}

    assert defaults
    for name, reference in defaults.items():
        member = CONTRACT.target(reference)
        tag = UNIONS[name]["discriminator"]["propertyName"]
        assert tag in member["required"], name
        assert {"const", "enum", "$ref"} & member["properties"][tag].keys() == set(), name


def test_a_map_declares_its_values_and_nothing_else() -> None:
    maps = {where: schema for where, schema, _ in PLACES if "additionalProperties" in schema or "x-map" in schema}

    assert [where for where, one in maps.items() if not one.get("x-map") or "properties" in one] == []


def test_no_body_field_has_the_name_of_a_header_argument() -> None:
    arguments = {"http_referer", "x_open_router_title", "x_open_router_categories", "x_open_router_metadata"}

    assert arguments & CONTRACT.components["ChatRequest"]["properties"].keys() == set()


@pytest.mark.parametrize(
    ("component", "keywords"),
    [
        ("ChatUsage", {"additionalProperties": False}),
        ("ChatUsage", {"allOf": [{"$ref": PREFIX + "CostDetails"}]}),
        ("ChatUsage", {"properties": {"cost": {"type": "object", "properties": {}}}}),
        ("ChatUsage", {"properties": {"cost": {"type": "string", "enum": ["free"]}}}),
        ("ChatUsage", {"properties": {"cost": {"type": "number", "default": 0}}}),
        ("ChatUsage", {"properties": {"kind": {"type": "string", "const": "usage", "default": "usage"}}}),
        ("Modality", {"enum": ["text", "text"]}),
        ("Modality", {"x-open": False}),
        ("JsonObject", {"x-map": None, "additionalProperties": {"type": "string", "format": "date"}}),
    ],
)
def test_a_broken_rule_is_noticed(component: str, keywords: dict[str, object]) -> None:
    document = load_document()
    document["components"]["schemas"][component].update(keywords)

    assert broken_rules(Contract(document)) != []
