# make serve       the site with live reload, drafts included; prints its address
# make check       all complaints of all pages
# make test        every test that needs neither a browser nor PyTorch
# make build       the site in site/
# make browser     the built site in headless Chromium, and what proves or builds everything a second time
# make frameworks  run the Keras and PyTorch programs again and recompute the stored vectors
# make bench       dlnotes beside PyTorch, scikit-learn and micrograd, as ratios
# make outputs     rewrite docs/examples/**/*.out; read the diff

PYTHON ?= python3
PIP_CONSTRAINT := $(CURDIR)/constraints.txt
BIN := .venv/bin
READY := .venv/.ready
export NO_MKDOCS_2_WARNING := 1
export PIP_CONSTRAINT PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: serve check test test-proofs test-package test-site test-broken build browser browser-pages browser-parts frameworks bench outputs clean

serve: $(READY)
	DRAFTS=true $(BIN)/mkdocs serve --dirty --no-strict

check: $(READY)
	$(BIN)/python -m press check

# Two at a time: the proofs beside what needs none of them, then what reads the pages.
test: $(READY)
	$(MAKE) --no-print-directory -j2 --keep-going --output-sync=target test-proofs test-package test-site test-broken

test-proofs: $(READY)
	$(BIN)/python -m press check

test-package: $(READY)
	$(BIN)/pytest $(foreach part,proofs press site,--ignore tests/$(part))

test-site: test-proofs
	$(BIN)/pytest tests/site --ignore tests/site/test_it_must_fail.py

test-broken: test-proofs
	$(BIN)/pytest tests/press tests/site/test_it_must_fail.py

build: $(READY)
	$(BIN)/mkdocs build --strict

browser: $(READY)
	$(MAKE) --no-print-directory -j2 --keep-going --output-sync=target browser-pages browser-parts

browser-pages: $(READY)
	$(BIN)/pytest -m "browser or slow" tests/site/test_browser.py

browser-parts: $(READY)
	$(BIN)/pytest -m "browser or slow" --ignore tests/site/test_browser.py

frameworks: .venv/.frameworks
	$(BIN)/pytest -m frameworks

bench: .venv/.frameworks
	$(BIN)/python -m pip install --quiet --editable ".[bench]"
	OMP_NUM_THREADS=1 $(BIN)/python benchmarks/speed.py

outputs: $(READY)
	$(BIN)/pytest tests/proofs --update-outputs

clean:
	rm -rf .venv .verification site

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("dlnotes needs Python 3.11 or newer, not %d.%d" % sys.version_info[:2])'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable ".[site,test]"
	touch $@

# torch first: constraints.txt pins its version, and a range would bring the build for graphics cards.
.venv/.frameworks: $(READY)
	$(BIN)/python -m pip install --quiet torch
	$(BIN)/python -m pip install --quiet --editable ".[frameworks]"
	touch $@
