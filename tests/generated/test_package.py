"""The generated package: names that resolve, hints that evaluate, modules that load when they are needed."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
import subprocess
import sys
import typing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import openrouter_sdk
from openrouter_sdk import OpenRouter, components, errors, models, operations, utils
from openrouter_sdk.types import UNSET, Model
from tests.generated.json_objects import CONTRACT, MODELS, UNIONS, model_class

ROOT = Path(__file__).resolve().parents[2]
PUBLIC_MODULES = [openrouter_sdk, components, errors, models, operations, utils]
MOST_OWN_MODULES = 60
HEAVY = ("pydantic", "jsonschema", "starlette", "uvicorn", "aiohttp", "yaml", "dateutil", "openrouter_sdk.testing")
OLDER_NAMES = {
    "Message": "ChatMessages",
    "MessageTypedDict": "ChatMessagesTypedDict",
    "ChatGenerationParamsProvider": "ProviderPreferences",
    "ChatGenerationParamsPluginUnion": "ChatRequestPlugin",
    "Reasoning": "ChatRequestReasoning",
    "ToolDefinitionJSON": "ChatFunctionTool",
    "Debug": "ChatDebugOptions",
}
OFFICIAL_NAMES = {
    "Prediction": "ChatPrediction",
    "ChatAssistantImages": "ChatAssistantImage",
    "ChatAssistantImagesImageURL": "ChatAssistantImageURL",
    "ChatContentAudioInputAudio": "ChatInputAudio",
    "ChatContentFileFile": "ChatFile",
    "ChatContentImageImageURL": "ChatContentImageURL",
    "ChatFormatJSONObjectConfig": "FormatJSONObjectConfig",
    "ChatFunctionToolFunctionFunction": "ChatFunctionDefinition",
    "ChatTokenLogprobTopLogprob": "ChatTopLogprob",
    "ChatUsageCompletionTokensDetails": "CompletionTokensDetails",
    "ChatUsagePromptTokensDetails": "PromptTokensDetails",
    "MaxPrice": "ProviderMaxPrice",
    "PDFParserOptions": "FileParserPdf",
    "WebSearchConfig": "WebSearchParameters",
}
TABLE_NAMES = [
    "Stop",
    "Modality",
    "ResponseFormat",
    "ChatRequestPlugin",
    "ChatRequestReasoning",
    "ChatRequestServiceTier",
    "MetadataLevel",
    "ImageConfig",
    "ChatToolChoice",
    "ChatGenerationParamsImageConfig",
    "PredictionContent",
]


def loaded_by(code: str) -> list[str]:
    """The modules a fresh Python holds after `code`."""
    command = [sys.executable, "-c", f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    names: list[str] = json.loads(done.stdout)
    return names


def model_modules(names: list[str]) -> list[str]:
    return [name for name in names if name.startswith("openrouter_sdk.models.")]


class TestImporting:
    def test_the_package_loads_nothing_else(self) -> None:
        names = loaded_by("import openrouter_sdk")

        assert [name for name in names if name.startswith("openrouter_sdk.")] == []
        assert "httpx" not in names

    def test_a_client_loads_no_model_and_nothing_heavy(self) -> None:
        names = loaded_by("from openrouter_sdk import OpenRouter\nOpenRouter(api_key='test').close()")

        assert model_modules(names) == []
        assert [name for name in names if name.startswith(HEAVY)] == []
        assert len([name for name in names if name.startswith("openrouter_sdk")]) <= MOST_OWN_MODULES

    def test_an_answer_loads_the_models_it_holds(self) -> None:
        answer = "{'choices': [{'message': {'content': 'Hi'}}], 'usage': None}"
        names = loaded_by(f"from openrouter_sdk import models\nmodels.ChatResult.from_dict({answer})")

        assert model_modules(names) == [
            "openrouter_sdk.models.chat_assistant_message",
            "openrouter_sdk.models.chat_choice",
            "openrouter_sdk.models.chat_result",
        ]

    def test_the_emulated_server_loads_its_extra_only_when_it_serves(self) -> None:
        assert {*loaded_by("import openrouter_sdk.testing")} & {*HEAVY} == {"openrouter_sdk.testing"}


class TestNames:
    @pytest.mark.parametrize("module", PUBLIC_MODULES, ids=lambda module: module.__name__)
    def test_every_public_name_resolves_and_is_listed(self, module: ModuleType) -> None:
        found = {name: getattr(module, name) for name in module.__all__}

        assert len(found) == len(module.__all__)
        assert set(module.__all__) <= set(dir(module))

    @pytest.mark.parametrize("module", PUBLIC_MODULES, ids=lambda module: module.__name__)
    def test_an_unknown_name_is_an_attribute_error(self, module: ModuleType) -> None:
        with pytest.raises(AttributeError, match="NoSuchName"):
            _ = module.NoSuchName

    def test_components_are_the_models(self) -> None:
        renamed = {name: getattr(components, name) for name in models.__all__ if hasattr(components, name)}

        assert [name for name, value in renamed.items() if value is not getattr(models, name)] == []
        assert {*MODELS, "ChatMessagesTypedDict"} <= set(renamed)

    def test_components_carry_every_component_of_the_contract(self) -> None:
        named = {
            name for name, schema in CONTRACT.components.items() if not schema.get("x-map") and "anyOf" not in schema
        }

        assert named - set(components.__all__) == set()

    def test_an_older_name_is_the_model_it_became(self) -> None:
        for older, name in OLDER_NAMES.items():
            assert older in components.__all__
            assert getattr(components, older) == getattr(models, name)

    def test_an_official_name_is_the_model_and_its_dict(self) -> None:
        for official, name in OFFICIAL_NAMES.items():
            assert {official, f"{official}TypedDict"} <= {*components.__all__}
            assert getattr(components, official) is getattr(models, name)
            assert getattr(components, f"{official}TypedDict") == getattr(models, f"{name}TypedDict")

    def test_components_have_the_names_of_the_parameter_tables(self) -> None:
        for name in TABLE_NAMES:
            assert name in components.__all__
            assert getattr(components, name) is not None

    def test_unions_name_their_members_and_the_unknown(self) -> None:
        schema = CONTRACT.components
        for name in UNIONS:
            references = [*schema[name]["discriminator"]["mapping"].values(), schema[name].get("x-default-mapping")]
            members = {reference.rsplit("/", 1)[-1] for reference in references if reference}

            assert {each.__name__ for each in typing.get_args(getattr(models, name))} == {*members, "UnknownModel"}

    def test_the_return_type_of_send_has_the_official_name(self) -> None:
        members = typing.get_args(operations.SendChatCompletionRequestResponse)

        assert [typing.get_origin(each) or each for each in members] == [
            models.ChatResult,
            openrouter_sdk.EventStream,
            openrouter_sdk.EventStreamAsync,
        ]

    def test_what_single_operations_take_and_give_is_in_operations(self) -> None:
        assert operations.GetCreditsResponse is models.GetCreditsResponse
        assert operations.Result is models.RerankResult
        assert operations.ListEndpointsResponse is models.ModelEndpointsResponse
        assert [name for name in operations.__all__ if getattr(operations, name) is None] == []
        with pytest.raises(AttributeError, match="Nothing"):
            operations.Nothing  # type: ignore[attr-defined]  # noqa: B018

    def test_no_name_carries_a_number_for_want_of_a_better_one(self) -> None:
        modules = [each.name for each in pkgutil.walk_packages(models.__path__)]
        attributes = [attribute for name in MODELS for attribute in model_class(name).wire.keys.values()]
        parameters = list(inspect.signature(OpenRouter.chat.send).parameters)
        names = [*models.__all__, *components.__all__, *modules, *attributes, *parameters]

        assert [name for name in names if re.search(r"(Type|Item|Property|type_|item_|property_)_?\d", name)] == []
        assert [name for name in names if name.endswith("_")] == []

    def test_unset_is_false_and_stays_itself(self) -> None:
        assert not UNSET
        assert repr(UNSET) == "UNSET"


class TestHints:
    @pytest.mark.parametrize("name", ["send", "send_async", "__call__", "parse", "parse_async"])
    def test_those_of_a_call_evaluate(self, name: str) -> None:
        call = getattr(OpenRouter.chat, name)
        hints = typing.get_type_hints(call)

        assert set(hints) == (set(inspect.signature(call).parameters) | {"return"}) - {
            "self",
            "misplaced",
            "unknown",
        } | ({"misplaced", "unknown"} & set(hints))
        assert hints["temperature"] == float | None

    def test_those_of_the_client_evaluate(self) -> None:
        assert typing.get_type_hints(OpenRouter.__init__)["http_referer"] == str | None

    def test_those_of_each_model_evaluate_to_its_own_fields(self) -> None:
        for name in MODELS:
            found: Any = model_class(name)
            hints = typing.get_type_hints(found)

            assert {*found.wire.keys.values(), "additional_properties"} <= set(hints), name
            assert not any("Unset" in str(hint) for hint in hints.values()), name

    def test_a_model_class_is_a_model(self) -> None:
        assert issubclass(importlib.import_module("openrouter_sdk.models.chat_usage").ChatUsage, Model)


class TestErrors:
    def test_the_classes_of_the_contract_are_there(self) -> None:
        named = {answer["x-error"] for answer in CONTRACT.responses.values() if "x-error" in answer}

        assert named <= set(errors.__all__)
        assert len(named) == len(CONTRACT.responses) - 1
        assert all(issubclass(getattr(errors, name), errors.ChatError) for name in named)

    def test_each_status_of_the_contract_has_the_class_it_names(self) -> None:
        statuses = {
            int(code): answer["x-error"]
            for code, answer in CONTRACT.responses.items()
            if code not in ("200", "default")
        }

        assert {status: getattr(errors, name).default_status for status, name in statuses.items()} == {
            status: status for status in statuses
        }

    def test_everything_the_module_lists_is_an_error_of_the_sdk(self) -> None:
        assert all(issubclass(getattr(errors, name), errors.OpenRouterError) for name in errors.__all__)


def test_no_line_of_a_generated_docstring_ends_within_a_word() -> None:
    files = [*(ROOT / "openrouter_sdk" / "api").rglob("*.py"), ROOT / "openrouter_sdk" / "client.py"]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]

    assert any("cli-agent" in line for line in lines)
    assert [line for line in lines if re.search(r"\w-$", line)] == []
