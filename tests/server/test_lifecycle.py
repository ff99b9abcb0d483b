"""Starting and stopping: one thread, one port, nothing left behind."""

from __future__ import annotations

import asyncio
import gc
import re
import signal
import subprocess
import sys
import threading

import httpx
import pytest

from openrouter_sdk import testing
from openrouter_sdk.testing._api import contract as _contract
from tests.helpers.scripts import without_slowness

BODY = {"stream": True, "messages": [{"role": "user", "content": "Hi"}]}
EVERYWHERE = "0.0.0.0"  # noqa: S104 - to be refused
KEY = {"Authorization": "Bearer test"}


def test_the_server_serves_inside_the_block_and_not_after():
    with testing.serve() as server:
        url = server.url
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/api/v1", url)
        assert httpx.get(url).status_code == 404

    with pytest.raises(httpx.ConnectError):
        httpx.get(url)


def test_no_thread_and_no_socket_is_left():
    before = set(threading.enumerate())
    with testing.serve() as server, httpx.Client(headers=KEY) as client:
        client.post(f"{server.url}/chat/completions", json=BODY)

    gc.collect()  # A socket or loop left open would warn here, and warnings are errors.
    assert set(threading.enumerate()) <= before


def test_stopping_breaks_hundreds_of_open_streams():
    async def read(client: httpx.AsyncClient, url: str, started: asyncio.Semaphore) -> str:
        try:
            async with client.stream("POST", f"{url}/chat/completions", json=BODY) as response:
                async for _ in response.aiter_raw():
                    started.release()
        except httpx.HTTPError as fault:
            return type(fault).__name__
        return "ended"

    async def run() -> set[str]:
        limits = httpx.Limits(max_connections=None)
        with testing.serve() as server:
            server.enqueue(*[testing.reply("never ending", event_delay=3600)] * 200)
            async with httpx.AsyncClient(headers=KEY, limits=limits, timeout=30) as client:
                started = asyncio.Semaphore(0)
                readers = [asyncio.create_task(read(client, server.url, started)) for _ in range(200)]
                for _ in readers:
                    await started.acquire()
                server.stop()
                return set(await asyncio.gather(*readers))

    assert asyncio.run(run()) <= {"RemoteProtocolError", "ReadError"}


def test_stopping_twice_does_no_harm():
    server = testing.serve().start()
    server.stop()
    server.stop()


def test_a_server_is_started_once():
    with testing.serve() as server, pytest.raises(RuntimeError, match="started before"):
        server.start()


def test_there_is_no_url_before_the_start():
    with pytest.raises(RuntimeError, match="before it is started"):
        _ = testing.serve().url


def test_a_taken_port_is_told():
    with testing.serve() as server:
        port = httpx.URL(server.url).port
        assert port is not None
        with pytest.raises(OSError, match=rf"in use.*127\.0\.0\.1:{port}"):
            testing.serve(port=port).start()


@pytest.mark.parametrize("port", [-1, 65_536])
def test_a_port_that_is_none_is_refused(port):
    with pytest.raises(ValueError, match=f"port must be 0 to 65535: {port}"):
        testing.serve(port=port)


@pytest.mark.parametrize("host", [EVERYWHERE, "::", "192.168.1.1", "example.com", ""])
def test_other_hosts_than_loopback_are_refused(host):
    with pytest.raises(ValueError, match="loopback"):
        testing.serve(host=host)


def test_localhost_is_loopback():
    with testing.serve(host="localhost") as server:
        assert httpx.get(server.url).status_code == 404


def test_a_missing_contract_is_told_at_the_start(monkeypatch):
    monkeypatch.setattr(_contract, "CONTRACT_FILE", "nowhere.json")
    _contract.load_contract.cache_clear()

    with pytest.raises(FileNotFoundError, match="make generate"):
        testing.serve().start()


def test_a_delay_below_zero_is_refused():
    with pytest.raises(ValueError, match="delay"):
        testing.serve(delay=-1)


def test_a_wanted_key_is_checked():
    with testing.serve(api_key="right") as server:
        url = f"{server.url}/chat/completions"
        statuses = [
            httpx.post(url, json=BODY, headers={"Authorization": f"Bearer {key}"}).status_code
            for key in ("right", "wrong")
        ]

    assert statuses == [200, 401]


def test_without_the_extra_serve_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "uvicorn", None)

    with pytest.raises(ImportError, match=r"pip install 'openrouter-sdk\[testing\]'"):
        testing.serve()


def test_a_transport_names_the_missing_extra(monkeypatch):
    for name in [name for name in sys.modules if name.startswith("openrouter_sdk.testing.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(testing.__dict__, "transport", raising=False)
    monkeypatch.setitem(sys.modules, "jsonschema", None)

    with pytest.raises(ImportError, match=r"needs 'jsonschema': pip install 'openrouter-sdk\[testing\]'"):
        _ = testing.transport


def test_the_module_imports_none_of_the_extra():
    code = "import sys, openrouter_sdk.testing; print({'starlette', 'uvicorn', 'jsonschema'} & set(sys.modules))"
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert output.strip() == "set()"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_command_serves_until_it_is_interrupted(number):
    command = [sys.executable, "-X", "dev", "-W", "error", "-m", "openrouter_sdk.testing", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = re.search(r"http://\S+", process.stdout.readline())
        try:
            assert url is not None
            answer = httpx.post(f"{url[0]}/chat/completions", json={**BODY, "stream": False}, headers=KEY).json()
        finally:
            process.send_signal(number)
        _, errors = process.communicate(timeout=30)

    assert answer["choices"][0]["message"]["content"] == "Hi"
    assert (process.returncode, without_slowness(errors)) == (0, "")


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--host", EVERYWHERE, "loopback"),
        ("--port", "99999", "port must be 0 to 65535"),
        ("--replay", "missing.json", "no cassette missing.json"),
    ],
)
def test_the_command_refuses_in_one_line_what_it_cannot_serve(option, value, told):
    command = [sys.executable, "-m", "openrouter_sdk.testing", option, value]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)

    assert ended.returncode == 1
    assert told in ended.stderr
    assert ended.stderr.count("\n") == 1
