# make run | test | check | bench | crash | pictures | lock: each does the set-up that it needs.

PYTHON := .venv/bin/python
SOURCES := $(wildcard translations/*/LC_MESSAGES/kucho_desktop.po)
CATALOGUES := $(SOURCES:.po=.mo)
# A machine of its own (CI) is used whole; a desk keeps one core free.
PYTEST := .venv/bin/pytest -q $(if $(CI),-n 2)

.PHONY: help run test check bench crash pictures lock clean

help:
	@echo 'make run        open the window on the practice district (without a display: its papers in out/)'
	@echo 'make test       the tests'
	@echo 'make check      format, lint, types, import contracts, translations, and the tests'
	@echo 'make bench      how fast it is, beside its goals'
	@echo 'make crash      kills, power cuts and full disks by the thousand: what was lost, what is corrupt'
	@echo 'make pictures   the screenshots of the README'
	@echo 'make lock       pin the dependencies anew'

run: .venv/ready-to-run $(CATALOGUES)
	@$(PYTHON) tools/practice.py

test: .venv/ready-to-check $(CATALOGUES)
	$(PYTEST)

check: .venv/ready-to-check $(CATALOGUES)
	.venv/bin/ruff format --check .
	.venv/bin/ruff check --no-cache .
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PYTHON) tools/catalogue.py check
	$(PYTEST)

bench: .venv/ready-to-check $(CATALOGUES)
	@$(PYTHON) -m tests.bench $(WHAT)

crash: .venv/ready-to-check $(CATALOGUES)
	@PYTHONPATH=tests $(PYTHON) -m crash $(WHAT)

pictures: .venv/ready-to-check $(CATALOGUES)
	$(PYTHON) tools/pictures.py

lock: .venv/ready-to-check
	$(PYTHON) tools/lock.py

clean:
	rm -rf build out $(CATALOGUES)

.venv/ready-to-run: tools/set-up.sh requirements.txt pyproject.toml
	@tools/set-up.sh
	@touch $@

.venv/ready-to-check: tools/set-up.sh requirements.txt requirements-dev.txt pyproject.toml
	@tools/set-up.sh dev
	@touch .venv/ready-to-run $@

%.mo: %.po | .venv/ready-to-run
	@$(PYTHON) tools/catalogue.py compile $<
