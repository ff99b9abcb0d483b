"""Every operation of the contract is answered, and what it answers fits the contract."""

from __future__ import annotations

import json
from types import SimpleNamespace
from urllib.parse import parse_qsl

import httpx
import pytest

from openrouter_sdk import testing
from openrouter_sdk.testing._api.contract import component_validator, load_contract, operations
from openrouter_sdk.testing._api.operations import _HANDLERS, answer_to
from openrouter_sdk.testing._api.validate import describe
from tests.helpers.trust import no_trust
from tests.operations.requests import CASES, GENERATION, KEY

# A request for each operation: path, query, body. The rest of the contract's operations is the chat.
REQUESTS = {name: (case.path, dict(parse_qsl(case.query)), case.body) for name, case in CASES.items()}
REQUESTS["byok.list"] = ("/byok", {}, None)
OPERATIONS = {operation.name: operation for operation in operations()}
every_operation = pytest.mark.parametrize("name", REQUESTS)

WRONG_QUERIES = [
    ("/models", {"limit": 0}, "limit: 0 is less than the minimum of 1"),
    ("/models", {"limit": 1001}, "limit: 1001 is greater than the maximum of 1000"),
    ("/models", {"offset": "x"}, "offset: 'x' is not of type 'integer'"),
    ("/models", {"offset": "1.5"}, "offset: 1.5 is not of type 'integer'"),
    ("/models", {"min_price": "nan"}, "min_price: 'nan' is not of type 'number'"),
    ("/models", {"max_tool_success_rate": 1.5}, "max_tool_success_rate: 1.5 is greater than the maximum of 1"),
    ("/models", {"distillable": "maybe"}, "distillable: 'maybe' is not of type 'boolean'"),
    ("/byok", {"limit": 101}, "limit: 101 is greater than the maximum of 100"),
    ("/generation", {}, "id: is required"),
    ("/generation/content", {"id": ""}, "id: '' should be non-empty"),
]

WRONG_BODIES = [
    ("/embeddings", {"model": "m"}, "input: is required"),
    (
        "/embeddings",
        {"model": "m", "input": [{"content": [{"type": "text"}]}]},
        "input[0].content[0].text: is required",
    ),
    ("/embeddings", {"model": "m", "input": "a", "dimensions": 0}, "dimensions: 0 is less than the minimum of 1"),
    ("/rerank", {"model": "m", "query": "a"}, "documents: is required"),
    (
        "/rerank",
        {"model": "m", "query": "a", "documents": [{"text": 1}]},
        "documents[0].text: 1 is not of type 'string'",
    ),
    ("/byok", {"provider": "openai"}, "key: is required"),
    ("/byok", {"provider": "openai", "key": ""}, "key: '' should be non-empty"),
    (
        "/byok",
        {"provider": "openai", "key": "k", "allowed_api_key_hashes": ["x"]},
        "allowed_api_key_hashes[0]: 'x' does",
    ),
    ("/generation/feedback", {"category": "latency"}, "generation_id: is required"),
    ("/generation/feedback", [], "body: [] is not of type 'object'"),
]


@pytest.fixture
def send(caller):
    """Sends the request of an operation, for a generation and a provider key that exist."""

    def sent(name, **options):
        made = caller.http.post("/byok", json={"provider": "anthropic", "key": "sk-ant-0123456789abcdef"}).json()
        request = json.dumps(REQUESTS[name])
        for placeholder, known in ((KEY, made["data"]["id"]), (GENERATION, caller.result()["id"])):
            request = request.replace(placeholder, known)
        path, query, body = json.loads(request)
        return caller.http.request(OPERATIONS[name].method, path, params=query, json=body, **options)

    return sent


def faults(component, value):
    return [describe(error) for error in component_validator(component).iter_errors(value)]


def success(name):
    """Status and component of the success that the contract describes."""
    operation = OPERATIONS[name]
    responses = load_contract()["paths"][operation.template][operation.method.lower()]["responses"]
    status, response = next((status, one) for status, one in responses.items() if status[0] == "2")
    return int(status), response["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]


def test_every_operation_has_its_answer():
    assert {*REQUESTS, "chat.send"} == OPERATIONS.keys()
    assert _HANDLERS.keys() == REQUESTS.keys()


def test_an_operation_without_an_answer_says_where_it_belongs():
    with pytest.raises(NotImplementedError, match=r"teapots.list has no handler in .*_api.operations"):
        answer_to(SimpleNamespace(operation=SimpleNamespace(name="teapots.list")))


@every_operation
def test_the_answer_fits_the_contract(send, name):
    status, component = success(name)

    response = send(name)

    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/json"
    assert faults(component, response.json()) == []


@every_operation
def test_every_field_of_an_answer_is_one_the_contract_names(send, name):
    _, component = success(name)

    assert unknown_fields(component, send(name).json()) == []


def test_an_unknown_field_is_seen():
    assert unknown_fields("ModelsListResponse", {"data": [{"id": "a", "x": 1}], "y": {}}) == [".data[].x", ".y"]


def unknown_fields(component, value, where=""):
    """Keys of an answer that its component does not describe."""
    return list(_unknown({"$ref": f"#/components/schemas/{component}"}, value, where))


def _unknown(schema, value, where):
    for form in _forms(schema):
        if isinstance(value, list) and "items" in form:
            for item in value:
                yield from _unknown(form["items"], item, f"{where}[]")
        elif isinstance(value, dict) and "properties" in form:
            for key, child in value.items():
                if key in form["properties"]:
                    yield from _unknown(form["properties"][key], child, f"{where}.{key}")
                else:
                    yield f"{where}.{key}"


def _forms(schema):
    while "$ref" in schema:
        schema = load_contract()["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return [form for part in schema["anyOf"] for form in _forms(part)] if "anyOf" in schema else [schema]


@every_operation
def test_a_missing_key_is_refused_where_the_contract_wants_one(send, name):
    response = send(name, headers={"Authorization": ""})

    assert response.status_code == (401 if OPERATIONS[name].needs_key else 200)
    assert not OPERATIONS[name].needs_key or faults("ErrorResponse", response.json()) == []


@every_operation
def test_only_a_management_key_runs_the_account(name):
    with testing.serve(api_key="sk-plain", management_key="sk-management") as server:
        path, query, body = REQUESTS[name]
        with httpx.Client(base_url=server.url, trust_env=False, verify=no_trust()) as http:
            plain, management = (
                http.request(OPERATIONS[name].method, path, params=query, json=body, headers={"X-Api-Key": key})
                for key in ("sk-plain", "sk-management")
            )

    assert (plain.status_code == 403) is OPERATIONS[name].needs_management
    assert management.status_code != 403


@pytest.mark.parametrize(("path", "query", "told"), WRONG_QUERIES)
def test_a_wrong_query_is_told(caller, path, query, told):
    response = caller.http.get(path, params=query)

    assert response.status_code == 400
    assert told in response.json()["error"]["message"]


@pytest.mark.parametrize(("path", "body", "told"), WRONG_BODIES)
def test_a_wrong_body_is_told(caller, path, body, told):
    response = caller.http.post(path, json=body)

    assert response.status_code == 400
    assert told in response.json()["error"]["message"]


def test_a_body_that_is_no_json_is_told(caller):
    response = caller.http.post("/rerank", content=b"{")

    assert response.status_code == 400
    assert "is not JSON" in response.json()["error"]["message"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/model/openai/gpt-0"),
        ("GET", "/models/openai/gpt-0/endpoints"),
        ("GET", "/generation?id=gen-0"),
        ("GET", "/generation/content?id=gen-0"),
        ("GET", "/byok/0"),
        ("DELETE", "/byok/0"),
        ("GET", "/tools/openrouter:nothing"),
    ],
)
def test_what_does_not_exist_is_not_found(caller, method, path):
    response = caller.http.request(method, path)

    assert response.status_code == 404
    assert "not found" in response.json()["error"]["message"]


def test_a_path_tells_the_methods_it_takes(caller):
    response = caller.http.put("/byok/0")

    assert response.status_code == 405
    assert response.headers["allow"] == "GET, PATCH, DELETE"


def test_an_answer_is_kept_for_the_path_it_is_scripted_for(server, caller):
    server.enqueue(testing.error(503), path="/byok/{id}")
    server.enqueue(testing.answer({"data": []}), path="/providers")
    server.enqueue(testing.reply("scripted"))

    assert caller.http.get("/providers").json() == {"data": []}
    assert caller.message()["content"] == "scripted"
    assert len(caller.http.get("/providers").json()["data"]) > 3
    assert caller.http.get("/byok/any").status_code == 503
    assert server.pending == 0


def test_a_scripted_answer_may_be_any_json(server, caller):
    server.enqueue(testing.answer([1, None, "ü"], 202, {"X-Extra": "a"}))

    response = caller.http.get("/models")

    assert (response.status_code, response.json(), response.headers["x-extra"]) == (202, [1, None, "ü"], "a")
