"""What the environment says of the network, as plain values: which proxy leads to an address, and whom to trust.

The environment is passed in and nothing is remembered. A setting that cannot be used raises an `ArgumentError` when it
is asked for, which names the variable and its value, without user and password. The rules are those of
`urllib.request`, and so of most programs on a machine, with networks (10.0.0.0/8) and ports in NO_PROXY besides.
"""

from __future__ import annotations

import os
import re
import ssl
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from ..errors import ArgumentError

_PORTS = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}
_SCHEMES = ("http", "https")
_HOST = r"[A-Za-z0-9._~-]+"
_HASHED = r"[0-9a-f]{8}\.[0-9]+"
_BRACKETS = r"^\[([^\]]*)\](?=$|/)"
# after the last colon, unless it is a port
_NO_PORT = r":(?!//)(?![0-9]*/?$)[^:\]]*$"


class Proxy(NamedTuple):
    """A proxy that the environment names."""

    scheme: str
    """`http`, `https`, `socks5` or `socks5h`."""
    host: str
    port: int
    auth: tuple[str, str] | None
    """User and password."""

    def __repr__(self) -> str:
        return f"Proxy({self.url!r})"

    @property
    def url(self) -> str:
        """The address, without user and password."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


class Network:
    """What the environment says of the network, as it is when this is made.

    Args:
        variables: The environment: HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY, and SSL_CERT_FILE or else
            SSL_CERT_DIR. Proxies in lower case win.
        system: What `urllib.request.getproxies` gives, on macOS and Windows the system's settings; they count where the
            environment names no proxy.

    Raises:
        ArgumentError: It names certificates that are not there.
    """

    def __init__(self, variables: Mapping[str, str], system: Mapping[str, str]) -> None:
        found = _settings(variables, system)
        _, exempt = found.get("no", ("", ""))
        entries = [entry for entry in re.split(r"[,\s]+", exempt) if entry]
        self._exempt = [_Exemption(entry) for entry in entries]
        self._by_scheme: dict[str, Proxy | str] = {}
        for scheme in () if "*" in entries else _SCHEMES:
            name, value = found.get(scheme) or found.get("all") or ("", "")
            if value:
                self._by_scheme[scheme] = _proxy(name, value)
        file = variables.get("SSL_CERT_FILE") or None
        self._store = file, None if file else variables.get("SSL_CERT_DIR") or None
        if any(self._store):
            self.trust()

    def proxy_for(self, scheme: str, host: str, port: int) -> Proxy | None:
        """The proxy that leads to an address; None for this machine, and for what NO_PROXY holds.

        Raises:
            ArgumentError: The setting names no proxy, or one of a kind that cannot be used.
        """
        proxy = self._by_scheme.get(scheme)
        if proxy is None:
            return None
        name, address = host.lower().removesuffix("."), _address(host)
        if any(exemption.holds(scheme, name, address, port) for exemption in self._exempt):
            return None
        if isinstance(proxy, str):
            raise ArgumentError(proxy)
        # the key would reach the proxy over plain http
        return None if is_loopback(host) else proxy

    def trust(self) -> ssl.SSLContext:
        """Whom to trust, for https."""
        return _tls_context(*self._store)


class _Exemption:
    """An entry of NO_PROXY: a domain with all beneath it, an address or a network; with a port, for that port alone.

    One that is neither holds nothing.
    """

    def __init__(self, entry: str) -> None:
        self._scheme, _, rest = entry.lower().rpartition("://")
        self._port: int | None = None
        self._network = _network(rest)
        host, colon, port = rest.rpartition(":")
        if self._network is None and colon and port.isdecimal():
            rest, self._port = host, int(port)
            self._network = _network(rest)
        self._domain = rest.lstrip("*").strip(".")

    def holds(self, scheme: str, name: str, address: IPv4Address | IPv6Address | None, port: int) -> bool:
        if self._scheme not in ("", "all", scheme) or self._port not in (None, port):
            return False
        if self._network is not None:
            return address is not None and address in self._network
        return bool(self._domain) and f".{name}".endswith(f".{self._domain}")


def is_loopback(host: str) -> bool:
    """Whether a host is this machine."""
    name = host.lower().removesuffix(".")
    address = _address(host)
    return name == "localhost" or name.endswith(".localhost") or (address is not None and address.is_loopback)


def _address(host: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(host)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _network(text: str) -> IPv4Network | IPv6Network | None:
    try:
        return ip_network(re.sub(_BRACKETS, r"\1", text), strict=False)
    except ValueError:
        return None


def _settings(variables: Mapping[str, str], system: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Name and value of the settings that are not empty: for `http`, `https`, `all` and `no`."""
    found: dict[str, tuple[str, str]] = {}
    for name in sorted(variables, key=str.islower):
        # a web server sets HTTP_PROXY to what the header `Proxy` of a request says
        if name.lower().endswith("_proxy") and not (name == "HTTP_PROXY" and "REQUEST_METHOD" in variables):
            found[name.lower()[:-6]] = name, variables[name].strip()
    found = {kind: setting for kind, setting in found.items() if setting[1]}
    if found.keys().isdisjoint(("http", "https", "all")):
        found = {kind: (f"the system's {kind} proxy", value) for kind, value in system.items() if value} | found
    return found


def _proxy(name: str, value: str) -> Proxy | str:
    """The proxy; or what is wrong with the setting."""
    setting = f"{name}={_without_secrets(value)!r}"
    text = re.sub(r"^socks://", "socks5://", value if "://" in value else f"http://{value}", flags=re.IGNORECASE)
    try:
        parts = urlsplit(text)
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:
        return f"{setting} is no address of a proxy"
    if parts.scheme not in _PORTS:
        return f"{setting}: a proxy's address begins with {', '.join(f'{scheme}://' for scheme in _PORTS)}"
    if "@" in text and "@" not in parts.netloc:
        return f"{setting}: in a user name or password / ? and # are written as %2F, %3F and %23"
    auth = None if parts.username is None else (unquote(parts.username), unquote(parts.password or ""))
    return Proxy(parts.scheme, host, _PORTS[parts.scheme] if port is None else port, auth)


def _host(text: str) -> str:
    if ":" in text:
        return str(ip_address(text))
    host = text.encode("idna").decode()
    if not re.fullmatch(_HOST, host):
        raise ValueError(host)
    return host


def _without_secrets(value: str) -> str:
    before, at, rest = value.rpartition("@")
    if not at:
        # it may be a password whose host was forgotten
        return re.sub(_NO_PORT, ":***", value)
    scheme, slashes, _ = before.partition("://")
    return f"{scheme}://***@{rest}" if slashes else f"***@{rest}"


@lru_cache(maxsize=4)
def _tls_context(file: str | None, directory: str | None) -> ssl.SSLContext:
    # reading certificates takes tens of milliseconds: once is enough
    if file is not None:
        try:
            return ssl.create_default_context(cafile=file)
        except ssl.SSLError:
            raise ArgumentError(f"SSL_CERT_FILE={file!r} holds no certificates in PEM form") from None
        except OSError as error:
            raise ArgumentError(f"SSL_CERT_FILE={file!r}: {error.strerror or error}") from None
    if directory is not None:
        if not any(re.fullmatch(_HASHED, name) for name in _names(directory)):
            raise ArgumentError(
                f"SSL_CERT_DIR={directory!r}: no certificates there under hashed names, as `openssl rehash` makes"
            )
        return ssl.create_default_context(capath=directory)
    import certifi  # lazy: a client that has no connection yet, or a server of this machine, does not need it

    return ssl.create_default_context(cafile=certifi.where())


def _names(directories: str) -> Iterator[str]:
    for directory in map(Path, directories.split(os.pathsep)):
        with suppress(OSError):
            yield from (path.name for path in directory.iterdir())
