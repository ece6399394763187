# Two commands do all the set-up: `make run` and `make test`. `make help` lists the others.

PYTHON ?= python3
DESK := .venv/bin/python
TOOLS := .venv/bin
READY := .venv/.ready
UV := .tools/uv/bin/uv
PIN := $(UV) pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11
OFFSCREEN := QT_QPA_PLATFORM=offscreen
# Each process takes the next test that is left, so that none waits for the slow ones of another.
SHARED := -n auto --dist worksteal
WORDS := $(wildcard resources/translations/*.ts)
WORDS_BUILT := $(WORDS:.ts=.qm)

# The tests start the program some hundred times: its modules are compiled once.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check format format-check lint types layers packs prove bench screenshots sheets \
	returned returned-report word-report translations wheel package deb portable wine pins clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

run: $(READY) translations  ## open the desk; where there is no display, export the example
	@$(DESK) .ci/open_desk.py

test: $(READY) translations  ## all tests but the long proofs
	@test -e $(READY) || { echo "The tests need Qt: see above." >&2; exit 2; }
	$(OFFSCREEN) $(DESK) -m pytest $(SHARED)

check: format-check lint types layers packs test  ## all that CI runs

format: $(READY)  ## lay out the source and mend what can be mended
	$(TOOLS)/ruff format
	$(TOOLS)/ruff check --fix

format-check: $(READY)
	$(TOOLS)/ruff format --check

lint: $(READY)
	$(TOOLS)/ruff check

types: $(READY)
	$(TOOLS)/pyright
	$(TOOLS)/pyright -p .ci
	$(TOOLS)/pyright --pythonplatform Windows erasmus_desk ui

layers: $(READY)
	$(TOOLS)/lint-imports

packs: $(READY)  ## the call packs against their schema and their meaning
	@for schema in resources/calls/*.schema.json; do \
		name=$$(basename $$schema .schema.json); \
		files=$$(ls resources/calls/*/$$name.json resources/calls/*/$$name/*/*.json 2>/dev/null); \
		$(TOOLS)/check-jsonschema --schemafile $$schema $$files || exit 1; \
	done
	$(DESK) -m erasmus_desk calls --check resources/calls

prove: $(READY) translations  ## long proofs by many repetitions
	$(OFFSCREEN) $(DESK) -m pytest -m prove
	$(OFFSCREEN) $(DESK) -m pytest tests/ui --slow-threads

bench: $(READY) translations  ## the marks of speed and memory beside their yardsticks
	$(OFFSCREEN) $(DESK) .ci/bench

screenshots: $(READY) translations  ## every page, light and dark, in every language
	$(OFFSCREEN) $(DESK) .ci/screenshots.py

sheets: $(READY)  ## what screenshots drew, page by page: before the redesign, and every look
	$(OFFSCREEN) $(DESK) .ci/contact_sheets.py

returned: $(READY)  ## the stored returned files, made anew by the programs that are here
	$(DESK) .ci/returned

returned-report: $(READY)  ## what is imported of returned files, by program and kind
	$(DESK) .ci/returned/report.py

word-report: $(READY)  ## pages and page numbers of the Word files, and what comes back of them
	$(DESK) .ci/word_report.py

translations: $(WORDS_BUILT)  ## the words of the window, as Qt reads them

# Without the mark Qt lacks libraries, and its tools too; then no window opens to show the words.
resources/translations/%.qm: resources/translations/%.ts .ci/build_translations.py | $(READY)
	@if [ -e $(READY) ]; then $(DESK) .ci/build_translations.py; fi

wheel: $(READY) translations  ## the package, into dist/
	$(DESK) -m hatchling build --target wheel

package: $(READY)  ## the program that runs without Python, tested, into build/package/
	$(DESK) .ci/build_package.py program

deb: build/package/erasmus-desk  ## the package for Debian and its kin, into dist/
	$(DESK) .ci/build_package.py deb

portable: build/package/erasmus-desk  ## the program to unpack anywhere, into dist/
	$(DESK) .ci/build_package.py portable

build/package/erasmus-desk: | $(READY)
	$(DESK) .ci/build_package.py program

wine: $(READY) translations  ## tests with Python for Windows, in Wine: WINDOWS_PYTHON=folder
	$(DESK) .ci/wine "$(WINDOWS_PYTHON)" -m pytest -n 0 $(TESTS)

pins: $(READY)  ## compile the pins anew, to the newest versions
	$(PIN) --upgrade pyproject.toml --output-file requirements.txt
	$(PIN) --upgrade pyproject.toml --group dev --output-file requirements-dev.txt
	$(PIN) --upgrade --group package -c requirements.txt --output-file .ci/package/requirements.txt
	echo uv | $(PIN) --upgrade --no-annotate - --output-file .ci/requirements-uv.txt

clean:  ## remove all that was built, and the environment
	rm -rf .venv .tools build dist .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	rm -f resources/translations/*.qm
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements-dev.txt .ci/requirements-uv.txt .ci/set_up.py
	@$(PYTHON) .ci/set_up.py  # makes the mark if all is there
