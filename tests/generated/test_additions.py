"""A property and an operation of each kind, added to the contract, work in full by regenerating alone.

The package is generated once with both, and out of a damaged one, since most of the time goes into that and into the
type checkers.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from generator.plain import from_yaml
from tests.generated.conftest import ROOT, Checkout

HERE = Path(__file__).parent / "any_operation"
FLAVOUR = {"type": "string", "description": "Taste of the answer, in the words of a cook."}
PROPERTY = """from openrouter_sdk import OpenRouter, models

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
OPERATIONS = """from __future__ import annotations

import datetime
from pathlib import Path
from typing import assert_type

from openrouter_sdk import Download, DownloadAsync, EventStream, EventStreamAsync, HttpInfo, OpenRouter
from openrouter_sdk import Pager, PagerAsync, models


def plain(client: OpenRouter) -> None:
    things = client.things.list(colour=["red"], size=[1], filter={"owner": "me"}, new=True, retries=1)
    assert_type(things, Pager[models.Thing, models.ThingList])
    client.things.list(day=datetime.date(2026, 1, 1), since=datetime.datetime.now(datetime.UTC), x_count=1)
    client.things.list_all(filter=models.ThingFilter(owner="me"), class_="best")
    assert_type(client.things.create(name="n", size=None, secret={"word": "w"}), models.Thing)
    assert_type(client.things.create(name="n", size=1).http, HttpInfo)
    assert_type(client.things.put("a", name="n", size=1), models.Thing)
    assert_type(client.things.patch("a", timeout_ms=5), models.Thing)
    client.things.delete("a")
    client.things.has("a")
    assert_type(client.things.part("a", 7, "inch").size, int | None)
    assert_type(client.things.part("a", number=7, unit="inch"), models.Thing)
    for event in client.things.events(limit=2):
        assert_type(event, models.Thing)
    assert_type(next(client.things.names().pages()), models.NameList)
    for file in (b"x", Path("x"), ("n", b"x"), ("n", Path("x"), "text/plain")):
        client.things.upload(file=file, purpose="p", about={"least": 1})
    assert_type(client.things.watch(), EventStream[models.Thing])
    assert_type(client.things.run(name="n"), models.ThingList)
    assert_type(client.things.run(name="n", stream=True), EventStream[models.Thing])
    assert_type(client.things.download("a"), Download)
    assert_type(client.things.download("a").save("a.png"), Path)


async def with_await(client: OpenRouter) -> None:
    things: PagerAsync[models.Thing, models.ThingList] = client.things.list_async(limit=2)
    assert_type(await things.first(), models.Thing | None)
    assert_type(await client.things.create_async(name="n", size=None), models.Thing)
    await client.things.delete_async("a")
    assert_type(await client.things.watch_async(), EventStreamAsync[models.Thing])
    assert_type(await client.things.download_async("a"), DownloadAsync)
    async for event in client.things.events_async():
        assert_type(event, models.Thing)
"""
MISTAKES = """from openrouter_sdk import OpenRouter


def mistakes(client: OpenRouter) -> None:
    client.things.list(colour=5)
    client.things.list(filter={"owner": 1})
    client.things.create(name="n")
    client.things.part("a", "b", "c")
    client.things.part("a", 7)
    client.things.upload(file=5)
    client.things.delete("a").id
    client.things.zzz()
"""
DEPRECATED = """from openrouter_sdk import OpenRouter, models


async def deprecated(client: OpenRouter) -> models.ThingList:
    client.things.delete_old("a")
    await client.things.run_old_async(name="n", stream=True)
    return client.things.run_old(name="n")
"""
PLACE = re.compile(r"([\w./]+):(\d+):")
COMPLETIONS = """
import gc, json, jedi
gc.disable()
from openrouter_sdk import OpenRouter
client = OpenRouter(api_key="test")
head = "from openrouter_sdk import OpenRouter\\nclient = OpenRouter(api_key='test')\\n"
typed = ["client.thi", "client.things.cre", "client.things.create(siz", "client.byok.cre", "client.byok.create(prov"]
typed += ["client.chat.send(fla", "client.chat.send_async(fla"]
found = [[each.name for each in jedi.Script(head + text, project=jedi.Project(".")).complete()] for text in typed]
found += [[each.name for each in jedi.Interpreter(text, [globals()]).complete()] for text in typed]
print(json.dumps(found))
"""


class Regenerated(NamedTuple):
    """What a run did to the copy with what is new, whose generated files were damaged just before."""

    said: str
    damaged: set[str]
    changed: set[str]


@pytest.fixture(scope="module")
def regenerated(checkout: Checkout) -> Regenerated:
    path = checkout.root / "openapi.yaml"
    contract, added = (from_yaml(each.read_text(encoding="utf-8")) for each in (path, HERE / "contract.yaml"))
    contract["tags"] += added["tags"]
    operations = [operation for methods in added["paths"].values() for operation in methods.values()]
    for operation in operations:
        operation["security"] = [{"bearer": []}]
    contract["paths"] |= added["paths"]
    schemas = contract["components"]["schemas"]
    schemas |= added["schemas"]
    schemas["ChatRequest"]["properties"]["flavour"] = FLAVOUR
    path.write_text(yaml.safe_dump(contract, sort_keys=False), encoding="utf-8")
    before = checkout.files()
    (checkout.package / "types.py").write_text("edited\n")
    (checkout.package / "models" / "chat_usage.py").unlink()
    (checkout.package / "api" / "stray.py").touch()
    damaged = different(before, checkout.files())
    done = checkout.generate(PYTHONHASHSEED="3")
    assert done.returncode == 0, done.stderr
    return Regenerated(done.stdout, damaged, different(before, checkout.files()))


def different(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    """Paths in the package of what changed, came or went."""
    names = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    return {name.removeprefix("openrouter_sdk/") for name in names}


def test_a_run_mends_a_changed_a_missing_and_a_stray_file(regenerated: Regenerated) -> None:
    damaged = {"types.py", "models/chat_usage.py", "api/stray.py"}

    assert regenerated.damaged == damaged
    assert regenerated.changed & damaged == set()
    assert regenerated.said == f"{len(regenerated.changed) + 3} generated file(s) changed\n"


def test_what_is_new_changes_nothing_else(regenerated: Regenerated) -> None:
    package = regenerated.changed
    shared = {"models/__init__.py", "client.py", "components.py", "testing/openapi.json"}
    of_the_property = {"models/chat_request.py", "api/chat/send.py"}
    new = {name for name in package if not (ROOT / "openrouter_sdk" / name).exists()}

    assert package == new | shared | of_the_property
    assert {name for name in new if not name.startswith(("api/things/", "models/"))} == set()
    assert {name for name in new if name.startswith("api/")} >= {"api/things/__init__.py", "api/things/list_.py"}


@pytest.mark.usefixtures("regenerated")
class TestANewProperty:
    def test_is_in_the_signature_and_in_the_help(self, checkout: Checkout) -> None:
        done = checkout.run("-c", SIGNATURE)
        signature, shown = done.stdout.split("\n", 1)

        assert json.loads(signature) == {"send": True, "send_async": True, "__call__": True}
        assert "flavour: str | None = None" in shown.replace("'", "")  # Python 3.14 shows hints without quotes
        assert "flavour: Taste of the answer, in the words of a cook." in shown

    def test_is_sent(self, checkout: Checkout) -> None:
        lines = PROPERTY.replace('"test") as', '"test", server_url=server.url) as').replace("\n", "\n    ")
        lines += 'print(server.requests[0].json["flavour"])'
        done = checkout.run("-c", f"from openrouter_sdk import testing\nwith testing.serve() as server:\n    {lines}")

        assert (done.stderr, done.stdout) == ("", "Hi sour\nsweet\n")


@pytest.mark.usefixtures("regenerated")
class TestNewOperations:
    def test_work_over_a_socket_sync_and_async(self, checkout: Checkout) -> None:
        tests = checkout.root / "tests"
        shutil.copytree(ROOT / "tests" / "helpers", tests / "helpers", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copyfile(ROOT / "tests" / "conftest.py", tests / "conftest.py")
        shutil.copyfile(HERE / "over_a_socket.py", tests / "test_over_a_socket.py")

        done = checkout.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests")

        assert done.returncode == 0, done.stdout
        assert " passed" in done.stdout


@pytest.mark.usefixtures("regenerated")
class TestWhatIsNew:
    @pytest.mark.parametrize("checker", ["mypy", "basedpyright"])
    def test_is_typed_strictly_and_mistakes_are_refused(self, checkout: Checkout, checker: str) -> None:
        programs = {
            "property.py": PROPERTY,
            "operations.py": OPERATIONS,
            "misspelt.py": PROPERTY.replace("flavour", "flavor"),
            "mistakes.py": MISTAKES,
            "deprecated.py": DEPRECATED,
        }
        for name, text in programs.items():
            (checkout.root / name).write_text(text)
        generated = ["openrouter_sdk/api/things", "openrouter_sdk/client.py", "openrouter_sdk/models/thing.py"]
        settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "reportUnusedExpression": False}
        (checkout.root / "pyrightconfig.json").write_text(json.dumps({**settings, "include": [*generated, "*.py"]}))
        options = ["--strict", *generated, *programs] if checker == "mypy" else ["--pythonpath", sys.executable]
        done = checkout.run("-m", checker, *options)
        faults = [line for line in done.stdout.splitlines() if ": error:" in line or " - error:" in line]

        found = {(Path(place[1]).name, int(place[2])) for line in faults if (place := PLACE.search(line))}
        lines = {"misspelt.py": (4, 5), "mistakes.py": range(5, 13)}
        if checker == "basedpyright":  # mypy tells of them where it is asked to
            lines["deprecated.py"] = range(5, 8)
            assert all(reason in done.stdout for reason in ('Use "delete".', "Use `run`, which does the same."))
        assert found == {(name, line) for name in lines for line in lines[name]}

    def test_is_completed_in_editors_and_notebooks(self, checkout: Checkout) -> None:
        done = checkout.run("-c", COMPLETIONS)

        create = ["create", "create_async"]
        assert json.loads(done.stdout) == [
            ["things"], create, ["size="], create, ["provider="], ["flavour="], ["flavour="]
        ] * 2  # fmt: skip
