# `make run` reads the sample corpus, `make test` checks the code; both set everything up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2
# What an installation follows from.
PINS := pyproject.toml constraints.txt hatch_build.py models/web/package-lock.json models/web/libraries.toml

.PHONY: run test clients wheel clean

run: $(VENV)/installed
	$(BIN)/kartoteka run corpus/texts

test: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n $(JOBS)

# The Node packages with which the tests open the network's files; what needs them is skipped without.
clients: $(VENV)/installed-dev
	cd tests/clients && PATH="$(abspath $(BIN)):$$PATH" npm ci --ignore-scripts --no-audit --no-fund

wheel: $(VENV)/installed-dev
	$(BIN)/pip wheel --quiet --no-deps --wheel-dir dist .

# The pinned versions of constraints.txt are those the tests are run with.
$(VENV)/installed: $(PINS)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/installed-dev: $(PINS)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $(VENV)/installed $@

clean:
	rm -rf $(VENV) dist output
