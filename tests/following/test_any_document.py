"""Whatever a document says can be written in our form: then it is no difference, and a second time changes nothing."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.amend import amended, failures
from generator.differences import differences
from generator.endpoints import endpoints
from generator.plain import from_yaml
from tests.following.documents import CONTRACT
from tests.helpers.examples import examples

Json = dict[str, Any]

NAMES = ["a", "name", "no", "type", "x-y", "10"]
COMPONENTS = ["One", "Two", "OptionalNullable_str_"]
REFERENCES = [{"$ref": f"#/components/schemas/{name}"} for name in COMPONENTS]

scalars: st.SearchStrategy[Json] = st.sampled_from(
    [
        {"type": "string"},
        {"type": "integer"},
        {"type": ["number", "null"]},
        {"type": "boolean"},
        {},
        {"enum": ["yes", "no", "~"]},
        {"enum": ["a", "b", None]},
        {"type": "string", "const": "one"},
        {"anyOf": [{"enum": ["a", "c"]}, {"type": "string"}]},
        *REFERENCES,
    ]
)


def objects(values: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    def made(properties: Json, required: list[str]) -> Json:
        return {"type": "object", "properties": properties, "required": [key for key in required if key in properties]}

    fields = st.dictionaries(st.sampled_from(NAMES), values, min_size=1, max_size=3)
    return st.builds(made, fields, st.lists(st.sampled_from(NAMES), unique=True))


def unions(values: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    def made(fields: list[Json]) -> Json:
        return {
            "oneOf": [
                {**one, "properties": {**one["properties"], "kind": {"const": f"k{number}"}}, "required": ["kind"]}
                for number, one in enumerate(fields)
            ]
        }

    return st.lists(objects(values), min_size=2, max_size=3).map(made)


def deeper(values: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    return st.one_of(
        objects(values),
        unions(values),
        values.map(lambda one: {"type": "array", "items": one}),
        values.map(lambda one: {"type": "object", "additionalProperties": one}),
        values.map(lambda one: {"anyOf": [one, {"type": "null"}]}),
        st.lists(values, min_size=2, max_size=3).map(lambda some: {"anyOf": some}),
        values.map(lambda one: {"anyOf": [{"type": "string"}, {"type": "array", "items": one}]}),
        objects(values).map(lambda one: {"anyOf": [{"enum": ["auto", "none"]}, one]}),
    )


schemas = st.recursive(scalars, deeper, max_leaves=6)


def content(schema: Json) -> Json:
    return {"content": {"application/json": {"schema": schema}}}


@st.composite
def documents(draw: st.DrawFn) -> Json:
    fields = objects(schemas)
    parameters = draw(st.lists(st.sampled_from(["offset", "limit", "hash"]), unique=True))
    return {
        "openapi": "3.1.0",
        "paths": {
            "/parcels": {
                "get": {
                    "operationId": "listParcels",
                    "tags": ["Parcels"],
                    "parameters": [
                        {"name": name, "in": "query", "required": draw(st.booleans()), "schema": draw(schemas)}
                        for name in parameters
                    ],
                    "responses": {"200": content(draw(fields)), "404": {}},
                },
                "post": {
                    "operationId": "sendParcel",
                    "tags": ["More Parcels"],
                    "requestBody": content(draw(fields)),
                    "responses": {draw(st.sampled_from(["200", "201"])): content(draw(fields))},
                },
            }
        },
        "components": {"schemas": {name: draw(objects(schemas)) for name in COMPONENTS}},
    }


def check(contract: str, document: Json) -> str:
    found = endpoints(document)
    written = amended(contract, found)
    data = from_yaml(written)

    assert [str(one) for one in differences(endpoints(data), found, failures(data))] == []
    assert amended(written, found) == written
    return written


@given(documents(), documents())
@settings(max_examples=examples(25))  # each writes the contract four times
def test_a_document_that_is_written_is_no_difference(first: Json, second: Json) -> None:
    check(check(CONTRACT, first), second)
