"""Every way in which a call can travel, behind one face."""

from __future__ import annotations

import asyncio
import os
import ssl
from collections.abc import Iterator
from contextlib import ExitStack
from types import ModuleType
from typing import Any

import httpx
import httpx2
import pytest

from openrouter_sdk import OpenRouter
from tests.chaos.network import Network
from tests.helpers.api import Api, AsyncApi, SyncApi, set_clock
from tests.helpers.fake_time import FakeTime
from tests.helpers.trust import no_trust
from tests.streams.conftest import InjectedPool, OwnPool, Pool
from tests.streams.tls import make_certificate

EVERY_OFFSET = bool(os.environ.get("EVERY_OFFSET"))
CARRIERS: tuple[str, ...] = ("sync", "async", "async over httpx", "sync over httpx2")
if EVERY_OFFSET:
    CARRIERS += ("sync over httpx", "async over httpx2")
_LIBRARIES: dict[str, ModuleType] = {"httpx": httpx, "httpx2": httpx2}
NONE_KEPT = httpx.Limits(max_keepalive_connections=0)


class Carrier:
    """Makes clients of one colour, over one library or over the SDK's own connections."""

    def __init__(self, api: Api, library: str | None) -> None:
        self.api = api
        self.library = library
        self._closing = ExitStack()

    @property
    def is_own(self) -> bool:
        return self.library is None

    def client(
        self,
        url: str,
        *,
        real_time: bool = False,
        keep: bool = False,
        http: dict[str, Any] | None = None,
        **options: Any,
    ) -> tuple[OpenRouter, Pool]:
        """A client, which keeps no connection unless told to, and its pool; `http` is for the injected one."""
        limits = None if keep else NONE_KEPT
        given = dict(options)
        injected: Any = None
        if self.library is None:
            given["limits"] = limits
        else:
            library: Any = _LIBRARIES[self.library]
            names = {"sync": ("Client", "client"), "async": ("AsyncClient", "async_client")}
            cls, name = names[self.api.colour]
            limits = limits or httpx.Limits()
            kept = library.Limits(max_keepalive_connections=limits.max_keepalive_connections)
            settings = {"verify": no_trust(), "trust_env": False, "limits": kept, **(http or {})}
            injected = given[name] = getattr(library, cls)(**settings)
            self._closing.callback(self._close, injected)
        client = OpenRouter(server_url=url, api_key="test", **given)
        if not real_time:
            set_clock(client, FakeTime())
        self._closing.callback(self.api.close, client)
        return client, OwnPool(client) if injected is None else InjectedPool(client, injected)

    def transport(self, **options: Any) -> Any:
        """A transport of the library."""
        name = "HTTPTransport" if self.api.colour == "sync" else "AsyncHTTPTransport"
        return getattr(_LIBRARIES[self.library or ""], name)(**options)

    def _close(self, injected: Any) -> None:
        if self.api.colour == "sync":
            injected.close()
        else:
            self.api.wait(injected.aclose())

    def close(self) -> None:
        """Close what was made."""
        self._closing.close()


@pytest.fixture
def network() -> Iterator[Network]:
    with Network() as running:
        yield running


@pytest.fixture(scope="session")
def certificate() -> tuple[str, str]:
    """The paths of a certificate and its key."""
    made, key = make_certificate()
    return str(made), str(key)


@pytest.fixture
def speaks_tls(certificate: tuple[str, str]) -> ssl.SSLContext:
    """What a server speaks TLS with."""
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    made.load_cert_chain(*certificate)
    return made


@pytest.fixture
def trusts(certificate: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What lets an injected client trust that server; the SDK's own clients do so already."""
    monkeypatch.setenv("SSL_CERT_FILE", certificate[0])
    return {"verify": ssl.create_default_context(cafile=certificate[0])}


@pytest.fixture(params=CARRIERS)
def carrier(request: pytest.FixtureRequest) -> Iterator[Carrier]:
    colour, _, library = request.param.partition(" over ")
    with ExitStack() as stack:
        api: Api = SyncApi() if colour == "sync" else AsyncApi(stack.enter_context(asyncio.Runner()))
        made = Carrier(api, library or None)
        stack.callback(made.close)
        yield made
