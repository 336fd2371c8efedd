# `make run` reads the sample corpus, `make test` checks the code; both set everything up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2

.PHONY: run test lint wheel clean

run: $(VENV)/installed
	$(BIN)/kartoteka run corpus/texts

test: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n $(JOBS)

wheel: $(VENV)/installed-dev
	$(BIN)/pip wheel --quiet --no-deps --wheel-dir dist .

# The pinned versions of constraints.txt are those the tests are run with.
$(VENV)/installed: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/installed-dev: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $(VENV)/installed $@

clean:
	rm -rf $(VENV) dist output
