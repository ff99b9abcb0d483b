"""The official structure of the API, from one release to the next, and operations that the contract does not have."""

from __future__ import annotations

import pytest

from generator.amend import amended, failures
from generator.differences import differences
from generator.endpoints import endpoints
from generator.plain import from_yaml
from generator.sync import chosen, read, target
from tests.contract.document import CONTRACT
from tests.contract.official import REFERENCE, STRUCTURE

OLDER = REFERENCE / "official-structure-2026-08.json"
PATHS = ["/keys", "/guardrails", "/observability", "/workspaces"]


@pytest.mark.skipif(not (STRUCTURE.is_file() and OLDER.is_file()), reason=f"no official structure at {STRUCTURE}")
def test_what_changed_and_what_is_new_can_be_written_and_is_no_difference_then() -> None:
    text = CONTRACT.read_text(encoding="utf-8")
    theirs, since = read(STRUCTURE), read(OLDER)
    added = chosen(theirs, [], PATHS)

    wanted = target(endpoints(from_yaml(text)), theirs, since, added)
    written = amended(text, wanted)
    data = from_yaml(written)

    assert len(added) > 30
    assert differences(endpoints(data), target(endpoints(data), theirs, since, added), failures(data)) == []
    lost = [line for line in text.splitlines() if line.lstrip().startswith("#") and line not in written]
    assert lost == []
