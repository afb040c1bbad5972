# SPDX-License-Identifier: Apache-2.0
# A thin front of Meson. `make help` lists what there is.
BUILD ?= build
SAN ?= build-san
FUZZ ?= build-fuzz
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
PREFIX ?= /usr/local
FUZZ_TIME ?= 60
FUZZ_TIMEOUT ?= 60
PYTHON ?= /usr/bin/python3
export JOBS FUZZ_TIME FUZZ_RUNS FUZZ_TIMEOUT FUZZ_TARGETS FUZZ_SANITIZE FUZZ_MAX_LEN
export PKG_CONFIG_PATH := $(CURDIR)/third_party/lib/pkgconfig:$(PKG_CONFIG_PATH)

.DEFAULT_GOAL := all
.PHONY: all setup run test test-columns test-engines install deb bench eval eval-held-out train card figures fuzz lint format golden docs clean help

all: setup ## set up what is missing and build (the default)
	@sh tools/build.sh $(BUILD) -Dprefix=$(PREFIX) -Dwhole=true

setup: ## install what is missing: Debian packages; lexbor and yyjson in third_party
	@sh tools/setup.sh

run: all ## read the bundled sample pages and show their stories
	@sh tools/run-samples.sh $(BUILD)/nutgraf

test: all ## build twice, plain and with sanitizers, and run every test in both
	@sh tools/build.sh $(SAN) -Db_sanitize=address,undefined -Doptimization=2
	@$(PYTHON) tools/run-tests.py $(BUILD) $(SAN)

test-columns: all ## test the tables for analysts (installs Node and DuckDB where they lack)
	@sh tools/test-columns.sh $(BUILD)/nutgraf

test-engines: all ## run the jobs of engines/ on a real Slurm and Dask (installs them, as root)
	@sh tools/test-engines.sh $(BUILD)

install: all ## install under PREFIX (/usr/local), into DESTDIR where that is set
	@meson install -C $(BUILD) --no-rebuild --quiet
	@test -n "$(DESTDIR)" || ldconfig 2>/dev/null || true

deb: setup ## build/nutgraf_VERSION_ARCH.deb, which carries what Debian 12 lacks
	@sh tools/deb.sh build-deb $(BUILD)

bench: all ## measure speed and memory, over PAGES=DIR or over generated pages
	@$(BUILD)/bench-nutgraf $(PAGES) >$(BUILD)/bench.txt && cat $(BUILD)/bench.txt
	@cd $(BUILD) && ./bench-archive $(if $(COUNT),-n $(COUNT)) $(abspath $(PAGES)) >bench-archive.txt && cat bench-archive.txt
	@$(BUILD)/bench-feed >$(BUILD)/bench-feed.txt && cat $(BUILD)/bench-feed.txt
	@$(BUILD)/bench-record $(PAGES) >$(BUILD)/bench-record.txt && cat $(BUILD)/bench-record.txt
	@$(BUILD)/bench-corpus $(if $(STORIES),-n $(STORIES) -m $(STORIES)) >$(BUILD)/bench-corpus.txt && cat $(BUILD)/bench-corpus.txt

eval: all ## score against the truths in DATA=DIR
	@sh tools/eval.sh $(BUILD)/nutgraf "$(DATA)"

eval-held-out: all ## the same by models that have not seen a page's site (five trainings)
	@PYTHON=$(PYTHON) sh tools/held-out.sh "$(DATA)" $(BUILD)/held-out
	@sh tools/eval.sh $(BUILD)/held-out "$(DATA)" $(BUILD)/eval-held-out

train: all ## learn the models anew from DATA=DIR; CHECK=1: only measure, sites held out
	@PYTHON=$(PYTHON) sh tools/train.sh $(BUILD) "$(DATA)" $(if $(CHECK),check)
	@PYTHON=$(PYTHON) sh tools/train-record.sh $(BUILD) "$(DATA)" $(if $(CHECK),check)
	@PYTHON=$(PYTHON) sh tools/train-names.sh $(BUILD) "$(DATA)" $(if $(CHECK),check)
	@sh tools/train-terms.sh $(BUILD) "$(DATA)" $(if $(CHECK),check)

card: ## write sizes and checksums of the models into their cards, models/*.md
	@$(PYTHON) tools/train/card.py

figures: ## write what eval, eval-held-out, train CHECK=1 and bench measured into the documents
	@$(PYTHON) tools/figures.py $(BUILD)

fuzz: setup ## fuzz each target FUZZ_TIME seconds (60), or FUZZ_RUNS inputs
	@sh tools/fuzz.sh $(FUZZ)

comma := ,
lint: all ## hold the source to the rules of the house; FORMAT=1: and to .clang-format
	@$(PYTHON) tools/lint.py $(if $(FORMAT),--only lines$(comma)headers$(comma)symbols$(comma)length$(comma)card$(comma)format) $(BUILD)

format: ## lay out all of the source by .clang-format
	clang-format -i $$(git ls-files '*.c' '*.h')

golden: all ## write the expected outputs of the golden tests anew; read the diff
	@GOLDEN=write $(PYTHON) tools/run-tests.py $(BUILD)

docs: ## check the man pages, and write them as HTML to build/docs
	@sh tools/docs.sh $(BUILD)/docs

clean: ## remove what was built
	rm -rf $(BUILD) $(SAN) $(FUZZ) build-deb build-held-out

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16
