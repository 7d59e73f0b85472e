# Everything is made inside this folder: .venv/ and library/. Needs Python 3.11 or newer, and make.

PYTHON ?= python3
PORT ?= 7860

# make works on the sample council, whatever library and model its user has chosen elsewhere.
unexport MINUTEBOOK_LIBRARY MINUTEBOOK_MODEL
export HF_HUB_OFFLINE ?= 1
export HF_HUB_DISABLE_TELEMETRY ?= 1
export GRADIO_ANALYTICS_ENABLED ?= False
export PIP_DISABLE_PIP_VERSION_CHECK ?= 1

MAKEFLAGS += --no-print-directory
BIN := .venv/bin
RUN := $(BIN)/python -m
STAMP := .venv/.installed

.PHONY: help install run test test-slow check eval floor bench lock clean
.DEFAULT_GOAL := help

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile

install: $(STAMP) ## set up .venv with Minutebook in it
	@:

# The stamp holds the folder's name: scripts in an environment stop working when the folder moves.
ifneq "$(shell cat $(STAMP) 2>/dev/null)" "$(CURDIR)"
.PHONY: $(STAMP)
endif

$(STAMP): requirements.lock pyproject.toml
	@echo "Setting up .venv (some minutes the first time) ..." >&2
	@[ "$$(cat $(STAMP) 2>/dev/null)" = "$(CURDIR)" ] || $(MAKE) .venv
	@$(RUN) pip install -qq --requirement requirements.lock
	@$(RUN) pip install -qq --no-deps --no-build-isolation --editable .
	@echo "$(CURDIR)" > $(STAMP)

.PHONY: .venv
.venv:
	@command -v "$(PYTHON)" >/dev/null || { \
	  echo "'$(PYTHON)' was not found: install Python 3.11 or newer, or name it: make PYTHON=python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "'$(PYTHON)' is older than Python 3.11: name a newer one: make PYTHON=python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "This Python cannot make virtual environments: on Debian or Ubuntu, apt install python3-venv" >&2; exit 1; }
	@"$(PYTHON)" -m venv --clear .venv

run: install ## open the chat app on the sample council (PORT=7860)
	@$(BIN)/minutebook --library library ingest corpus/sample
	@$(BIN)/minutebook --library library serve --port $(PORT)

test: install ## run the tests, slow ones aside
	@$(RUN) pytest -q

test-slow: install ## run the slow tests: browser, killed processes
	@$(RUN) pytest -q -m slow

check: install ## format, lint, types, import contracts, tests
	@$(RUN) ruff format --check --quiet . || { echo "Run: .venv/bin/ruff format ." >&2; exit 1; }
	@$(RUN) ruff check --quiet .
	@$(RUN) mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo
	@$(RUN) pytest -q

eval: install ## measure the answers against the known ones
	@$(BIN)/minutebook eval

floor: install ## fail when answers to the final half are worse than the committed figures
	@$(BIN)/minutebook eval --half final --floor --no-misses

bench: install ## measure indexing and answering speed
	@$(BIN)/minutebook bench

lock: ## renew requirements.lock from pyproject.toml, in a throw-away environment
	@rm -rf build/lock && "$(PYTHON)" -m venv build/lock
	@build/lock/bin/python -m pip install -qq --upgrade "setuptools>=77" ".[dev]"
	@{ sed -n '/^#/p' requirements.lock; \
	  build/lock/bin/python -m pip freeze --all --exclude minutebook --exclude pip \
	  | grep -vE '^(nvidia-|cuda-|triton)' | sed -E 's/\+[a-z0-9.]+$$//'; } > build/requirements.lock
	@mv build/requirements.lock requirements.lock && rm -rf build/lock build/lib build/bdist.*

clean: ## remove everything made here, the library included
	@rm -rf .venv build dist library ./*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
