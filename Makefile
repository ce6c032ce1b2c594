# Two commands: `make run` starts the atlas, `make test` checks everything. Both set themselves up, with the
# releases and hashes of requirements.txt and requirements-dev.txt.
PYTHON ?= python3
PORT ?= 8501
# Whole files go to one worker, so that a server started for a file's tests is started once.
PYTEST_FLAGS ?= -n auto --dist loadfile

VENV := .venv
BIN := $(VENV)/bin
# The newest releases have an environment of their own beside the locked one.
LATEST := .venv-latest
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes
# `make lock` keeps each release that still fits; `make lock LOCK_FLAGS=--upgrade` takes the newest that do.
LOCK_FLAGS ?=
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --no-config --universal --python-version 3.11 \
	--fork-strategy fewest --only-binary :all: --emit-build-options --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(LOCK_FLAGS)
MINUTES ?= 30
CHECKED := app.py geodata flows tests .ci

.PHONY: run test test-latest check lock bench ablation soak format words web
.DELETE_ON_ERROR:

run: $(VENV)/.ready-to-run
	@$(BIN)/python .ci/preflight.py "$(PORT)"
	$(BIN)/python -m streamlit run app.py --server.port "$(PORT)"

test: $(VENV)/.ready-to-test
	@$(MAKE) --no-print-directory check

# The same on the newest releases that the ranges of pyproject.toml admit.
test-latest: $(VENV)/.ready-to-test
	$(BIN)/uv venv --quiet --no-config --clear --python $(BIN)/python $(LATEST)
	$(BIN)/uv pip install --quiet --no-config --compile-bytecode --python $(LATEST) --upgrade -r pyproject.toml --group dev
	@$(MAKE) --no-print-directory check VENV=$(LATEST)

check:
	$(BIN)/ruff format --check $(wildcard $(CHECKED))
	$(BIN)/ruff check $(wildcard $(CHECKED))
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python .ci/web.py check
	PYTHONWARNDEFAULTENCODING=1 $(BIN)/python -m pytest $(PYTEST_FLAGS)

# After a change of what pyproject.toml asks for: the releases to install, for every system and Python.
lock: $(VENV)/.ready-to-test
	$(LOCK) --group dev --output-file requirements-dev.txt >/dev/null
	$(LOCK) --constraint requirements-dev.txt --output-file requirements.txt >/dev/null

# At most 25 minutes, on a machine that does nothing else; `make bench SOAK=1` lets the soak follow.
bench: $(VENV)/.ready-to-test
	$(BIN)/python -m tests.benchmarks
	@$(if $(SOAK),$(MAKE) --no-print-directory soak)

# What each trick is worth, on a machine that does nothing else: some 15 minutes.
ablation: $(VENV)/.ready-to-test
	$(BIN)/python -m tests.benchmarks "what each trick"

# Half an hour of readers who come and go; `make soak MINUTES=2` only to see that it runs.
soak: $(VENV)/.ready-to-test
	$(BIN)/python -m tests.benchmarks.soak --minutes $(MINUTES)

format: $(VENV)/.ready-to-test
	$(BIN)/ruff check --fix --exit-zero --quiet $(wildcard $(CHECKED))
	$(BIN)/ruff format $(wildcard $(CHECKED))
	$(BIN)/python .ci/web.py format

# Makes assets/web/built/ of the modules of the browser, after a change of any of them.
web: $(VENV)/.ready-to-test
	$(BIN)/python .ci/web.py build

# Collects the words of the interface for translators and compiles what they sent back.
words: $(VENV)/.ready-to-test
	$(BIN)/python .ci/catalogue.py

# The stamps make the second start immediate, and any change of the locks installs them anew.
$(VENV)/.ready-to-run: requirements.txt | $(BIN)/python
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.ready-to-test: requirements-dev.txt | $(BIN)/python
	$(PIP) -r requirements-dev.txt
	@touch $@ $(VENV)/.ready-to-run

$(BIN)/python:
	@command -v "$(PYTHON)" >/dev/null || { echo "$(PYTHON) is not installed: the atlas needs Python 3.11 or newer." >&2; exit 1; }
	@"$(PYTHON)" .ci/preflight.py
	"$(PYTHON)" -m venv --clear $(VENV)
