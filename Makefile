# SPDX-License-Identifier: Apache-2.0
# A thin front of Meson: `make help` lists what there is.
BUILD ?= build
SAN ?= build-san
JOBS ?= $(shell nproc)
PREFIX ?= /usr/local
export PKG_CONFIG_PATH := $(CURDIR)/third_party/lib/pkgconfig:$(PKG_CONFIG_PATH)

.PHONY: all setup test clean help

all: setup ## set up what is missing and build (the default)
	@sh tools/build.sh $(BUILD) -Dprefix=$(PREFIX)

setup: ## install what is missing: Debian packages, then lexbor and yyjson in third_party
	@sh tools/setup.sh

test: setup ## build twice, plain and with sanitizers, and run every test in both
	@sh tools/build.sh $(BUILD) -Dprefix=$(PREFIX)
	@sh tools/build.sh $(SAN) -Db_sanitize=address,undefined -Dbuildtype=debugoptimized
	@python3 tools/run-tests.py $(BUILD) $(SAN)

clean: ## remove what was built
	rm -rf $(BUILD) $(SAN)

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 12
