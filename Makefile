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

.PHONY: serve check test build browser frameworks bench outputs clean

serve: $(READY)
	DRAFTS=true $(BIN)/mkdocs serve --dirty --no-strict

check: $(READY)
	$(BIN)/python -m press check

# Two processes: what builds or reads the site, and all else. The proofs run first, for both.
test: $(READY)
	$(BIN)/python -m press check
	$(BIN)/pytest tests/site & site=$$!; \
	$(BIN)/pytest --ignore tests/site; rest=$$?; \
	wait $$site && exit $$rest

build: $(READY)
	$(BIN)/mkdocs build --strict

browser: $(READY)
	$(BIN)/pytest -m "browser or slow"

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
