# Two commands: `make run` starts the atlas, `make test` checks everything. Both set themselves up.
PYTHON ?= python3
PORT ?= 8501
# Whole files go to one worker, so that a server started for a file's tests is started once.
PYTEST_FLAGS ?= -n auto --dist loadfile

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
CHECKED := app.py geodata flows tests .ci

.PHONY: run test bench format words
.DELETE_ON_ERROR:

run: $(VENV)/.ready-to-run
	@$(BIN)/python .ci/preflight.py "$(PORT)"
	$(BIN)/python -m streamlit run app.py --server.port "$(PORT)"

test: $(VENV)/.ready-to-test
	$(BIN)/ruff format --check $(wildcard $(CHECKED))
	$(BIN)/ruff check $(wildcard $(CHECKED))
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest $(PYTEST_FLAGS)

bench: $(VENV)/.ready-to-test
	$(BIN)/python -m tests.benchmarks

format: $(VENV)/.ready-to-test
	$(BIN)/ruff check --fix --exit-zero --quiet $(wildcard $(CHECKED))
	$(BIN)/ruff format $(wildcard $(CHECKED))

# Collects the words of the interface for translators and compiles what they sent back.
words: $(VENV)/.ready-to-test
	$(BIN)/python .ci/catalogue.py

# The stamps make the second start immediate, and any change of the requirements installs them anew.
$(VENV)/.ready-to-run: requirements.txt | $(BIN)/python
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.ready-to-test: requirements-dev.txt requirements.txt | $(BIN)/python
	$(PIP) -r requirements-dev.txt
	@touch $@ $(VENV)/.ready-to-run

$(BIN)/python:
	@command -v "$(PYTHON)" >/dev/null || { echo "$(PYTHON) is not installed: the atlas needs Python 3.11 or newer." >&2; exit 1; }
	@"$(PYTHON)" .ci/preflight.py
	"$(PYTHON)" -m venv --clear $(VENV)
