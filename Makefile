# Everything a person or the CI asks of this repository. `make help` lists it.

# Debian packages, in one place: to build and run, and to test.
PACKAGES := pkg-config libcairo2-dev libpango1.0-dev libharfbuzz-dev libfontconfig-dev libglib2.0-dev \
	libxml2-dev libarchive-dev libpoppler-glib8 poppler-data zlib1g-dev libdeflate-dev libopencc-dev libopencc-data libsqlite3-dev \
	libqpdf-dev libgmime-3.0-0 libcurl4-openssl-dev libssl-dev rime-data-stroke \
	fonts-noto-cjk fonts-cwtex-fs fonts-cwtex-kai
TEST_PACKAGES := poppler-utils mupdf-tools qpdf openssl python3 python3-aiosmtpd

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
RELEASE := -c release --static-swift-stdlib --product jianbao
PROGRAM := .build/release/jianbao

BIN := $(DESTDIR)$(PREFIX)/bin
SHARE := $(DESTDIR)$(PREFIX)/share

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build
.PHONY: help setup build briefing test lint bench microbench clean install uninstall

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' Makefile | expand -t 12

setup: ## install the Debian packages and faces that are missing
	@.ci/install-packages $(PACKAGES) $(TEST_PACKAGES)
	@if [ -x fonts/setup.sh ]; then fonts/setup.sh; fi

build: ## build the program (release, static Swift runtime)
	$(SWIFT) build $(RELEASE)

briefing: setup build ## set the examples as PDF briefings in output/
	$(PROGRAM) fonts prepare
	$(PROGRAM) brief examples/2024-05 --together --office examples/office.yaml -o output/霁川会议简报-2024年5月.pdf
	$(PROGRAM) brief examples/2024-05/01-*.txt --office examples/office.yaml -o output/霁川会议简报-市委常委会会议.pdf
	$(PROGRAM) minutes examples/2024-05/02-*.txt --office examples/office.yaml -o output/市政府常务会议纪要.pdf
	$(PROGRAM) ledger examples/2024-05 --office examples/office.yaml -o output/督办台账-2024年5月.pdf
	archive=$$(mktemp -d); trap 'rm -rf "$$archive"' EXIT; \
		$(PROGRAM) add examples/earlier examples/2024-05 --registry examples/registry.yaml --archive $$archive/a.sqlite; \
		$(PROGRAM) month 2024-05 --final --first 5 --first-total 137 --office examples/office.yaml \
			--archive $$archive/a.sqlite -o output/霁川会议活动月报-2024年5月.pdf
	$(PROGRAM) handbook examples/handbook.yaml --office examples/office.yaml -o output/会议手册.pdf
	$(PROGRAM) signs examples/handbook.yaml -o output/桌签.pdf

test: setup ## run all tests
	$(SWIFT) test --disable-xctest

lint: setup ## formatting, direction of imports, stray paths, warnings
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	.ci/check-imports
	.ci/check-paths
	$(SWIFT) build --build-tests

bench: setup build ## time the typesetter beside Typst and WeasyPrint
	.ci/bench $(PROGRAM)

microbench: setup build ## time each stage
	$(PROGRAM) measure examples/2024-05/01-*.txt

clean: ## remove what was built
	rm -rf .build

# Builds only where nothing was built: root's path often has no Swift.
$(PROGRAM):
	$(MAKE) build

install: $(PROGRAM) ## install what was built under PREFIX (and DESTDIR)
	install -D -s -m 755 $(PROGRAM) $(BIN)/jianbao
	install -d $(SHARE)/jianbao/layouts $(SHARE)/jianbao/fonts $(SHARE)/doc/jianbao
	install -m 644 layouts/*.yaml layouts/*.md $(SHARE)/jianbao/layouts
	cd fonts && find . -type f ! -name '*.sh' -exec install -D -m 644 {} $(abspath $(SHARE))/jianbao/fonts/{} \;
	install -m 644 README.md README.zh.md LICENSE $(SHARE)/doc/jianbao
	install -d $(SHARE)/man/man1
	$(PROGRAM) manual > $(SHARE)/man/man1/jianbao.1
	install -d $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	$(PROGRAM) --generate-completion-script bash > $(SHARE)/bash-completion/completions/jianbao
	$(PROGRAM) --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_jianbao
	$(PROGRAM) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/jianbao.fish

uninstall: ## remove what install put there
	rm -f $(BIN)/jianbao $(SHARE)/man/man1/jianbao.1 $(SHARE)/bash-completion/completions/jianbao $(SHARE)/zsh/site-functions/_jianbao \
		$(SHARE)/fish/vendor_completions.d/jianbao.fish
	rm -rf $(SHARE)/jianbao $(SHARE)/doc/jianbao
