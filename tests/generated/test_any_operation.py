"""An operation of each kind, added to the contract, is a typed method that works, by regenerating alone."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
import yaml

from tests.generated.conftest import ROOT, Checkout

HERE = Path(__file__).parent / "any_operation"
GOOD = """from __future__ import annotations

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
BAD = """from openrouter_sdk import OpenRouter


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
COMPLETIONS = """
import json, jedi
from openrouter_sdk import OpenRouter
client = OpenRouter(api_key="test")
head = "from openrouter_sdk import OpenRouter\\nclient = OpenRouter(api_key='test')\\n"
typed = ["client.thi", "client.things.cre", "client.things.create(siz", "client.byok.cre", "client.byok.create(prov"]
found = [[each.name for each in jedi.Script(head + text, project=jedi.Project(".")).complete()] for text in typed]
found += [[each.name for each in jedi.Interpreter(text, [globals()]).complete()] for text in typed]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def changes(checkout: Checkout) -> set[str]:
    """Files that regenerating changed, in the copy with the new operations."""
    path = checkout.root / "openapi.yaml"
    contract, added = (yaml.safe_load(each.read_text(encoding="utf-8")) for each in (path, HERE / "contract.yaml"))
    contract["tags"] += added["tags"]
    contract["paths"] |= added["paths"]
    contract["components"]["schemas"] |= added["schemas"]
    path.write_text(yaml.safe_dump(contract, sort_keys=False), encoding="utf-8")
    before = checkout.files()
    done = checkout.generate()
    assert done.returncode == 0, done.stderr
    after = checkout.files()
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_new_operations_change_nothing_that_was_there(changes: set[str]) -> None:
    package = {name.removeprefix("openrouter_sdk/") for name in changes}
    shared = {"models/__init__.py", "client.py", "components.py", "testing/openapi.json"}

    new = {name for name in package if name.startswith(("api/things/", "models/"))}
    assert package == new | shared
    assert {name for name in new if name.startswith("api/")} >= {"api/things/__init__.py", "api/things/list_.py"}


@pytest.mark.usefixtures("changes")
class TestNewOperations:
    def test_work_over_a_socket_sync_and_async(self, checkout: Checkout) -> None:
        tests = checkout.root / "tests"
        shutil.copytree(ROOT / "tests" / "helpers", tests / "helpers", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copyfile(ROOT / "tests" / "conftest.py", tests / "conftest.py")
        shutil.copyfile(HERE / "over_a_socket.py", tests / "test_over_a_socket.py")

        done = checkout.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests")

        assert done.returncode == 0, done.stdout
        assert " passed" in done.stdout

    @pytest.mark.parametrize("checker", ["mypy", "basedpyright"])
    def test_are_typed_strictly_and_mistakes_are_refused(self, checkout: Checkout, checker: str) -> None:
        good, bad = checkout.root / "good.py", checkout.root / "bad.py"
        good.write_text(GOOD)
        bad.write_text(BAD)
        generated = ["openrouter_sdk/api/things", "openrouter_sdk/client.py", "openrouter_sdk/models/thing.py"]
        settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "reportUnusedExpression": False}
        (checkout.root / "pyrightconfig.json").write_text(json.dumps({**settings, "include": [*generated, "*.py"]}))
        files = [*generated, "good.py", "bad.py"]
        options = ["--strict", *files] if checker == "mypy" else ["--pythonpath", sys.executable]
        done = checkout.run("-m", checker, *options)
        faults = [line for line in done.stdout.splitlines() if ": error:" in line or " - error:" in line]

        assert [line for line in faults if "bad.py" not in line] == []
        assert {line.split("bad.py:")[1].split(":")[0] for line in faults} == set("56789") | {"10", "11", "12"}

    def test_are_completed_in_editors_and_notebooks(self, checkout: Checkout) -> None:
        done = checkout.run("-c", COMPLETIONS)

        create = ["create", "create_async"]
        assert json.loads(done.stdout) == [["things"], create, ["size="], create, ["provider="]] * 2
