# `make` alone says what there is to make.
#
# Recipes begin with `exec`, so that no shell stands between make and the program: a signal to make,
# or its end, then reaches the program. What is made lies in .venv/, .localdb/, .static/, .bench/ and
# .gallery/.

PYTHON ?= python3
PORT ?= 8000
ARGS ?=

PY := .venv/bin/python
KEPT := $(PY) tools/localdb.py --data .localdb/data --
LOCK := .venv/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock" pyproject.toml

export PORT

.DEFAULT_GOAL := help
.PHONY: help demo seed manage test check fix messages guide gallery bench lock clean local-packages dev-packages

help: ## Say what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

demo: local-packages ## Try the tracker on http://127.0.0.1:8000/ (PORT=8001 for another port)
	@exec $(KEPT) $(PY) tools/demo.py serve

seed: local-packages ## Load the reference data and the records into the demo, or into DATABASE_URL
	@exec $(KEPT) $(PY) tools/demo.py setup

manage: local-packages ## Run a command of manage.py on the demo: make manage ARGS="help"
	@exec $(KEPT) $(PY) tools/demo.py manage $(ARGS)

test: dev-packages ## Run the tests, or some of them: make test ARGS="tests/models -k date"
	@exec $(PY) tools/test.py $(ARGS)

check: dev-packages ## Check style, types, layers, templates, migrations and deployment
	@exec $(PY) tools/localdb.py -- $(PY) tools/check.py

fix: dev-packages ## Put right what a machine can: lint, format, templates
	@exec $(PY) tools/check.py --fix

messages: dev-packages ## Collect what the public pages say, and compile its translations
	@exec $(PY) tools/messages.py

guide: dev-packages ## Take the pictures of docs/guide/ anew, by its journeys in the browser
	@exec env GUIDE_PICTURES=yes $(PY) tools/test.py tests/browser/test_guide.py

gallery: dev-packages ## Write .gallery/index.html: every component in every state, light and dark
	@exec env GALLERY=.gallery/index.html $(PY) tools/test.py tests/gallery

bench: dev-packages ## Measure it beside peers and limits: make bench ARGS="--sizes 10000,100000,1000000"
	@exec $(PY) tools/localdb.py --data .bench/data --set shared_buffers=2GB -- \
		$(PY) -m benchmarks $(ARGS)

lock: dev-packages ## Choose the newest versions that pyproject.toml allows, with their hashes
	$(LOCK) --upgrade --extra local --extra dev --output-file requirements/dev.txt
	$(LOCK) --extra local --constraint requirements/dev.txt --output-file requirements/local.txt
	$(LOCK) --constraint requirements/dev.txt --output-file requirements/base.txt

clean: ## Remove what was made: the virtual environment, the databases, the collected files
	rm -rf .venv .localdb .static .bench .gallery

local-packages:
	@exec $(PYTHON) tools/install.py .venv requirements/local.txt

dev-packages:
	@exec $(PYTHON) tools/install.py .venv requirements/dev.txt
