"""Fields that hold a credential: sent, but not shown and not pickled."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest

from openrouter_sdk import models
from tests.contract.document import load_contract

KEY = "sk-of-a-provider-0123456789"
SECRETS = [
    (component, name)
    for component, schema in load_contract().components.items()
    for name, one in schema.get("properties", {}).items()
    if one.get("x-secret")
]
every_secret = pytest.mark.parametrize(("component", "name"), SECRETS)


@every_secret
def test_it_is_sent_but_not_shown(component: str, name: str) -> None:
    model = getattr(models, component).from_dict({name: KEY, "provider": "openai"})

    assert model.to_dict() == {name: KEY, "provider": "openai"}
    assert KEY not in repr(model) + str(model)
    assert "openai" in repr(model)


@every_secret
def test_it_is_not_pickled(component: str, name: str) -> None:
    model = getattr(models, component).from_dict({name: KEY})

    with pytest.raises(TypeError, match=f"{component} holds a secret") as raised:
        pickle.dumps(model)
    assert KEY not in str(raised.value)


@every_secret
def test_it_can_be_copied_and_changed(component: str, name: str) -> None:
    model = getattr(models, component).from_dict({name: KEY, "provider": "openai", "new": [1]})

    copies = [copy.copy(model), copy.deepcopy(model), attrs.evolve(model)]

    assert copies == [model] * 3
    assert [one.to_dict() for one in copies] == [model.to_dict()] * 3
    assert attrs.evolve(model, **{name: "other"}).to_dict()[name] == "other"
