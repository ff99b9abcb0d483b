"""Models as the types of pydantic's fields, and so in FastAPI."""

from __future__ import annotations

import json
from typing import Annotated, Any

import pytest
from fastapi import Body, FastAPI
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from openrouter_sdk import ChatResult, models
from openrouter_sdk.custom.schema import Misfit, TypeShape
from tests.generated.json_objects import CONTRACT, UNIONS, model_class, object_of, parser_of, same
from tests.helpers.examples import examples

ANSWER: dict[str, Any] = {
    "id": "a",
    "object": "something.new",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": None}, "brand": [1, None]}],
    "usage": None,
    "brand": {"new": None},
}
NAMES = ["ChatResult", "ChatContentText", "ChatUsage", "ReasoningDetailText", "CreateEmbeddingsData"]


class Envelope(BaseModel):
    answer: ChatResult
    others: list[models.ChatResult] = []
    messages: list[models.ChatMessages] | None = None


@pytest.fixture(scope="module")
def adapters() -> dict[str, TypeAdapter[Any]]:
    return {name: TypeAdapter(model_class(name)) for name in NAMES}


@pytest.mark.parametrize("given_as", [ANSWER, ChatResult.from_dict(ANSWER)], ids=["mapping", "model"])
def test_a_field_takes_a_model_or_its_json_and_gives_back_what_came(given_as: Any) -> None:
    envelope = Envelope(answer=given_as, others=[given_as])

    assert type(envelope.answer) is ChatResult
    assert envelope.model_dump() == {"answer": ANSWER, "others": [ANSWER], "messages": None}
    assert json.loads(envelope.model_dump_json(exclude_none=True)) == {"answer": ANSWER, "others": [ANSWER]}
    assert Envelope.model_validate_json(envelope.model_dump_json()) == envelope
    assert given_as is ANSWER or envelope.answer is given_as


@settings(max_examples=examples(30), deadline=None)
@given(data=st.data())
def test_nothing_is_lost_whatever_came(data: st.DataObject, adapters: dict[str, TypeAdapter[Any]]) -> None:
    name = data.draw(st.sampled_from(NAMES))
    cls = model_class(name)
    told: dict[str, Any] = {**data.draw(object_of(name)), **dict([cls.wire.tag[:2]] if cls.wire.tag else [])}
    read = adapters[name].validate_python(told)

    assert type(read) is cls
    assert same(adapters[name].dump_python(read), told)


def test_what_pydantic_did_not_read_is_written_as_it_is() -> None:
    class Loose(BaseModel):
        answer: ChatResult = None  # type: ignore[assignment]  # pydantic looks at no default
        message: models.ChatMessages = {"role": "user", "content": "Hi"}  # type: ignore[assignment]

    plain = {"answer": None, "message": {"role": "user", "content": "Hi"}}

    assert Loose().model_dump() == plain
    assert json.loads(Loose().model_dump_json()) == plain
    assert Loose.model_construct(answer=ANSWER).model_dump()["answer"] == ANSWER


@pytest.mark.parametrize("value", [None, "text", 1, [ANSWER], models.ChatUsage.from_dict({})])
def test_what_is_neither_is_a_validation_error_that_names_the_model(value: Any) -> None:
    with pytest.raises(ValidationError, match="neither a ChatResult nor its JSON") as caught:
        Envelope(answer=value)

    assert [each["loc"] for each in caught.value.errors()] == [("answer",)]


def test_the_model_of_another_kind_of_part_is_not_read_from_it() -> None:
    with pytest.raises(ValidationError, match="nor its JSON, with type 'text'"):
        TypeAdapter(models.ChatContentText).validate_python({"type": "image_url"})
    with pytest.raises(ValidationError, match="nor its JSON, with role 'user'"):
        TypeAdapter(models.ChatUserMessage).validate_python({"content": "Hi"})


@pytest.mark.parametrize("name", UNIONS)
def test_a_union_is_read_by_its_tag_as_the_sdk_itself_reads_it(name: str) -> None:
    union: Any = getattr(models, name)
    parse = parser_of(name)
    adapter = TypeAdapter(list[union])
    tags = CONTRACT.components[name]["discriminator"]
    told = [{tags["propertyName"]: tag, "x": [None]} for tag in [*tags["mapping"], "something new"]]
    if "x-default-mapping" not in CONTRACT.components[name]:
        told.append({"x": [None]})
    read = adapter.validate_python(told)

    assert list(map(type, read)) == [type(parse(each)) for each in told]
    assert adapter.dump_python(read) == told


def test_the_schema_names_the_fields_and_their_types() -> None:
    schema = Envelope.model_json_schema(mode="serialization")
    answer = schema["$defs"]["ChatResult"]

    assert schema["properties"]["answer"] == {"$ref": "#/$defs/ChatResult"}
    assert (answer["title"], answer["type"], answer["additionalProperties"]) == ("ChatResult", "object", True)
    assert answer["properties"].keys() == ChatResult.wire.keys.keys()
    assert answer["properties"]["choices"]["items"] == {"$ref": "#/$defs/ChatChoice"}
    assert sorted(answer["required"]) == sorted(CONTRACT.components["ChatResult"]["required"])
    assert schema == Envelope.model_json_schema(mode="validation")


def test_where_a_language_model_answers_its_values_are_checked() -> None:
    counts = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}

    assert TypeShape(models.ChatUsage).convert(counts).to_dict() == counts
    with pytest.raises(Misfit, match="total_tokens"):
        TypeShape(models.ChatUsage).convert({**counts, "total_tokens": "no"})
    assert TypeShape(Envelope).convert({"answer": ANSWER}).answer.to_dict() == ANSWER


def test_an_endpoint_of_fastapi_takes_and_gives_models() -> None:
    app = FastAPI()

    @app.post("/echo")
    def echo(answer: Annotated[ChatResult, Body()]) -> ChatResult:
        assert type(answer) is ChatResult
        return answer

    @app.post("/wrapped")
    def wrapped(body: Envelope) -> list[models.ChatMessages]:
        assert body.messages is not None
        return body.messages

    # pydantic resolves the hints of a function where it stands
    echo.__annotations__ |= {"answer": Annotated[ChatResult, Body()], "return": ChatResult}
    messages = [{"role": "user", "content": "Hi"}, {"role": "new", "x": None}]
    with TestClient(app) as browser:
        assert browser.post("/echo", json=ANSWER).json() == ANSWER
        assert browser.post("/echo", json=[1]).status_code == 422
        assert browser.post("/wrapped", json={"answer": ANSWER, "messages": messages}).json() == messages
        schemas = browser.get("/openapi.json").json()["components"]["schemas"]

    assert "choices" in next(schema for name, schema in schemas.items() if name.startswith("ChatResult"))["properties"]
