"""The one way to make the generated code: `python generator/generate.py`, or with `--check` to compare only.

Everything is generated into a temporary folder, formatted there, and then compared with the checkout or moved into
it. Hand-written folders are not touched.
"""

from __future__ import annotations

import argparse
import ast
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import yaml
from checks import check_operations
from jinja2 import Environment, FileSystemLoader
from operations import OWN_NAMESPACES, describe, for_generator, generator_key, namespaces, statuses, with_marks
from plain import from_yaml

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "generator"
PACKAGE = "openrouter_sdk"
HEADER = "# Code generated from openapi.yaml by `make generate`: do not edit."
FOLDERS = ("api", "models")
MODULES = ("components", "operations", "utils")
DOORS = ("content", "telemetry", "tools")
"""Packages of the hand-written layer whose doors are public as they are."""
FILES = ("__init__.py", "client.py", "errors.py", "types.py", *(f"{name}.py" for name in (*MODULES, *DOORS)))
CONTRACT = "testing/openapi.json"
RUNTIME = "runtime.py"


def load_yaml(path: Path) -> Any:
    """Read a YAML file."""
    try:
        return from_yaml(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as problem:
        raise SystemExit(f"{path.name} is no YAML: {problem}") from None


def taken_names(options: list[dict[str, Any]]) -> dict[str, set[str]]:
    """Names that properties must not have: by mixin those of answers, under "" those of all models and of the call."""
    tree = ast.parse((ROOT / PACKAGE / "custom" / "answers" / "mixins.py").read_text(encoding="utf-8"))
    found = {node.name: set[str]() for node in tree.body if isinstance(node, ast.ClassDef)}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            found[node.name] = {item.name for item in node.body if isinstance(item, ast.FunctionDef)}
    found["model"] = {"wire", "from_dict", "to_dict", "additional_properties", "additional_keys", "keys"}
    found["call"] = {option["name"] for option in options if "call" in option["where"]}
    return found


def check_names(contract: dict[str, Any], options: list[dict[str, Any]]) -> None:
    """Refuse a contract with a property that the generated code has another use for."""
    taken = taken_names(options)
    for name, schema in contract["components"]["schemas"].items():
        names = taken["model"] | taken.get(schema.get("x-mixin", ""), set())
        if name == "ChatRequest":
            names |= taken["call"]
        properties = schema.get("properties", {})
        parsed = [added for one in properties.values() for added in one.get("x-parsed", {})]
        clashes = sorted(names & {*properties, *parsed} | properties.keys() & {*parsed})
        if clashes:
            raise SystemExit(f"openapi.yaml: {name}.{clashes[0]} has a name that the SDK uses itself")


def check_derived(contract: dict[str, Any], derived: list[dict[str, Any]]) -> None:
    """Refuse derived calls of operations or with parameters that do not exist, or with options that do already."""
    operations = describe(contract)
    for call in derived:
        if call["of"] not in operations:
            raise SystemExit(f"derived_calls.yaml: {call['name']} is made of {call['of']!r}, which is no operation")
        body = contract["components"]["schemas"][operations[call["of"]].body]["properties"]
        for name in call.get("types", {}):
            if name not in body:
                raise SystemExit(f"derived_calls.yaml: {call['name']} names {name!r}, which is no parameter")
        for option in call.get("options", []):
            if option["name"] in body:
                raise SystemExit(f"derived_calls.yaml: {call['name']} has an option {option['name']!r}, a parameter")


def check_errors(contract: dict[str, Any], folder: Path = ROOT / PACKAGE / "custom" / "errors") -> None:
    """Refuse a contract that names an exception which nobody wrote: without it the package cannot be imported."""
    tree, door = ((folder / name).read_text(encoding="utf-8") for name in ("tree.py", "__init__.py"))
    for status, name in statuses(contract).items():
        missing = []
        if f"class {name}(" not in tree:
            missing.append("write the class in openrouter_sdk/custom/errors/tree.py")
        if f" as {name}\n" not in door:
            missing.append("export it from openrouter_sdk/custom/errors/__init__.py")
        if missing:
            raise SystemExit(f"openapi.yaml: x-error of {status} is {name}: {', and '.join(missing)}")


def write_templates(target: Path, contract: dict[str, Any]) -> None:
    """Copy the templates and add what they import: the SDK's own options and the production server."""
    shutil.copytree(HERE / "templates", target)
    options = load_yaml(HERE / "call_options.yaml")
    check_names(contract, options)
    check_errors(contract)
    values: dict[str, Any] = {
        f"{place}_options": [option for option in options if place in option["where"]]
        for place in ("client", "call", "stream", "body", "eventual")
    }
    values["derived"] = load_yaml(HERE / "derived_calls.yaml")
    check_derived(contract, values["derived"])
    values["server_url"] = contract["servers"][0]["url"]
    values["operations"] = {generator_key(key): asdict(each) for key, each in describe(contract).items()}
    values["namespaces"] = {name: asdict(each) for name, each in namespaces(contract).items()}
    values["own_namespaces"] = OWN_NAMESPACES
    values["statuses"] = statuses(contract)
    lines = [f"{{% set {name} = {value!r} %}}" for name, value in values.items()]
    (target / "_call_options.jinja").write_text("\n".join(lines) + "\n", encoding="utf-8")


def run_generator(contract: Path, templates: Path, output: Path) -> None:
    """Run openapi-python-client; a warning is a failure."""
    command = [sys.executable, str(HERE / "run.py"), "generate"]
    command += ["--path", str(contract), "--config", str(ROOT / "generator-config.yaml")]
    command += ["--meta", "none", "--output-path", str(output), "--overwrite", "--fail-on-warning"]
    command += ["--custom-template-path", str(templates)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"openapi-python-client failed:\n{done.stdout}{done.stderr}")


def drop_maps(output: Path, schemas: dict[str, Any]) -> None:
    """Remove the modules the generator makes for free-form maps: in Python they are dicts."""
    maps = {name for name, schema in schemas.items() if schema.get("x-map")}
    for module in (output / "models").glob("*.py"):
        text = module.read_text(encoding="utf-8")
        if any(f"\nclass {name}(" in text for name in maps):
            module.unlink()


def modules_of(templates: Path) -> Environment:
    """The templates of whole modules."""
    return Environment(  # noqa: S701 - Python code, not HTML
        loader=FileSystemLoader(templates / "modules"), trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )


def write_modules(templates: Path, output: Path, schemas: dict[str, Any]) -> None:
    """Write the modules that carry the official SDK's names."""
    environment = modules_of(templates)
    models = [name for name, schema in schemas.items() if not schema.get("x-map") and "anyOf" not in schema]
    names = load_yaml(HERE / "aliases.yaml")
    aliases = names["components"]
    operations = {name: target or name for name, target in names["operations"].items()}
    dicts = [name for name in models if "enum" not in schemas[name]]
    exported = [*models, *(f"{name}TypedDict" for name in dicts), *aliases]
    exported += [f"{name}TypedDict" for name, target in aliases.items() if target in dicts]
    values = {"models": models, "dicts": dicts, "aliases": aliases, "operations": operations}
    for name in MODULES:
        template = environment.get_template(f"{name}.py.jinja")
        text = template.render(header=HEADER, exported=sorted(set(exported)), **values)
        (output / f"{name}.py").write_text(text, encoding="utf-8")
    unknown = environment.get_template("unknown_model.py.jinja").render(header=HEADER)
    (output / "models" / "unknown_model.py").write_text(unknown, encoding="utf-8")


def write_doors(templates: Path, output: Path) -> None:
    """Write the modules under whose names users import what a door of the hand-written layer shows."""
    environment = modules_of(templates)
    for name in DOORS:
        tree = ast.parse((ROOT / PACKAGE / "custom" / name / "__init__.py").read_text(encoding="utf-8"))
        summary = (ast.get_docstring(tree) or "").partition("\n\n")[0]
        names = next(
            ast.literal_eval(node.value)
            for node in tree.body
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
        )
        text = environment.get_template("door.py.jinja").render(
            header=HEADER, package=name, summary=summary, names=names
        )
        (output / f"{name}.py").write_text(text, encoding="utf-8")


def write_runtime(output: Path) -> None:
    """Copy what all models share: it is written by hand, and only its place is generated."""
    text = (HERE / RUNTIME).read_text(encoding="utf-8")
    (output / "types.py").write_text(f"{HEADER} It is a copy of generator/{RUNTIME}.\n{text}", encoding="utf-8")


def write_namespaces(templates: Path, output: Path, contract: dict[str, Any]) -> None:
    """Write the classes that hold the operations of each namespace."""
    environment = modules_of(templates)
    for name, namespace in namespaces(contract).items():
        made = environment.get_template("namespace.py.jinja").render(header=HEADER, name=name, namespace=namespace)
        (output / "api" / namespace.folder / "__init__.py").write_text(made, encoding="utf-8")


def write_contract(output: Path, contract: dict[str, Any]) -> None:
    """Write the contract as JSON, for the emulated server."""
    target = output / CONTRACT
    target.parent.mkdir()
    marked = {"x-generated": HEADER.removeprefix("# "), **contract}
    target.write_text(json.dumps(marked, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def format_code(output: Path) -> None:
    """Sort imports and format, in the generated folder only."""
    ruff = [sys.executable, "-m", "ruff"]
    options = ["--isolated", "--no-cache", "--quiet"]
    select = ["--select", "I,F401,UP007,UP037", "--target-version", "py311", "--line-length", "120"]
    subprocess.run([*ruff, "check", "--fix-only", *select, *options, str(output)], check=True)
    subprocess.run([*ruff, "format", "--line-length", "120", *options, str(output)], check=True)


def generate(work: Path) -> Path:
    """Generate into `work` and return the folder that holds the package."""
    said = load_yaml(ROOT / "openapi.yaml")
    check_operations(said)
    contract = with_marks(said)
    schemas = contract["components"]["schemas"]
    templates, output = work / "templates", work / PACKAGE
    write_templates(templates, contract)
    given = work / "openapi.json"
    given.write_text(json.dumps(for_generator(contract)), encoding="utf-8")
    run_generator(given, templates, output)
    drop_maps(output, schemas)
    write_modules(templates, output, schemas)
    write_doors(templates, output)
    write_runtime(output)
    write_namespaces(templates, output, contract)
    write_contract(output, said)
    format_code(output)
    for path in output.rglob("*.py"):
        compile(path.read_text(encoding="utf-8"), path.name, "exec")
    return output


def generated_files(package: Path) -> dict[str, bytes]:
    """The generated files of a package folder, by their path in it."""
    paths = [package / name for name in (*FILES, CONTRACT)]
    for folder in FOLDERS:
        paths += [path for path in (package / folder).rglob("*") if "__pycache__" not in path.parts]
    return {str(path.relative_to(package)): path.read_bytes() for path in paths if path.is_file()}


def differences(made: dict[str, bytes], present: dict[str, bytes]) -> list[str]:
    """What a regeneration would change, a line each."""
    found = [f"missing: {name}" for name in sorted(made.keys() - present.keys())]
    found += [f"not generated: {name}" for name in sorted(present.keys() - made.keys())]
    found += [f"differs: {name}" for name in sorted(made.keys() & present.keys()) if made[name] != present[name]]
    return found


def swap(made: dict[str, bytes], present: dict[str, bytes], package: Path) -> None:
    """Put the generated files in place of the old ones.

    Each file is replaced whole, new ones first, and nothing is removed before all are there: a run that is interrupted
    leaves no file half written and none missing, and the next run ends its work.
    """
    changed = sorted((name for name in made if made[name] != present.get(name)), key=lambda name: name in present)
    with tempfile.TemporaryDirectory(dir=package, prefix=".generated-") as folder:
        for number, name in enumerate(changed):
            (Path(folder) / str(number)).write_bytes(made[name])
        for number, name in enumerate(changed):
            (package / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / str(number)).replace(package / name)
    for name in sorted(present.keys() - made.keys()):
        (package / name).unlink()
    for path in sorted(
        (path for name in FOLDERS for path in (package / name).rglob("*") if path.is_dir()), reverse=True
    ):
        if path.name != "__pycache__" and all(inside.name == "__pycache__" for inside in path.iterdir()):
            shutil.rmtree(path)


def main() -> int:
    """Generate, or with `--check` compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the checkout and change nothing")
    check = parser.parse_args().check
    package = ROOT / PACKAGE
    with tempfile.TemporaryDirectory() as work:
        made, present = generated_files(generate(Path(work))), generated_files(package)
        found = differences(made, present)
        if not check:
            swap(made, present, package)
    if check and found:
        print("generated code is not what openapi.yaml gives; run `make generate`:", *found, sep="\n  ")
        return 1
    print(f"{len(found)} generated file(s) {'differ' if check else 'changed'}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
