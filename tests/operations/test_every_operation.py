"""Every operation of the contract is a method, sync and async, that sends what it is given and gives its model."""

from __future__ import annotations

import csv
import inspect
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from openrouter_sdk import OpenRouter, errors, models, testing
from tests.contract.document import load_contract
from tests.helpers.api import Api
from tests.helpers.examples import meeting
from tests.operations.requests import CASES, ready

CONTRACT = load_contract()
OPERATIONS = {operation.name: operation for operation in CONTRACT.operations()}
ALIASES = [(name, alias) for name, operation in OPERATIONS.items() for alias in operation.names[1:]]
FACTS = Path(__file__).resolve().parents[3] / "shared" / "reference" / "api-operations.tsv"

every_operation = pytest.mark.parametrize("name", CASES)


def result_of(name: str) -> type[Any] | None:
    """The model of the success."""
    _, response = CONTRACT.success(OPERATIONS[name])
    content = response.get("content")
    if not content:
        return None
    found: type[Any] = getattr(models, content["application/json"]["schema"]["$ref"].rpartition("/")[2])
    return found


def test_each_has_a_case_here() -> None:
    assert {*CASES, "chat.send"} == OPERATIONS.keys()


@every_operation
def test_it_sends_what_it_is_given(name: str, api: Api, client: OpenRouter, server: testing.Server) -> None:
    case = ready(CASES[name], api, client)

    api.operate(client, name, *case.arguments, **case.keywords)

    sent = server.requests[-1]
    assert (sent.method, sent.path) == (OPERATIONS[name].method.upper(), f"/api/v1{case.path}")
    assert dict(parse_qsl(case.query)).items() <= dict(parse_qsl(sent.query)).items()
    assert sent.json == case.body
    assert ("content-type" in sent.headers) == (case.body is not None)
    assert sent.headers["authorization"] == "Bearer test"


@every_operation
def test_what_it_needs_must_not_be_none(name: str, api: Api, client: OpenRouter, server: testing.Server) -> None:
    namespace, _, method = name.partition(".")
    parameters = inspect.signature(getattr(getattr(client, namespace), method)).parameters.values()
    needed = {each.name: None for each in parameters if each.default is each.empty and each.kind <= each.KEYWORD_ONLY}
    for missing in needed:
        with pytest.raises(TypeError, match=rf"^{missing} (must not be None|cannot be a NoneType)$"):
            api.operate(client, name, **{**dict.fromkeys(needed, "given"), missing: None})

    assert server.requests == []


@every_operation
def test_it_gives_the_model_of_the_contract_and_how_it_came(name: str, api: Api, client: OpenRouter) -> None:
    case = ready(CASES[name], api, client)

    if "x-pagination" in OPERATIONS[name].data:
        pager = api.method(getattr(client, name.partition(".")[0]), name.partition(".")[2])(**case.keywords)
        found = next(api.each(pager.pages()))
    else:
        found = api.operate(client, name, *case.arguments, **case.keywords)

    result = result_of(name)
    assert result is not None
    assert type(found) is result
    assert (found.http.status, found.http.attempts) == (int(CONTRACT.success(OPERATIONS[name])[0]), 1)
    assert result.from_dict(found.to_dict()) == found


# one reader makes the exceptions of both colours
@pytest.mark.parametrize(("name", "api"), meeting(CASES, ["sync", "async"], of=1), indirect=["api"])
def test_what_the_server_refuses_raises_the_class_the_contract_names(
    name: str, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    case = CASES[name]
    for status, response in CONTRACT.answers(OPERATIONS[name]).items():
        if status.isdigit() and status[0] != "2":
            server.enqueue(testing.error(int(status), "Not this time"))

            with pytest.raises(errors.ChatError, match="Not this time") as caught:
                api.operate(client, name, *case.arguments, retries=None, **case.keywords)

            assert type(caught.value) is getattr(errors, response["x-error"])
            assert caught.value.status_code == int(status)


@pytest.mark.parametrize(("name", "alias"), ALIASES)
@pytest.mark.parametrize("suffix", ["", "_async"])
def test_a_further_name_is_the_same_method(name: str, alias: str, suffix: str) -> None:
    namespace = getattr(OpenRouter, name.partition(".")[0])

    method = getattr(namespace, name.partition(".")[2] + suffix)
    assert getattr(namespace, alias.partition(".")[2] + suffix) is method
    assert callable(method)


@pytest.mark.parametrize("name", OPERATIONS)
def test_both_colours_take_the_same_arguments_all_of_them_documented(name: str) -> None:
    namespace, _, method = name.partition(".")
    plain = getattr(getattr(OpenRouter, namespace), method)
    twin = getattr(getattr(OpenRouter, namespace), f"{method}_async")

    parameters = inspect.signature(plain).parameters
    assert parameters == inspect.signature(twin).parameters
    for each in (plain, twin):
        documented = inspect.getdoc(each) or ""
        assert [
            key
            for key in parameters
            if key not in ("self", "misplaced", "unknown") and f"    {key}: " not in documented
        ] == []


@every_operation
def test_it_takes_the_options_of_every_call(name: str) -> None:
    namespace, _, method = name.partition(".")
    taken = inspect.signature(getattr(getattr(OpenRouter, namespace), method)).parameters.keys()

    wanted = {"retries", "timeout", "timeout_ms", "server_url", "http_headers", "extra_query"}
    assert taken >= wanted | ({"extra_body"} if "requestBody" in OPERATIONS[name].data else set())


@every_operation
def test_an_unknown_keyword_is_refused_by_the_name_of_the_method(name: str, api: Api, server: testing.Server) -> None:
    case, method = CASES[name], name.partition(".")[2]
    called = method if api.colour == "sync" else f"{method}_async"
    further = "body" if case.body is not None else "query"

    with (
        OpenRouter(server_url=server.url, api_key="test") as client,
        pytest.raises(TypeError, match=rf"^{called}\(\) got .* 'zzz'; further .* go into extra_{further}$"),
    ):
        api.operate(client, name, *case.arguments, **case.keywords, zzz=1)

    assert server.requests == []


@pytest.mark.parametrize("name", [*CASES, "models.find", "chat.send", "chat.parse", "chat.run", "chat.map"])
def test_wrong_arguments_are_refused_by_the_name_of_the_method(name: str, api: Api, client: OpenRouter) -> None:
    namespace, _, method = name.partition(".")
    asked = api.method(getattr(client, namespace), method)

    with pytest.raises(TypeError, match=rf"^{asked.__name__}\(\) takes "):
        api.operate(client, name, "one", "too", "many", "of them")


@pytest.mark.skipif(not FACTS.exists(), reason="the list of the API's operations lies beside the checkout")
def test_every_live_operation_around_the_chat_is_there_by_its_official_name() -> None:
    with FACTS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["group"] == "1 around the chat"]
    live = [row for row in rows if row["note"] != "deprecated"]
    ours = {(operation.method.upper(), operation.path): operation for operation in CONTRACT.operations()}

    assert len(live) > 20
    missing = [f"{row['method']} {row['path']}" for row in live if (row["method"], row["path"]) not in ours]
    assert missing == []
    for row in live:
        operation = ours[row["method"], row["path"]]
        assert operation.data["operationId"] == row["operationId"]
        assert row["official_python_call"] in operation.names, row["path"]
