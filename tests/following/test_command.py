"""`make sync` reports and writes, and says what is wrong with a document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from generator.sync import main, undescribed
from tests.following.documents import CONTRACT, official
from tests.following.test_report import CHANGES, parcel


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / "contract.yaml"
    path.write_text(CONTRACT)
    return path


def spec(contract: Path, document: object, name: str = "spec.json") -> str:
    path = contract.parent / name
    path.write_text(document if isinstance(document, str) else json.dumps(document))
    return str(path)


def test_a_report_changes_nothing(contract: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = official()
    parcel(document)["size"] = {"type": "integer"}

    assert main([spec(contract, document)], contract) == 0
    assert capsys.readouterr().out == "Parcel.size: added: integer\n"
    assert contract.read_text() == CONTRACT


def test_no_change_is_said_to_be_none(contract: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([spec(contract, official()), "--apply"], contract)

    assert capsys.readouterr().out == "nothing changed\n"
    assert contract.read_text() == CONTRACT


def test_what_is_written_is_without_words_and_counted(contract: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = official()
    parcel(document)["size"] = {"type": "object", "properties": {"length": {"type": "integer"}}}
    main([spec(contract, yaml.safe_dump(document)), "--apply"], contract)

    assert "2 places have no words yet" in capsys.readouterr().out
    assert undescribed(yaml.safe_load(contract.read_text())) == [
        "components.schemas.ParcelSize.description",
        "components.schemas.ParcelSize.properties.length.description",
    ]


@pytest.mark.parametrize("option", [["--group", "parcels"], ["--path", "/parcels/"]])
def test_other_operations_are_named_and_taken_up_when_asked_for(
    contract: Path, option: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    document = official()
    CHANGES["an endpoint comes"][0](document)
    path = spec(contract, document)
    main([path, "--apply"], contract)

    assert capsys.readouterr().out == ("nothing changed\n\n1 operations that openapi.yaml does not have, in: parcels\n")

    main([path, "--apply", "--since", path, *option], contract)

    operation = yaml.safe_load(contract.read_text())["paths"]["/parcels/{id}"]["delete"]
    assert (operation["tags"], operation["x-method"]) == (["parcels"], "drop_parcel")
    assert operation["responses"] == {
        "204": {"description": ""},
        "404": {"$ref": "#/components/responses/NotFound"},
        "default": {"$ref": "#/components/responses/Default"},
    }


def test_a_list_with_pages_is_told_by_its_parameters_and_its_answer(contract: Path) -> None:
    document = official()
    document["paths"]["/boxes"] = document["paths"].pop("/parcels")
    get = document["paths"]["/boxes"]["get"]
    get["parameters"].append({"name": "limit", "in": "query", "schema": {"type": "integer"}})
    get["x-python"] = "boxes.list"
    answer = get["responses"]["200"]["content"]["application/json"]["schema"]
    answer["properties"]["total_count"] = {"type": "integer"}
    main([spec(contract, document), "--apply", "--group", "boxes"], contract)

    written = yaml.safe_load(contract.read_text())
    assert written["paths"]["/boxes"]["get"]["x-pagination"] == {
        "style": "offset",
        "items": "data",
        "offset": "offset",
        "limit": "limit",
        "total": "total_count",
    }
    assert [tag["name"] for tag in written["tags"]] == ["boxes"]


def test_a_body_that_no_method_can_send_is_named(contract: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = official()
    post = document["paths"]["/parcels"]["post"]
    post["requestBody"] = {"content": {"text/csv": {"schema": {"type": "string"}}}}
    document["paths"]["/tables"] = {"post": post}
    main([spec(contract, document), "--path", "/tables"], contract)

    assert "POST /tables: a body as text/csv cannot be generated yet\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", "is no OpenAPI document: JSONDecodeError"),
        ("a: [", "is no OpenAPI document: ParserError"),
        ("[]", "is no OpenAPI document"),
        ('{"paths": {"/a": {"get": {}}}}', "is no OpenAPI document: KeyError"),
    ],
)
def test_what_is_no_document_is_refused_and_nothing_written(contract: Path, text: str, complaint: str) -> None:
    with pytest.raises(SystemExit, match=complaint):
        main([spec(contract, text), "--apply"], contract)

    assert contract.read_text() == CONTRACT


def test_a_document_that_is_not_there_is_named(contract: Path) -> None:
    with pytest.raises(SystemExit, match=r"nowhere\.json: No such file"):
        main([str(contract.parent / "nowhere.json")], contract)
