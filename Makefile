# What people do here. `make run` and `make test` install what is missing (apt, as root or by sudo).

SWIFT ?= swift
CHECKED = --explicit-target-dependency-import-check error
RELEASE = -c release --static-swift-stdlib -Xlinker -s -Xswiftc -Xclang-linker -Xswiftc -no-pie $(CHECKED)
BIN = .build/release/dossier
SERVER = .build/release/provincial-server
SEEDS ?= 1-100
DEMO ?= $(HOME)/.local/share/dossier-demo
DEMO_DOSSIERS ?= 2000
LOAD_OFFICES ?= 78

.PHONY: run test bench bench-load bench-sync dictionary check-api build release server setup lint format golden proto install clean simulate

run: release
	@scripts/run-demo $(BIN) $(SERVER) "$(DEMO)" $(DEMO_DOSSIERS)

test: setup
	$(SWIFT) build --build-tests $(CHECKED)
	$(SWIFT) test --skip-build --no-parallel

bench: release
	$(SWIFT) build $(RELEASE) --product DossierBench
	@Benchmarks/run .build/release

# The 16:30 burst on loopback; make bench-load LOAD_OFFICES=3300 for a whole region.
bench-load: server
	$(SWIFT) build $(RELEASE) --product LoadBench
	@Benchmarks/load .build/release $(LOAD_OFFICES)

# schemathesis against a served demo and openapi.yaml.
check-api: setup
	$(SWIFT) build $(CHECKED) --product provincial-server
	@scripts/check-api .build/debug/provincial-server

# Bytes, round trips and seconds of an exchange over 32 kbit/s and 800 ms; as root.
bench-sync: release
	$(SWIFT) build $(RELEASE) --product SyncBench
	@Benchmarks/run-sync .build/release

# The words that both ends of the exchange know beforehand: from a demo whose names are not those that bench-sync measures.
dictionary: release
	$(SWIFT) build $(RELEASE) --product SyncBench
	@scripts/make-dictionary .build/release > .build/StandardDictionary.swift
	@mv .build/StandardDictionary.swift Sources/SyncProtocol/Frame/StandardDictionary.swift

build: setup
	$(SWIFT) build $(CHECKED)

release: setup
	$(SWIFT) build $(RELEASE) --product dossier
	$(SWIFT) build $(RELEASE) --product provincial-server

server: setup
	$(SWIFT) build $(RELEASE) --product provincial-server

setup:
	@scripts/setup

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

format:
	$(SWIFT) format format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

# Days of disasters by their seeds: make simulate SEEDS=1-1000
simulate: setup
	$(SWIFT) build --build-tests $(CHECKED)
	SIMULATE_SEEDS=$(SEEDS) $(SWIFT) test --skip-build --filter SimulationTests/aMinuteOfSeeds

golden: setup
	UPDATE_GOLDEN=1 $(SWIFT) test --filter ScreensTests

proto:
	@scripts/generate-protobuf

install: release server
	install -D -m 0755 $(BIN) $(DESTDIR)/usr/local/bin/dossier
	install -D -m 0755 .build/release/provincial-server $(DESTDIR)/usr/local/bin/provincial-server
	install -d $(DESTDIR)/usr/local/share/dossier/themes
	install -m 0644 themes/*.toml $(DESTDIR)/usr/local/share/dossier/themes/

clean:
	$(SWIFT) package clean
