"""Every operation beside the chat, through the client in both colours, against the emulated server."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from openrouter_sdk import OpenRouter, errors, models, testing
from tests.contract.document import PREFIX, load_contract
from tests.helpers.api import Api, AsyncApi
from tests.helpers.examples import meeting
from tests.helpers.operations import ask
from tests.operations.requests import CASES, GENERATION, KEY

CONTRACT = load_contract()
OPERATIONS = {operation.name: operation for operation in CONTRACT.operations() if operation.name != "chat.send"}
CALLS: dict[str, tuple[Sequence[Any], dict[str, Any]]] = {
    **{name: (case.arguments, case.keywords) for name, case in CASES.items()},
    "models.list": ([], {"supported_parameters": ["tools", "seed"], "zdr": True, "max_price": 3, "limit": 2}),
    "models.list_for_user": ([], {"sort": "newest", "limit": 3}),
    "byok.update": ([KEY], {"name": "mine", "allowed_models": None}),
    "embeddings.list_models": ([], {"limit": 1}),
    "tools.list": ([], {"limit": 1}),
    "tools.get": (["web_search_20250305"], {}),
}
every_name = pytest.mark.parametrize(
    ("operation", "name"), [(name, spelled) for name, one in OPERATIONS.items() for spelled in one.names]
)


@pytest.fixture
def known(api: Api, client: OpenRouter) -> dict[str, str]:
    """Ids of what is there: two provider keys, an answer."""
    for number in range(2):
        made = ask(api, client, "byok.create", provider="openai", key=f"sk-of-a-provider-012345678{number}")
    return {KEY: made.data.id, GENERATION: api.send(client).id}


def result_of(operation: str) -> type[Any]:
    _, response = CONTRACT.success(OPERATIONS[operation])
    found: type[Any] = getattr(models, response["content"]["application/json"]["schema"]["$ref"].removeprefix(PREFIX))
    return found


def call(api: Api, client: OpenRouter, name: str, known: dict[str, str]) -> Any:
    """The answer of a method, of a list its first page."""
    by_position, named = CALLS[name]
    given = [known.get(value, value) for value in by_position]
    more = {key: known.get(value, value) if isinstance(value, str) else value for key, value in named.items()}
    if "x-pagination" not in OPERATIONS[name].data:
        return ask(api, client, name, *given, **more)
    namespace, _, method = name.rpartition(".")
    if isinstance(api, AsyncApi):
        return api.run(_first(getattr(getattr(client, namespace), f"{method}_async")(*given, **more)))
    return next(iter(getattr(getattr(client, namespace), method)(*given, **more).pages()))


async def _first(pager: Any) -> Any:
    return await pager


def everything(api: Api, client: OpenRouter, name: str, **named: Any) -> list[Any]:
    """All items of a list."""
    namespace, _, method = name.rpartition(".")
    if isinstance(api, AsyncApi):
        return api.run(_all(getattr(getattr(client, namespace), f"{method}_async")(**named)))  # type: ignore[no-any-return]
    return list(getattr(getattr(client, namespace), method)(**named))


async def _all(pager: Any) -> list[Any]:
    return [item async for item in pager]


def test_every_operation_is_tried() -> None:
    assert CALLS.keys() == OPERATIONS.keys()


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_method_answers_with_the_model_of_its_operation(
    name: str, api: Api, client: OpenRouter, server: testing.Server, known: dict[str, str]
) -> None:
    answer = call(api, client, name, known)

    assert type(answer) is result_of(name)
    assert type(answer).from_dict(answer.to_dict()).to_dict() == answer.to_dict()
    assert answer.additional_properties == {}
    assert str(answer.http.status)[0] == "2"
    assert server.requests[-1].method == OPERATIONS[name].method.upper()


@every_name
def test_a_method_says_what_it_takes(operation: str, name: str) -> None:
    namespace, _, method = name.rpartition(".")
    for spelled in (method, f"{method}_async"):
        function = getattr(getattr(OpenRouter, namespace), spelled)
        documented = inspect.getdoc(function) or ""
        named = {one["name"] for one in CONTRACT.parameters(OPERATIONS[operation]) if one["in"] != "header"}

        assert named <= inspect.signature(function).parameters.keys()
        assert [one for one in named if f"{one}: " not in documented] == []


@pytest.mark.parametrize("name", [name for name, one in OPERATIONS.items() if "x-pagination" in one.data])
def test_a_list_goes_through_all_of_its_pages(
    name: str, api: Api, client: OpenRouter, server: testing.Server, known: dict[str, str]
) -> None:
    before = len(server.requests)
    whole = everything(api, client, name)
    asked = len(server.requests) - before

    piecemeal = everything(api, client, name, limit=1)

    assert piecemeal == whole
    assert len(whole) > 1
    assert (asked, len(server.requests) - before - asked) == (1, len(whole))


# one reader makes the exception of any status; only a retry asks the operation's request anew
@pytest.mark.parametrize(
    ("status", "name"), [*((500, name) for name in CALLS), *meeting([401, 403, 404, 409], CALLS, of=1)]
)
def test_a_failure_is_the_exception_of_its_status(
    status: int, name: str, api: Api, client: OpenRouter, server: testing.Server
) -> None:
    server.enqueue(*[testing.error(status, "It went wrong")] * 4)

    with pytest.raises(errors.ChatError, match="It went wrong") as raised:
        call(api, client, name, {})

    assert raised.value.status_code == status
    assert type(raised.value).__name__.endswith("ResponseError")
    assert len(server.requests) == (4 if status == 500 else 1)


class TestProviderKeys:
    """A provider key is sent, and shows nowhere."""

    SECRET = "3f1c9a-of-no-known-form-7b2e"

    def test_it_is_sent(self, api: Api, client: OpenRouter, server: testing.Server) -> None:
        ask(api, client, "byok.create", provider="openai", key=self.SECRET)

        assert server.requests[-1].json == {"provider": "openai", "key": self.SECRET}

    @pytest.mark.parametrize("method", ["byok.create", "byok.update"])
    def test_it_is_in_no_error_even_if_the_server_repeats_it(
        self, method: str, api: Api, client: OpenRouter, server: testing.Server
    ) -> None:
        server.enqueue(testing.error(400, f"Invalid key {self.SECRET}", metadata={"raw": f"got {self.SECRET}"}))
        by_position = ["some-id"] if method == "byok.update" else []
        more = {"provider": "openai"} if method == "byok.create" else {}

        with pytest.raises(errors.BadRequestResponseError) as raised:
            ask(api, client, method, *by_position, key=self.SECRET, **more)

        error = raised.value
        told = [
            str(error),
            repr(error),
            error.message,
            repr(error.metadata),
            error.body,
            repr(error.data),
            repr(error.raw),
        ]
        assert [text for text in told if self.SECRET in str(text)] == []

    def test_a_key_of_several_parts_is_masked_part_by_part(
        self, api: Api, client: OpenRouter, server: testing.Server
    ) -> None:
        parts = {"region": "eu", "accounts": [{"secret": self.SECRET}]}
        server.enqueue(testing.error(400, f"Invalid key {self.SECRET}"), testing.error(400, f"Got {json.dumps(parts)}"))

        for _ in range(2):
            with pytest.raises(errors.BadRequestResponseError) as raised:
                ask(api, client, "byok.create", provider="amazon-bedrock", key=json.dumps(parts))
            assert self.SECRET not in f"{raised.value} {raised.value.body} {raised.value.data}"

    def test_it_is_in_no_log(
        self, api: Api, client: OpenRouter, server: testing.Server, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(0)
        server.enqueue(testing.error(500, f"Failed with {self.SECRET}"), testing.error(400, f"Bad {self.SECRET}"))

        with pytest.raises(errors.BadRequestResponseError):
            ask(api, client, "byok.create", provider="openai", key=self.SECRET, retries=2)

        assert self.SECRET not in caplog.text


@pytest.fixture
def management() -> Iterator[testing.Server]:
    with testing.serve(api_key="sk-plain", management_key="sk-management") as running:
        yield running


def test_a_plain_key_does_not_run_the_account(api: Api, management: testing.Server) -> None:
    client = OpenRouter(server_url=management.url, api_key="sk-plain")

    with pytest.raises(errors.ForbiddenResponseError, match="management"):
        ask(api, client, "credits.get")
    api.close(client)
