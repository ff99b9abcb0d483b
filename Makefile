.POSIX:
.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help setup demo clean \
	test test-long test-busy pytest lint types mypy pyright typed contracts sizes docs docs-site docs-serve generate-check api-check package \
	format generate sync api hooks lock \
	test-oldest test-newest test-versions test-pythons chaos soak bulk-scale mutants coverage bench

# An interpreter of your choice: make PYTHON=/path/to/python3
PYTHON =
VENV_PYTHON = .venv/bin/python
LINTED = openrouter_sdk generator tools tests examples bench
# The tests of what is written by hand in the package, for `make coverage`.
COVERING = $(addprefix tests/,api bulk chaos cli content conversation core hostile kit operations parsing recorded schema \
	server streams telemetry tools test_exports.py)
# Any interpreter that will do, for what needs no `.venv`.
WITH_ANY = python=$$(sh tools/find_python.sh "$(PYTHON)") && "$$python"
# What needs nothing of each other, the slow ones first.
CHECKS = mypy package docs-site pyright typed generate-check contracts api-check lint sizes docs

##@ To begin with

help: ## this list
	@sed -n -e 's/^##@ /\n/p' -e 's/^\([a-z-]*\):.*## /  \1	/p' Makefile | expand -t 18

setup: ## make .venv with everything development needs (quick when nothing changed)
	@$(WITH_ANY) tools/setup_env.py "$(PYTHON)"

demo: setup ## see a streamed, a non-streamed and an async answer
	@$(VENV_PYTHON) tools/demo.py

clean: ## remove what make made
	rm -rf .venv .venv-bench .venv-bench-* .venv-oldest .venv-newest build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

##@ To check

test: setup ## all checks, side by side, and then all tests
	@$(VENV_PYTHON) tools/side_by_side.py "$(MAKE)" $(CHECKS)
	@$(MAKE) --no-print-directory pytest

test-long: setup ## all tests, each property with all of its examples: five times as many
	ALL_EXAMPLES=1 $(MAKE) --no-print-directory pytest

test-busy: setup ## the same on a busy machine: beside one endless loop more than there are cores
	@$(VENV_PYTHON) tools/under_load.py "$(MAKE)" --no-print-directory test

# Tests start many programs: compiling what these import, each time anew, takes longer than most of them.
pytest: setup ## the tests alone, on all cores
	PYTHONDONTWRITEBYTECODE= $(VENV_PYTHON) -m pytest -n auto --dist worksteal

lint: setup ## ruff: rules and format; that no test sleeps or times; workflows
	$(VENV_PYTHON) -m ruff check $(LINTED)
	$(VENV_PYTHON) -m ruff format --check $(LINTED)
	$(VENV_PYTHON) tools/check_tests.py
	.venv/bin/check-jsonschema -qq --builtin-schema vendor.github-workflows .github/workflows/*.yml
	.venv/bin/check-jsonschema -qq --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/bug.yml .github/ISSUE_TEMPLATE/wish.yml
	.venv/bin/prek validate-config .pre-commit-config.yaml

types: mypy pyright ## mypy --strict and pyright strict

mypy: setup
	$(VENV_PYTHON) -m mypy

pyright: setup
	$(VENV_PYTHON) -m basedpyright

typed: setup ## whether every public name has a complete type
	$(VENV_PYTHON) tools/check_typed.py

contracts: setup ## who may import whom
	$(VENV_PYTHON) -c 'from importlinter.cli import lint_imports_command as run; run()' --no-cache --no-logo
	$(VENV_PYTHON) tools/check_imports.py

sizes: setup ## small files, small functions
	$(VENV_PYTHON) tools/check_sizes.py

docs: setup ## links and code blocks of the documents
	$(VENV_PYTHON) tools/check_docs.py

docs-site: setup ## the documentation as a site, in build/site; a dead link fails
	@NO_MKDOCS_2_WARNING=1 $(VENV_PYTHON) -m mkdocs build

docs-serve: setup ## the same on http://127.0.0.1:8000, made again as files change
	@NO_MKDOCS_2_WARNING=1 $(VENV_PYTHON) -m mkdocs serve

generate-check: setup ## whether the package is what openapi.yaml says
	$(VENV_PYTHON) generator/generate.py --check

api-check: setup ## whether the public surface is what tests/public_api.txt says
	$(VENV_PYTHON) tools/public_api.py

package: setup ## build, install into an empty environment, run the quick start there
	$(VENV_PYTHON) tools/check_wheel.py

##@ To change

format: setup ## let ruff format and fix
	$(VENV_PYTHON) -m ruff check --fix $(LINTED)
	$(VENV_PYTHON) -m ruff format $(LINTED)

generate: setup ## the package, again, from openapi.yaml
	$(VENV_PYTHON) generator/generate.py

sync: setup ## what a newer document of the API changes: SPEC=path, and SINCE=path GROUP=name APPLY=1 as needed
	@set -- "$(SPEC)"; [ -z "$(SINCE)" ] || set -- "$$@" --since "$(SINCE)"; \
		for group in $(GROUP); do set -- "$$@" --group "$$group"; done; [ -z "$(APPLY)" ] || set -- "$$@" --apply; \
		$(VENV_PYTHON) generator/sync.py "$$@"

api: setup ## write tests/public_api.txt, when a change of the public surface is meant
	$(VENV_PYTHON) tools/public_api.py --write

hooks: setup ## the quick checks before each commit of yours
	$(VENV_PYTHON) -m prek install

lock: ## pin requirements/*.in again (needs uv)
	@command -v uv >/dev/null || { echo 'make lock needs uv: pip install uv' >&2; exit 1; }
	for name in dev bench; do \
		uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
			--no-emit-find-links --upgrade requirements/$$name.in -o requirements/$$name.txt || exit 1; \
	done

##@ To prove

test-oldest: ## the tests of the network with the oldest versions that pyproject.toml allows
	@$(WITH_ANY) tools/check_versions.py oldest

test-newest: ## the same with the newest there are
	@$(WITH_ANY) tools/check_versions.py newest

test-versions: test-oldest test-newest ## both of them

test-pythons: setup ## the wheel in an empty environment of each Python that is found, or of PYTHONS="..."
	$(VENV_PYTHON) tools/check_wheel.py $${PYTHONS:-$$($(VENV_PYTHON) tools/find_pythons.py)}

# Most of it is waiting, so that there may be more of them than cores.
chaos: setup ## connections that end at every byte, over every client (some minutes)
	EVERY_OFFSET=1 PYTHONDONTWRITEBYTECODE= $(VENV_PYTHON) -m pytest -n 8 --dist worksteal tests/chaos

soak: setup ## calls of every kind for SOAK_MINUTES=30, with restarts, forks and jumps of the clock: nothing may grow
	$(VENV_PYTHON) tools/soak.py

# A worker that is forked from a server begins at once; on a busy machine Dask would take those that are slow for lost.
bulk-scale: setup ## a bulk run over 100 workers under a rate limit, while workers and driver are killed (some minutes)
	DASK_DISTRIBUTED__WORKER__MULTIPROCESSING_METHOD=forkserver \
		DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT=300s DASK_DISTRIBUTED__COMM__TIMEOUTS__TCP=300s \
		$(VENV_PYTHON) -m pytest -q -s tests/bulk/at_scale.py

mutants: setup ## change what decides, line by line, and see whether a test notices; NAMES=stream.sse for a part of it
	$(VENV_PYTHON) tools/mutants.py $(NAMES)

coverage: setup ## lines and branches of openrouter_sdk/custom and testing that no test runs (ten minutes)
	rm -rf build/coverage && mkdir -p build/coverage
	$(VENV_PYTHON) -m coverage run -m pytest -q -n auto --dist worksteal -p no:cacheprovider $(COVERING)
	$(VENV_PYTHON) -m coverage combine -q
	$(VENV_PYTHON) -m coverage json -q -o build/coverage/report.json --fail-under=0
	$(VENV_PYTHON) -m coverage report --sort=cover
	@$(VENV_PYTHON) -c 'import json; found = json.load(open("build/coverage/report.json"))["totals"]; \
		print("branches: {covered_branches} of {num_branches}, {percent_branches_covered:.1f} %".format(**found))'

bench: setup ## what the SDK costs on top of httpx, and what others do
	$(VENV_PYTHON) -m bench.run $(CASES)
