"""A property added to the contract reaches the signature, the help, type checkers and editors by regenerating alone."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.generated.conftest import Checkout

PROPERTY = """        flavour:
          type: string
          description: Taste of the answer, in the words of a cook.
"""
GOOD = """from openrouter_sdk import OpenRouter, models

with OpenRouter(api_key="test") as client:
    result = client.chat.send(messages=[{"role": "user", "content": "Hi"}], flavour="sweet")
    print(result.text, models.ChatRequest(messages=[], flavour="sour").flavour)
"""
SIGNATURE = """
import inspect, json, pydoc
from openrouter_sdk import OpenRouter
calls = {name: getattr(OpenRouter.chat, name) for name in ("send", "send_async", "__call__")}
print(json.dumps({name: "flavour" in inspect.signature(call).parameters for name, call in calls.items()}))
print(pydoc.plain(pydoc.render_doc(OpenRouter.chat.send)))
"""
COMPLETIONS = """
import json, jedi
from openrouter_sdk import OpenRouter
client = OpenRouter(api_key="test")
script = "from openrouter_sdk import OpenRouter\\nclient = OpenRouter(api_key='test')\\nclient.chat.{}(fla"
found = {}
for call in ("send", "send_async"):
    found["script " + call] = jedi.Script(script.format(call), project=jedi.Project(".")).complete()
    found["notebook " + call] = jedi.Interpreter(f"client.chat.{call}(fla", [globals()]).complete()
print(json.dumps({where: [each.name for each in names] for where, names in found.items()}))
"""


@pytest.fixture(scope="module")
def changes(checkout: Checkout) -> set[str]:
    """Files that regenerating changed, in the copy with the new property."""
    contract = checkout.root / "openapi.yaml"
    head, request = contract.read_text().split("\n    ChatRequest:\n", 1)
    request = request.replace("      properties:\n", f"      properties:\n{PROPERTY}", 1)
    contract.write_text(f"{head}\n    ChatRequest:\n{request}")
    before = checkout.files()
    done = checkout.generate()
    assert done.returncode == 0, done.stderr
    after = checkout.files()
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


@pytest.mark.usefixtures("changes")
class TestANewProperty:
    def test_changes_the_request_the_call_and_the_servers_contract_only(self, changes: set[str]) -> None:
        package = {name.removeprefix("openrouter_sdk/") for name in changes}

        assert package == {"models/chat_request.py", "api/chat/send.py", "testing/openapi.json"}

    def test_is_in_the_signature_and_in_the_help(self, checkout: Checkout) -> None:
        done = checkout.run("-c", SIGNATURE)
        signature, shown = done.stdout.split("\n", 1)

        assert json.loads(signature) == {"send": True, "send_async": True, "__call__": True}
        assert "flavour: 'str | None' = None" in shown
        assert "flavour: Taste of the answer, in the words of a cook." in shown

    def test_is_sent(self, checkout: Checkout) -> None:
        lines = GOOD.replace('"test") as', '"test", server_url=server.url) as').replace("\n", "\n    ")
        lines += 'print(server.requests[0].json["flavour"])'
        done = checkout.run("-c", f"from openrouter_sdk import testing\nwith testing.serve() as server:\n    {lines}")

        assert (done.stderr, done.stdout) == ("", "Hi sour\nsweet\n")

    def test_is_completed_in_editors_and_notebooks(self, checkout: Checkout) -> None:
        done = checkout.run("-c", COMPLETIONS)

        assert json.loads(done.stdout) == {
            f"{where} {call}": ["flavour="] for where in ("script", "notebook") for call in ("send", "send_async")
        }

    @pytest.mark.parametrize("checker", ["mypy", "basedpyright"])
    def test_is_known_to_type_checkers_and_its_misspelling_is_not(self, checkout: Checkout, checker: str) -> None:
        good, bad = checkout.root / "good.py", checkout.root / "bad.py"
        good.write_text(GOOD)
        bad.write_text(GOOD.replace("flavour", "flavor"))
        options = ["--strict"] if checker == "mypy" else ["--pythonpath", sys.executable]
        done = checkout.run("-m", checker, *options, str(good), str(bad))
        faults = [
            line for line in done.stdout.splitlines() if "error" in line and Path(line.split(":")[0].strip()).suffix
        ]

        assert [line for line in faults if "good.py" in line] == []
        assert {line.split("bad.py:")[1].split(":")[0] for line in faults} == {"4", "5"}
