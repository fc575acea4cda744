# Every door to this repository. `make` alone lists them.
PORT ?= 8000
VENV := .venv
PY := $(VENV)/bin/python
UV := $(shell command -v uv 2>/dev/null)
export PORT
ifneq ($(wildcard .env),)
include .env
export
endif

.PHONY: help setup run test check fix messages lock bench clean

help:  ## list these targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## / — /'

$(PY):
ifdef UV
	@uv venv --quiet --allow-existing $(VENV)
else
	@python3 -m venv $(VENV)
endif

define install
	@echo "Installing what $(1) needs (once)…"
	@$(if $(UV),uv pip install --quiet --python $(PY) --require-hashes -r $<,$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r $<)
	@touch $@
endef

$(VENV)/base.stamp: requirements/base.txt | $(PY)
	$(call install,Speakup)

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/base.stamp
	$(call install,testing)

setup: $(VENV)/base.stamp  ## create .venv with what Speakup runs on

run: setup  ## serve everything on 127.0.0.1 (PORT=, DATABASE_URL=, REDIS_URL=)
	@$(PY) manage.py start

test: $(VENV)/dev.stamp  ## run every test, on SQLite and on PostgreSQL with Valkey
	@$(PY) -m tests

check: $(VENV)/dev.stamp  ## format, lint, types, contracts, templates, migrations, deployment, translations
	@$(PY) -m tests.check

fix: $(VENV)/dev.stamp  ## let the formatters mend what they can
	@$(VENV)/bin/ruff check --fix --quiet .
	@$(VENV)/bin/ruff format --quiet .
	@$(VENV)/bin/djlint --reformat --quiet templates || true

messages: $(VENV)/dev.stamp  ## gather sentences to translate (needs GNU gettext)
	@$(PY) manage.py makemessages --all --no-location --no-obsolete \
		--ignore .venv --ignore data --ignore tests --ignore bench --ignore test_settings.py

lock:  ## pin requirements/*.in with hashes (needs uv)
	@for set in base dev; do uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate requirements/$$set.in -o requirements/$$set.txt; done

bench: $(VENV)/dev.stamp  ## measure against peers and limits, both sides in one run
	@for file in http save sockets; do $(PY) -m bench.$$file || exit 1; done

clean:  ## remove what was built; your data stays
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage*
