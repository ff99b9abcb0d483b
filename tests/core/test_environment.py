"""What the variables of the environment mean, for proxies and certificates."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_sdk import errors
from openrouter_sdk.custom.http.environment import Network, is_loopback

TARGET = ("https", "openrouter.ai", 443)


def proxy_url(variables: dict[str, str], target: tuple[str, str, int] = TARGET, **system: str) -> str | None:
    proxy = Network(variables, system).proxy_for(*target)
    return None if proxy is None else proxy.url


@pytest.mark.parametrize(
    ("variables", "url"),
    [
        ({}, None),
        ({"HTTPS_PROXY": "http://proxy:3128"}, "http://proxy:3128"),
        ({"https_proxy": "http://proxy:3128/"}, "http://proxy:3128"),
        ({"HTTPS_PROXY": "http://upper", "https_proxy": "http://lower"}, "http://lower:80"),
        ({"https_proxy": "http://lower", "HTTPS_PROXY": "http://upper"}, "http://lower:80"),
        ({"HTTPS_PROXY": "http://upper", "https_proxy": ""}, None),
        ({"HTTPS_PROXY": " "}, None),
        ({"HTTPS_PROXY": "proxy:3128"}, "http://proxy:3128"),
        ({"HTTPS_PROXY": "https://proxy"}, "https://proxy:443"),
        ({"HTTPS_PROXY": "HTTP://Proxy:1"}, "http://proxy:1"),
        ({"HTTPS_PROXY": "http://[::1]:3128"}, "http://[::1]:3128"),
        ({"HTTPS_PROXY": "http://prüfung.example"}, "http://xn--prfung-4ya.example:80"),
        ({"HTTP_PROXY": "http://other"}, None),
        ({"ALL_PROXY": "http://any"}, "http://any:80"),
        ({"ALL_PROXY": "http://any", "HTTPS_PROXY": "http://mine"}, "http://mine:80"),
        ({"ALL_PROXY": "socks://127.0.0.1:9"}, "socks5://127.0.0.1:9"),
        ({"all_proxy": "SOCKS://h"}, "socks5://h:1080"),
        ({"ALL_PROXY": "socks5h://h:7890/"}, "socks5h://h:7890"),
        ({"FTP_PROXY": "http://ftp", "TRAVIS_APT_PROXY": "http://apt"}, None),
    ],
)
def test_a_proxy_is_found(variables: dict[str, str], url: str | None) -> None:
    assert proxy_url(variables) == url


def test_what_a_request_says_to_a_web_server_is_no_proxy() -> None:
    plain = ("http", "openrouter.example", 80)

    assert proxy_url({"HTTP_PROXY": "http://evil", "REQUEST_METHOD": "GET"}, plain) is None
    assert proxy_url({"http_proxy": "http://good", "REQUEST_METHOD": "GET"}, plain) == "http://good:80"


def test_the_systems_settings_count_where_the_environment_names_no_proxy() -> None:
    assert proxy_url({}, https="http://system:8080") == "http://system:8080"
    assert proxy_url({"NO_PROXY": "other.example"}, https="http://system:8080") == "http://system:8080"
    assert proxy_url({"NO_PROXY": "openrouter.ai"}, https="http://system:8080") is None
    assert proxy_url({"HTTP_PROXY": "http://mine"}, https="http://system:8080") is None


def test_user_and_password_are_decoded_and_in_no_repr() -> None:
    proxy = Network({"HTTPS_PROXY": "http://jo%40corp:s%2Fcret@proxy:3128"}, {}).proxy_for(*TARGET)

    assert proxy is not None
    assert (proxy.auth, proxy.url) == (("jo@corp", "s/cret"), "http://proxy:3128")
    assert "cret" not in repr(proxy)


@pytest.mark.parametrize(
    ("exempt", "host", "port", "direct"),
    [
        ("*", "openrouter.ai", 443, True),
        ("localhost, *", "openrouter.ai", 443, True),
        ("openrouter.ai", "openrouter.ai", 443, True),
        ("OpenRouter.AI", "openrouter.ai.", 443, True),
        ("openrouter.ai", "eu.openrouter.ai", 443, True),
        (".openrouter.ai", "openrouter.ai", 443, True),
        ("*.openrouter.ai", "eu.openrouter.ai", 443, True),
        ("router.ai", "openrouter.ai", 443, False),
        ("eu.openrouter.ai", "openrouter.ai", 443, False),
        ("a.example b.example,openrouter.ai", "openrouter.ai", 443, True),
        ("openrouter.ai:443", "openrouter.ai", 443, True),
        ("openrouter.ai:8443", "openrouter.ai", 443, False),
        ("https://openrouter.ai", "openrouter.ai", 443, True),
        ("http://openrouter.ai", "openrouter.ai", 443, False),
        ("all://openrouter.ai", "openrouter.ai", 443, True),
        ("10.0.0.0/8", "10.1.2.3", 443, True),
        ("10.1.2.3/8", "10.200.0.1", 443, True),
        ("10.0.0.0/8", "11.1.2.3", 443, False),
        ("10.0.0.0/8", "openrouter.ai", 443, False),
        ("10.1.2.3", "10.1.2.3", 443, True),
        ("10.1.2.3:443", "10.1.2.3", 443, True),
        ("10.1.2.3:80", "10.1.2.3", 443, False),
        ("10.1.2.3", "::ffff:10.1.2.3", 443, True),
        ("fd00::/8", "fd00::1", 443, True),
        ("fd00::1", "fd00:0:0::1", 443, True),
        ("[fd00::1]", "fd00::1", 443, True),
        ("[fd00::1]:443", "fd00::1", 443, True),
        ("[fd00::1]:80", "fd00::1", 443, False),
        ("fd00::/8", "10.0.0.1", 443, False),
        # what can be read as nothing holds nothing
        ("::1/129", "openrouter.ai", 443, False),
        ("[,://,:,.,*.,:443,]:443,http://", "openrouter.ai", 443, False),
        ("", "openrouter.ai", 443, False),
    ],
)
def test_no_proxy_is_read(exempt: str, host: str, port: int, direct: bool) -> None:
    for name in ("NO_PROXY", "no_proxy"):
        proxies = Network({"ALL_PROXY": "http://proxy", name: exempt}, {})

        assert (proxies.proxy_for("https", host, port) is None) is direct, name


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        *((host, True) for host in ("localhost", "LOCALHOST.", "a.localhost", "127.0.0.1", "127.8.0.1", "::1")),
        *((host, False) for host in ("localhost.example", "128.0.0.1", "::2", "0.0.0.0", "openrouter.ai")),  # noqa: S104
    ],
)
def test_no_proxy_leads_to_this_machine(host: str, loopback: bool) -> None:
    proxies = Network({"ALL_PROXY": "http://proxy"}, {})

    assert is_loopback(host) is loopback
    assert (proxies.proxy_for("http", host, 80) is None) is loopback


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("ftp://proxy", "'ftp://proxy'"),
        ("socks4://proxy:1", "'socks4://proxy:1'"),
        ("http://", "'http://'"),
        ("http://:3128", "'http://:3128'"),
        ("http://proxy:99999", "'http://proxy:99999'"),
        ("http://a b", "'http://a b'"),
        ("http://[::g]:1", "'http://[::g]:1'"),
        ("http://[::1", "'http://[::1'"),
        ("http://<proxy>", "'http://<proxy>'"),
        ("http://jo:s3cret@", "'http://***@'"),
        ("jo:s3cret@proxy:x", "'***@proxy:x'"),
        ("ftp://jo:s3cret@proxy:1", "'ftp://***@proxy:1'"),
        ("http://s3cret@proxy:x", "'http://***@proxy:x'"),
        ("http://jo:s3@cret@proxy:x", "'http://***@proxy:x'"),
        ("http://jo:s3/cret@proxy:1", "'http://***@proxy:1'"),
        ("http://jo:12/cret@proxy:1", "'http://***@proxy:1'"),
        ("http://jo:s3cret", "'http://jo:***'"),
        ("jo:s3cret", "'jo:***'"),
    ],
)
def test_what_names_no_proxy_is_an_error_that_shows_it_without_the_password(value: str, shown: str) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        proxies = Network({name: value}, {})

        with pytest.raises(errors.ArgumentError) as caught:
            proxies.proxy_for(*TARGET)

        assert str(caught.value).startswith(f"{name}={shown}")


def test_a_setting_that_leads_nowhere_harms_only_what_it_is_for() -> None:
    proxies = Network({"HTTP_PROXY": "ftp://x", "ALL_PROXY": "ftp://x", "HTTPS_PROXY": "http://good"}, {})

    found = proxies.proxy_for(*TARGET)
    assert found is not None
    assert found.url == "http://good:80"
    with pytest.raises(errors.ArgumentError, match="HTTP_PROXY"):
        proxies.proxy_for("http", "openrouter.example", 80)


ODD = st.text(st.sampled_from("a1.:/@[]%*#?-_,ü \t") | st.characters(codec="utf-8"), max_size=12)
NAMES = st.sampled_from(["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "NO_PROXY", "no_proxy"])


@given(
    st.dictionaries(NAMES, st.sampled_from(["", "http://", "socks://", "x://"]).flatmap(lambda s: ODD.map(s.__add__))),
    ODD,
)
def test_no_environment_fails_in_another_way(variables: dict[str, str], host: str) -> None:
    try:
        proxy = Network(variables, {}).proxy_for("https", host, 443)
    except errors.ArgumentError as error:
        assert "PROXY" in str(error).upper()  # noqa: PT017 - either way is fine
    else:
        assert proxy is None or (proxy.host and 0 <= proxy.port < 65536)


@given(st.text(min_size=1), st.sampled_from(["proxy:x", "", "[", "proxy:1", "a b:1"]))
def test_no_message_holds_a_password(password: str, rest: str) -> None:
    password = f"s3cret{password}s3cret"

    with pytest.raises(errors.ArgumentError) as caught:
        Network({"ALL_PROXY": f"x://jo:{password}@{rest}"}, {}).proxy_for(*TARGET)

    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    ("variables", "asked"),
    [
        ({"SSL_CERT_DIR": "nowhere"}, "SSL_CERT_DIR"),
        ({"SSL_CERT_FILE": "", "SSL_CERT_DIR": "nowhere"}, "SSL_CERT_DIR"),
        ({"SSL_CERT_FILE": "nowhere", "SSL_CERT_DIR": "nowhere"}, "SSL_CERT_FILE"),
    ],
)
def test_the_file_is_asked_before_the_directory(variables: dict[str, str], asked: str) -> None:
    with pytest.raises(errors.ArgumentError, match=asked):
        Network(variables, {})


def test_empty_names_of_certificates_are_none() -> None:
    assert Network({"SSL_CERT_FILE": "", "SSL_CERT_DIR": ""}, {}).trust().get_ca_certs()


@pytest.mark.parametrize("content", [None, b"", b"no certificate", b"\x00\xff", "folder"])
def test_a_file_without_certificates_is_named(content: bytes | str | None, tmp_path: Path) -> None:
    file = tmp_path / "roots.pem"
    if isinstance(content, bytes):
        file.write_bytes(content)
    elif content is not None:
        file.mkdir()

    with pytest.raises(errors.ArgumentError) as caught:
        Network({"SSL_CERT_FILE": str(file)}, {})

    assert f"SSL_CERT_FILE={str(file)!r}" in str(caught.value)


@pytest.mark.parametrize("content", [None, [], ["roots.pem"]])
def test_a_directory_without_certificates_is_named(content: list[str] | None, tmp_path: Path) -> None:
    folder = tmp_path / "certs"
    if content is not None:
        folder.mkdir()
    for name in content or []:
        (folder / name).touch()

    with pytest.raises(errors.ArgumentError) as caught:
        Network({"SSL_CERT_DIR": str(folder)}, {})

    assert f"SSL_CERT_DIR={str(folder)!r}" in str(caught.value)


def test_of_several_directories_one_is_enough(tmp_path: Path) -> None:
    (tmp_path / "0a1b2c3d.0").touch()

    assert Network({"SSL_CERT_DIR": f"{tmp_path}/none:{tmp_path}"}, {}).trust().get_ca_certs() == []
