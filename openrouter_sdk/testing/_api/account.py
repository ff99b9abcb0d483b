"""What the emulated server remembers: provider keys that were brought, generations, complaints, what was spent."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from .._answers.generation import CREATED
from .._json import is_list, is_object
from .catalogue import PROVIDERS, find
from .history import Generated

WORKSPACE = str(uuid.uuid5(uuid.NAMESPACE_DNS, "workspace.openrouter.test"))
BOUGHT = 100.0
_SHOWN = 4

_KEY_DEFAULTS: Mapping[str, Any] = {
    "name": None,
    "workspace_id": WORKSPACE,
    "disabled": False,
    "is_fallback": False,
    "is_required": False,
    "is_byok_only": False,
    "allowed_models": None,
    "allowed_api_key_hashes": None,
    "allowed_user_ids": None,
    "declared_zdr": None,
    "declared_region": None,
}


def timestamp() -> str:
    """The time that everything happens at, so that runs can be compared."""
    return datetime.fromtimestamp(CREATED, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def masked(key: str) -> str:
    """A key as it is shown: so little of it that it cannot be used."""
    return f"{key[:_SHOWN]}...{key[-_SHOWN:]}" if len(key) > 4 * _SHOWN else "..."


class Account:
    """The memory of one server. Only the server's own thread uses it."""

    def __init__(self, generation_lag: int = 0) -> None:
        self.keys: dict[str, dict[str, Any]] = {}
        self.complaints: set[str] = set()
        self._generations: dict[str, Generated] = {}
        self._lag = generation_lag
        self._looked_up: dict[str, int] = {}
        self._made = 0

    # ---- provider keys

    def add_key(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Store a key that was brought and return what is shown of it."""
        self._made += 1
        order = sum(key["provider"] == given["provider"] for key in self.keys.values())
        shown: dict[str, Any] = {
            "id": str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{self._made}.byok.openrouter.test")),
            "provider": given["provider"],
            "label": masked(given["key"]),
            "created_at": timestamp(),
            "sort_order": order,
            **_KEY_DEFAULTS,
        }
        shown |= {name: value for name, value in given.items() if name in _KEY_DEFAULTS}
        self.keys[shown["id"]] = shown
        return shown

    def change_key(self, shown: dict[str, Any], given: Mapping[str, Any]) -> None:
        """Change what is given of a stored key."""
        shown |= {name: value for name, value in given.items() if name in _KEY_DEFAULTS and name != "workspace_id"}
        if "key" in given:
            shown["label"] = masked(given["key"])

    def own_key(self, body: Mapping[str, Any], model: str) -> dict[str, Any] | None:
        """The stored key that a chat request runs on: the first that its model and providers allow."""
        entry = find(model)
        serving = entry.providers if entry else tuple(PROVIDERS)
        preferences = body.get("provider")
        wanted = preferences if is_object(preferences) else {}
        usable = [key for key in self.keys.values() if not key["disabled"] and _serves(key, serving, wanted)]
        fit = [key for key in usable if key["allowed_models"] is None or model in key["allowed_models"]]
        return min(fit, key=lambda key: (key["is_fallback"], key["sort_order"]), default=None)

    # ---- generations

    def remember(self, generated: Generated) -> None:
        """Keep an answer that was given."""
        self._generations[generated.generation.id] = generated

    def generation(self, wanted: str) -> Generated | None:
        """An answer that was given; None when there is none, or not yet."""
        found = self._generations.get(wanted)
        if found is None:
            return None
        self._looked_up[wanted] = self._looked_up.get(wanted, 0) + 1
        return found if self._looked_up[wanted] > self._lag else None

    @property
    def spent(self) -> float:
        """US dollars that all answers cost."""
        return round(sum(one.usage.get("cost") or 0.0 for one in self._generations.values()), 9)

    @property
    def spent_on_own_keys(self) -> float:
        """US dollars that providers charged for answers on keys that were brought."""
        return round(sum(one.upstream_cost or 0.0 for one in self._generations.values() if one.is_byok), 9)


def _serves(key: Mapping[str, Any], serving: tuple[str, ...], wanted: Mapping[str, Any]) -> bool:
    """Whether a key's provider serves the model and is not ruled out by the request."""
    provider: str = key["provider"]
    only, ignored = wanted.get("only"), wanted.get("ignore")
    names = {provider, PROVIDERS[provider].name} if provider in PROVIDERS else {provider}
    ruled_in = not is_list(only) or not only or bool(names & {*map(str, only)})
    ruled_out = is_list(ignored) and bool(names & {*map(str, ignored)})
    return provider in serving and ruled_in and not ruled_out
