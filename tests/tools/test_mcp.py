"""Tools of MCP servers: in this process, and over the pipes of another one."""

from __future__ import annotations

import asyncio
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mcp  # not later: it keeps what stands for standard error when it is loaded, which tests replace
import pytest

from openrouter_sdk import Chat, OpenRouter, errors, mcp_tools, testing, tools
from openrouter_sdk.custom.mcp import McpProgress, McpTools
from tests.helpers.api import ASK, MODEL
from tests.tools import mcp_server
from tests.tools.mcp_answers import ACTING, ANSWERS, PIXEL, SCHEMA, text
from tests.tools.running import Runner, asks, contents

ROME = {"city": "Rome"}
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def served() -> Any:
    return mcp_server.Served()


@pytest.fixture
def client(server: testing.Server) -> Iterator[OpenRouter]:
    """One client, for what has but one colour."""
    with OpenRouter(server_url=server.url, api_key="test") as made:
        yield made


@pytest.fixture
def opened(served: Any) -> Iterator[McpTools]:
    """The tools of a server in this process."""
    with mcp_tools(mcp.Client(served.server)) as found:
        yield found


def program(*arguments: str) -> Any:
    """The same server as another process."""
    return mcp.StdioServerParameters(
        command=sys.executable, args=["-m", "tests.tools.mcp_server", *arguments], cwd=ROOT
    )


def names_in(body: dict[str, Any]) -> list[str]:
    return [one["function"]["name"] for one in body["tools"]]


def test_results_of_all_kinds_become_what_the_model_reads(runner: Runner, opened: McpTools) -> None:
    names = ("weather", "look", "measure", "fail", "read_file")

    result = runner.run(asks(*((name, ROME) for name in names)), testing.reply("Ok"), tools=[opened])

    assert contents(result) == [
        "rain\nand wind",
        [
            {"type": "text", "text": "a pixel"},
            {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PIXEL}"}},
        ],
        '{"degrees": 7, "wind": null}',
        "Error: no such city",
        "Resource file:///a.txt\ninside",
    ]
    assert [one.error_kind for one in result.steps[0].results] == [None, None, None, "tool_error", None]
    assert result.steps[0].results[2].value["structuredContent"] == {"degrees": 7, "wind": None}
    assert (result.text, result.stopped_by) == ("Ok", "answer")


def test_the_model_is_told_names_descriptions_and_whole_schemas_of_all_pages(runner: Runner, opened: McpTools) -> None:
    runner.run(testing.reply("Ok"), tools=[opened])

    told = runner.bodies[0]["tools"]
    assert names_in(runner.bodies[0]) == [name.replace(".", "_") for name in (*ANSWERS, *ACTING)]
    assert told[0] == {
        "type": "function",
        "function": {"name": "weather", "description": "To weather.", "parameters": SCHEMA},
    }
    assert told[-1]["function"] == {"name": "die", "parameters": {"type": "object", "properties": {}}}


def test_a_server_tells_how_far_a_call_is(runner: Runner, opened: McpTools) -> None:
    runner.run(asks(("count", ROME)), testing.reply("Ok"), tools=[opened])

    told = runner.told(tools.ToolProgress)
    assert [one.value for one in told] == [McpProgress(1, 2, "1 of 2"), McpProgress(2, 2, "2 of 2")]


def test_a_call_that_takes_too_long_is_cancelled_on_the_server(runner: Runner, served: Any) -> None:
    with mcp_tools(mcp.Client(served.server), timeout_s=0.05) as found:
        result = runner.run(asks(("wait", {})), testing.reply("Ok"), tools=[found])
        assert served.cancelled.wait(30)

    assert contents(result) == ["Error: the tool took longer than 0.05 s"]


def test_leaving_a_run_cancels_its_calls_on_the_server(runner: Runner, served: Any, opened: McpTools) -> None:
    runner.server.enqueue(asks(("wait", {})))
    made = runner.start(tools=[opened])
    if runner.is_async:

        async def leave() -> None:
            async with made:
                async for event in made:
                    if isinstance(event, tools.ToolProgress):
                        break

        runner.api.wait(leave())
    else:
        with made:
            for event in made:
                if isinstance(event, tools.ToolProgress):
                    break

    assert served.cancelled.wait(30)


def test_tools_that_a_server_adds_are_told_with_the_next_request(runner: Runner, served: Any) -> None:
    with mcp_tools(mcp.Client(served.server, mode="legacy")) as found:
        assert found.may_change
        result = runner.run(asks(("grow", {})), asks(("extra", {})), testing.reply("Ok"), tools=[found])

    first, second, _ = runner.bodies
    assert "extra" not in names_in(first)
    assert names_in(second)[-1] == "extra"
    assert contents(result) == ["grow {}", "extra {}"]


def test_a_list_that_cannot_change_is_asked_for_once_in_a_run(runner: Runner, served: Any, opened: McpTools) -> None:
    runner.run(asks(("weather", ROME)), asks(("look", ROME)), testing.reply("Ok"), tools=[opened])

    assert served.listed == 2  # its pages


def test_several_servers_and_functions_go_together_with_prefixes(runner: Runner, opened: McpTools) -> None:
    def weather() -> str:
        """Look up."""
        return "sun"

    with mcp_tools(mcp.Client(mcp_server.Served().server), prefix="b.", only=["weather"]) as other:
        calls = asks(("look", ROME), ("b_weather", ROME), "mine")
        mine = tools.tool(weather, name="mine")
        result = runner.run(calls, testing.reply("Ok"), tools=[opened, mine, other])

    assert names_in(runner.bodies[0])[-2:] == ["mine", "b_weather"]
    assert contents(result)[1:] == ["rain\nand wind", "sun"]


def test_two_tools_with_one_name_are_refused_before_anything_is_sent(runner: Runner, opened: McpTools) -> None:
    def weather() -> str:
        """Look up."""
        return "sun"

    with pytest.raises(errors.ArgumentError, match=r"tools\[1\]: there are two tools named 'weather'; prefix= gives"):
        runner.run(tools=[weather, opened])

    assert runner.bodies == []


def test_names_that_become_one_for_the_model_are_refused(
    runner: Runner, served: Any, opened: McpTools, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ANSWERS, "read/file", {"content": []})

    with pytest.raises(
        errors.ArgumentError, match=r"'read\.file' and 'read/file' of the MCP server are both 'read_file'"
    ):
        runner.run(tools=[opened])


def test_long_names_are_shortened_and_stay_different(
    runner: Runner, served: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"{'long_' * 20}{end}" for end in "ab"]
    for name in names:
        monkeypatch.setitem(ANSWERS, name, {"content": [text(name)]})

    with mcp_tools(mcp.Client(served.server), only=lambda name: name.startswith("long")) as found:
        runner.run(testing.reply("Ok"), tools=[found])
        told = names_in(runner.bodies[0])
        result = runner.run(asks(told[0], told[1]), testing.reply("Ok"), tools=[found])

    assert [len(name) for name in told] == [64, 64]
    assert contents(result) == names


def test_a_name_of_only_that_is_not_there_is_an_error(runner: Runner, served: Any) -> None:
    with (
        mcp_tools(mcp.Client(served.server), only=["weather", "wether"]) as found,
        pytest.raises(errors.ArgumentError, match=r"only: the MCP server has no \['wether'\]; it has \['weather', "),
    ):
        runner.run(tools=[found])


def test_calls_wait_for_approval_and_go_on_from_a_saved_state(runner: Runner, served: Any) -> None:
    asked: list[Any] = []

    def approve(name: str, arguments: dict[str, Any]) -> bool:
        asked.append((name, arguments))
        return name == "read.file"

    with mcp_tools(mcp.Client(served.server), approve=approve) as found:
        paused = runner.run(asks(("weather", ROME), ("read_file", ROME)), tools=[found])
        assert [call.name for call in paused.pending] == ["read_file"]
        state = tools.RunState.from_dict(paused.state.to_dict())
        state.approve(paused.pending[0].id)
        result = runner.resume(state, testing.reply("Ok"), tools=[found])

    assert asked == [("weather", ROME), ("read.file", ROME)]
    assert contents(result) == ["rain\nand wind", "Resource file:///a.txt\ninside"]


def test_a_conversation_calls_tools_of_a_server(runner: Runner, opened: McpTools) -> None:
    runner.server.enqueue(asks(("weather", ROME)), testing.reply("It rains."))
    chat = Chat(MODEL, client=runner.client, tools=[opened])

    answer = runner.api.run(chat.send_async("How is it?")) if runner.is_async else chat("How is it?")  # type: ignore[attr-defined]

    assert answer == "It rains."
    assert [message["role"] for message in chat.history] == ["user", "assistant", "tool", "assistant"]


def test_an_open_session_is_used_in_its_event_loop_and_from_other_threads(
    client: OpenRouter, server: testing.Server, served: Any
) -> None:
    async def body() -> None:
        async with mcp.Client(served.server) as session:
            found = mcp_tools(session)
            assert [one.name for one in await found][:2] == ["weather", "look"]
            server.enqueue(asks(("weather", ROME)), testing.reply("Ok"), asks(("look", ROME)), testing.reply("Ok"))
            first = await client.chat.run_async(model=MODEL, messages=ASK, tools=[found])
            second = await asyncio.to_thread(client.chat.run, model=MODEL, messages=ASK, tools=[found])
            assert contents(first) == ["rain\nand wind"]
            assert len(contents(second)[0]) == 2
            with pytest.raises(TypeError, match=r"would hold up the event loop .* use run_async\(\)"):
                client.chat.run(model=MODEL, messages=ASK, tools=[found])

    asyncio.run(body())


def test_a_session_without_an_event_loop_is_no_tool_of_a_sync_run(client: OpenRouter, served: Any) -> None:
    with pytest.raises(TypeError, match="belongs to an event loop"):
        client.chat.run(model=MODEL, messages=ASK, tools=[mcp_tools(mcp.Client(served.server))])


def test_a_session_whose_event_loop_has_ended_is_gone(client: OpenRouter, served: Any) -> None:
    async def body() -> McpTools:
        async with mcp.Client(served.server) as session:
            return mcp_tools(session)

    found = asyncio.run(body())
    with pytest.raises(ConnectionError, match="its event loop is closed"):
        client.chat.run(model=MODEL, messages=ASK, tools=[found])


def test_async_code_opens_a_connection_of_its_own(client: OpenRouter, server: testing.Server, served: Any) -> None:
    server.enqueue(asks(("weather", ROME)), testing.reply("Ok"))

    async def body() -> Any:
        async with mcp_tools(mcp.Client(served.server)) as found:
            return await client.chat.run_async(model=MODEL, messages=ASK, tools=[found])

    assert contents(asyncio.run(body())) == ["rain\nand wind"]
    assert not [thread for thread in threading.enumerate() if thread.name == "openrouter-tool"]


@pytest.mark.parametrize(
    ("said", "told"),
    [("", "Error: ConnectionError: the MCP server is not there any more"), ("why", "Error: RuntimeError: why")],
)
def test_a_connection_that_ends_without_a_word_is_named(
    said: str, told: str, runner: Runner, opened: McpTools, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone(*_: Any, **__: Any) -> None:
        raise RuntimeError(said)

    monkeypatch.setattr(mcp.Client, "call_tool", gone)

    assert contents(runner.run(asks(("weather", ROME)), testing.reply("Ok"), tools=[opened])) == [told]


def test_a_call_has_some_time(served: Any) -> None:
    with pytest.raises(errors.ArgumentError, match="timeout_s must be above 0, not 0"):
        mcp_tools(mcp.Client(served.server), timeout_s=0)


def test_a_server_that_is_not_connected_is_told(runner: Runner) -> None:
    with pytest.raises((errors.ArgumentError, TypeError), match="mcp_tools"):
        runner.run(tools=[mcp_tools(program())])


def test_what_connecting_raises_is_raised_and_leaves_no_thread() -> None:
    before = set(threading.enumerate())
    with (
        pytest.raises(OSError, match="no-such-program"),
        mcp_tools(mcp.StdioServerParameters(command="no-such-program")),
    ):
        pass
    assert set(threading.enumerate()) <= before


def test_a_server_that_nobody_serves_is_told_without_a_group_of_errors() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/mcp"
        with pytest.raises(Exception, match="onnect") as caught, mcp_tools(url):
            pass

    assert not isinstance(caught.value, BaseExceptionGroup)


def test_a_conversation_says_that_tools_are_a_list(client: OpenRouter, served: Any) -> None:
    chat = Chat(MODEL, client=client, tools=mcp_tools(mcp.Client(served.server)))

    with pytest.raises(TypeError, match="tools must be a list of tools, not McpTools"):
        chat("How is it?")


def test_another_process_is_called_told_to_stop_and_may_die(
    client: OpenRouter, server: testing.Server, tmp_path: Path
) -> None:
    diary = tmp_path / "diary"

    async def body() -> None:
        async with mcp.stdio_client(program(str(diary))) as pipes, mcp.ClientSession(*pipes) as session:
            await session.initialize()
            server.enqueue(asks(("wait", {})), asks(("weather", ROME)), asks(("p_die", {})), asks(("weather", ROME)))
            server.enqueue(testing.reply("It is gone."))
            found = mcp_tools(session, timeout_s=1)
            patient = mcp_tools(session, prefix="p_", only=["die"])
            first = await client.chat.run_async(
                model=MODEL, messages=ASK, tools=[found], max_steps=1, final_answer=False
            )
            assert contents(first) == ["Error: the tool took longer than 1 s"]
            result = await client.chat.run_async(model=MODEL, messages=ASK, tools=[found, patient])
            assert contents(result) == ["rain\nand wind", *["Error: MCPError: Connection closed"] * 2]
            assert result.text == "It is gone."

    asyncio.run(body())
    assert diary.read_text(encoding="utf-8") == "cancelled"


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp", None)

    with pytest.raises(
        ImportError, match=r"needs the package 'mcp', version 2 or later: pip install 'openrouter-sdk\[mcp\]'"
    ):
        mcp_tools("http://localhost/mcp")


@pytest.mark.parametrize(
    ("arguments", "says"), [((object(),), "takes an MCP session or a server, not object"), (([],), "not list")]
)
def test_what_is_no_server_is_refused(arguments: Any, says: str) -> None:
    with pytest.raises(TypeError, match=says):
        mcp_tools(*arguments)


def test_send_says_that_it_runs_no_tools(client: OpenRouter, served: Any) -> None:
    found: Any = mcp_tools(mcp.Client(served.server))
    with pytest.raises(TypeError, match=r"tools\[0\]"):
        client.chat.send(model=MODEL, messages=ASK, tools=[found])
