# What a person does with this repository. `make` alone explains itself.
.DEFAULT_GOAL := help
.PHONY: help scan test build install benchmark gate format lint docs clean setup-build setup-test

PREFIX ?= /usr/local
DESTDIR ?=
BENCHMARK ?=

# Looked for only when a goal needs it, after Scripts/setup has said what to do if there is none.
FIND_SWIFT = $$(Scripts/find-swift)
STS = .build/release/sts
# The Swift runtime is linked in: the binary runs where no Swift is installed, and starts four times as fast.
RELEASE = --configuration release --static-swift-stdlib

help: ## explain the goals
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

scan: build ## build sts and scan SampleTracks against its sample watchlist
	@$(STS) scan SampleTracks --watchlist SampleTracks/watchlist.csv

test: setup-test ## run the whole test suite
	@$(FIND_SWIFT) build $(RELEASE) --product sts
	@$(FIND_SWIFT) test --disable-xctest --parallel

build: setup-build ## build the release binary, .build/release/sts
	@$(FIND_SWIFT) build $(RELEASE) --product sts

install: build ## install the binary and its bash completion below PREFIX (/usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/bash-completion/completions"
	$(STS) completion bash > .build/sts.bash-completion
	install -m 755 $(STS) "$(DESTDIR)$(PREFIX)/bin/sts"
	install -m 644 .build/sts.bash-completion "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/sts"

benchmark: build ## measure the program beside others; options in BENCHMARK="--rows 10M"
	@$(FIND_SWIFT) build $(RELEASE) --product sts-generate
	@Benchmarks/setup
	@Benchmarks/run $(BENCHMARK)

gate: build ## compare instructions and allocations of a scan with the committed counts
	@$(FIND_SWIFT) build $(RELEASE) --product sts-generate
	@Benchmarks/gate

format: ## put the sources into the house format
	@$(FIND_SWIFT) format --in-place --recursive --parallel Sources Tests Package.swift

lint: setup-build ## check format, layers and scripts
	@$(FIND_SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift
	@Scripts/check-layers
	@if command -v shellcheck >/dev/null; then shellcheck Scripts/find-swift Scripts/setup Scripts/check-layers \
		Scripts/make-docs .ci/run Benchmarks/setup; else echo "shellcheck is not installed; the scripts were not checked"; fi

docs: setup-build ## make reference pages of the library, .build/documentation
	@Scripts/make-docs

clean: ## remove everything that was built
	rm -rf .build

setup-build:
	@Scripts/setup --build

setup-test:
	@Scripts/setup --test
