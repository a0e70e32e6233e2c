# What people do here. `make run` and `make test` install what is missing (apt, as root or by sudo).

SWIFT ?= swift
# In an environment that is the same everywhere, so that what is built stays built; the script says why.
BUILD = scripts/swift build
CHECKED = --explicit-target-dependency-import-check error
# Addresses that nobody can guess, tables that are read-only once the program runs, C with its checks. lld packs the relative
# relocations that position independence costs; scripts/check-binary demands each of these. The 45,000 names that the static
# runtime's flags would export are nobody's to call: without them the desk takes 6 MB less.
HARDENED = -Xswiftc -use-ld=lld -Xlinker -z -Xlinker now -Xlinker -z -Xlinker relro \
  -Xlinker -z -Xlinker pack-relative-relocs -Xlinker --no-export-dynamic --disable-local-rpath \
  -Xcc -D_FORTIFY_SOURCE=3 -Xcc -fstack-protector-strong
# A section for each function, so that unused ones are left out and the used ones can be laid beside each other.
SECTIONS = -Xswiftc -Xfrontend -Xswiftc -function-sections -Xcc -ffunction-sections -Xcc -fdata-sections
BARE = -c release --static-swift-stdlib $(SECTIONS) $(HARDENED) $(CHECKED)
RELEASE = $(BARE) -Xlinker -s
# Foundation brings 34 MB of ICU's calendars and locales, which nothing at a desk looks at. Under the name of these data the linker
# finds the program's own header, which ICU refuses as data that are not its own.
WITHOUT_ICU = -Xlinker --defsym=icudt76_dat=__ehdr_start
# The functions that a start and a clerk's keys run come first in the program: the system maps 64 KB around each one that is touched.
ORDER = scripts/function-order
DESK = $(RELEASE) $(WITHOUT_ICU) -Xlinker --symbol-ordering-file=$(ORDER) -Xlinker --no-warn-symbol-ordering
BIN = .build/release/dossier
SERVER = .build/release/provincial-server
# Whatever runs in a process of its own beside the desk's program, and is packed with it: workbooks; papers and printers.
HELPERS = dossier-sheet dossier-paper
BESIDE = $(HELPERS:%=.build/release/%)
SIMULATOR = .build/simulator/release/SimulatorRunner
SEEDS ?= 1-100
DEMO ?= $(HOME)/.local/share/dossier-demo
DEMO_DOSSIERS ?= 2000
LOAD_OFFICES ?= 78
BENCH_DOSSIERS ?= 100000
BENCH_OFFICE ?= $(or $(BENCH),$(HOME)/.cache/dossier-bench)/office-$(BENCH_DOSSIERS)
RELEASE_FILES ?= .build/release-files
DEB_FILES ?= .build/deb
API_EXAMPLES ?= 300
CRASH_SEEDS ?= 1-100
CRASH_CUTS ?= 100
FUZZ_SECONDS ?= 600

.PHONY: run test coverage bench order bench-instructions bench-load bench-sync bench-procedures soak dictionary check-api fuzz build binaries versions \
  release release-files deb check-deb sbom server setup lint format golden manual proto install clean simulate simulate-crashes simulate-dishonest \
  try-units

run: setup $(BIN) $(SERVER) $(BESIDE)
	@scripts/run-demo $(BIN) $(SERVER) "$(DEMO)" $(DEMO_DOSSIERS)

# Whatever the programs are built from, with folders, whose time tells of removed files. When none of it is newer than they are,
# `make run` opens at once.
SOURCES := Package.swift Makefile $(wildcard Package.resolved) $(shell find Sources)
$(BIN) $(SERVER) $(BESIDE) &: $(SOURCES) .build/fetched
	@test -e $(BIN) || echo "Building both programs, optimised: 5 to 15 minutes the first time, on two cores. Later only what changed." >&2
	$(BUILD) $(DESK) --product dossier
	$(BUILD) $(RELEASE) --product provincial-server
	$(BUILD) $(DESK) --product dossier-sheet
	$(BUILD) $(DESK) --product dossier-paper
	@touch $(BIN) $(SERVER) $(BESIDE)

# Packages come over the network, by the environment's proxies and certificates; the builds need neither.
.build/fetched: Package.swift
	@test -e .build/checkouts || echo "Fetching the packages that it is built from: about a minute, once." >&2
	$(SWIFT) package resolve
	@mkdir -p .build && touch $@

test: setup .build/fetched
	@test -e .build/debug/dossier || echo "Building everything and its tests: 5 to 10 minutes the first time; then the tests run for a quarter to half an hour." >&2
	$(BUILD) --build-tests $(CHECKED)
	@scripts/run-tests

# Lines of the rules, the journal and the exchange that tests run; fails below 97 %, and where a line has neither a test nor a reason.
coverage: setup .build/fetched
	@scripts/coverage

bench: binaries
	$(BUILD) $(RELEASE) --product DossierBench
	@Benchmarks/run .build/release

# Instructions a key under callgrind, start subtracted; with BASE=PROGRAM, of what was built before, it fails above 5 % more.
bench-instructions: binaries
	@test -e "$(BENCH_OFFICE)/dossier.sqlite" || Benchmarks/make-office .build/release "$(BENCH_OFFICE)" $(BENCH_DOSSIERS)
	@Benchmarks/instructions "$(BENCH_OFFICE)" $(BASE) $(BIN)

# What runs at a desk, anew: after larger changes, and before a release. Names that are no longer there do no harm.
order: setup .build/fetched
	$(BUILD) $(BARE) $(WITHOUT_ICU) -Xlinker -Map=.build/function-map --product dossier
	@test -e "$(BENCH_OFFICE)/dossier.sqlite" || Benchmarks/make-office .build/release "$(BENCH_OFFICE)" $(BENCH_DOSSIERS)
	@Benchmarks/instructions --functions .build/function-map "$(BENCH_OFFICE)" $(BIN) > $(ORDER).new
	@mv $(ORDER).new $(ORDER)

# The 16:30 burst on loopback; make bench-load LOAD_OFFICES=3300 for a whole region.
bench-load: server
	$(BUILD) $(RELEASE) --product LoadBench
	@Benchmarks/load .build/release $(LOAD_OFFICES)

# A working day of one desk with 20,000 keys and 40 exchanges, in some ten minutes.
soak: binaries
	@Benchmarks/run-soak .build/release

# schemathesis against a served demo and openapi.yaml.
check-api: setup .build/fetched
	$(BUILD) $(CHECKED) --product provincial-server
	@scripts/check-api .build/debug/provincial-server $(API_EXAMPLES)

# Bytes, round trips and seconds of an exchange over 32 kbit/s and 800 ms; as root.
bench-sync: binaries
	$(BUILD) $(RELEASE) --product SyncBench
	@Benchmarks/run-sync .build/release

# What 862 and 2,057 procedures with rules cost: loading, and bytes to another desk.
bench-procedures:
	$(BUILD) $(RELEASE) --product SyncBench
	@Benchmarks/run-procedures .build/release

# The words that both ends of the exchange know beforehand: from a demo whose names are not those that bench-sync measures.
dictionary: binaries
	$(BUILD) $(RELEASE) --product SyncBench
	@scripts/make-dictionary .build/release > .build/StandardDictionary.swift
	@mv .build/StandardDictionary.swift Sources/SyncProtocol/Frame/StandardDictionary.swift

build: setup .build/fetched
	$(BUILD) $(CHECKED)

# Optimised, from whatever packages fit Package.swift.
binaries: setup .build/fetched
	$(BUILD) $(DESK) --product dossier
	$(BUILD) $(RELEASE) --product provincial-server
	$(BUILD) $(DESK) --product dossier-sheet
	$(BUILD) $(DESK) --product dossier-paper

versions: setup
	$(SWIFT) package resolve
	@scripts/check-versions

# What may be handed out: from the packages that were tested, and linked as scripts/check-binary demands.
release: versions
	$(MAKE) binaries
	@scripts/check-binary $(BIN) $(SERVER) $(BESIDE)

# What the programs are made of, as CycloneDX, and the licences of it.
sbom: binaries
	@scripts/make-sbom .build/sbom $(BIN) $(SERVER) $(BESIDE)

# make release-files SIGNING_KEY=FILE: docs/RELEASING.md
release-files:
	@test -f "$(SIGNING_KEY)" || { echo "make release-files SIGNING_KEY=FILE: docs/RELEASING.md says how the key is made" >&2; exit 1; }
	$(MAKE) release
	@scripts/release-files $(RELEASE_FILES) "$(SIGNING_KEY)" $(BIN) $(SERVER) $(BESIDE)

# The packages for desks and for the province, in .build/deb: docs/RELEASING.md
deb: release
	@scripts/make-deb $(DEB_FILES) .build/release $(HELPERS)

# Installs and runs them on a bare Debian, as root, and makes the folder for the stick.
check-deb: deb
	@scripts/check-deb $(DEB_FILES)

server: setup .build/fetched
	$(BUILD) $(RELEASE) --product provincial-server

setup:
	@scripts/setup

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

format:
	$(SWIFT) format format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

# Days of disasters by their seeds, all of them, those that failed listed at the end: make simulate SEEDS=1-1000
simulate: setup simulate-crashes $(SIMULATOR)
	$(SIMULATOR) $(SEEDS)

# Offices with one dishonest machine: make simulate-dishonest SEEDS=1-1000
simulate-dishonest: setup $(SIMULATOR)
	$(SIMULATOR) $(SEEDS) dishonest
	$(SIMULATOR) $(SEEDS) restored

# Optimised, in a folder of its own, because what only tests may see changes how everything is compiled.
$(SIMULATOR): $(SOURCES) $(wildcard Tests/SimulatorRunner/*) .build/fetched
	$(BUILD) -c release --scratch-path .build/simulator -Xswiftc -enable-testing $(CHECKED) --product SimulatorRunner
	@touch $@

# The power goes at 10,000 moments: make simulate-crashes CRASH_SEEDS=101-200
simulate-crashes: setup .build/fetched
	$(BUILD) $(CHECKED) --product CrashRunner
	.build/debug/CrashRunner $(CRASH_SEEDS) $(CRASH_CUTS)

# Ten minutes for each decoder that reads what others wrote; what is found is kept in Tests/Corpus.
fuzz: setup
	@scripts/fuzz $(FUZZ_SECONDS) $(FUZZ_TARGETS)

golden: setup .build/fetched
	$(BUILD) --build-tests $(CHECKED)
	UPDATE_GOLDEN=1 $(SWIFT) test --skip-build --filter 'ScreensTests|PaperGoldenTests|theReadmeShowsTheProgramAsItIs'

# The tables of commands and keys in docs/manual from the programs, and the manual page from docs/manual.
manual: setup .build/fetched
	$(BUILD) --build-tests $(CHECKED)
	UPDATE_MANUAL=1 $(SWIFT) test --skip-build --filter ProgramTests.ManualTests

proto:
	@scripts/generate-protobuf

install: release
	install -D -m 0755 $(BIN) $(DESTDIR)/usr/local/bin/dossier
	install -m 0755 $(BESIDE) $(DESTDIR)/usr/local/bin/
	install -D -m 0755 .build/release/provincial-server $(DESTDIR)/usr/local/bin/provincial-server
	install -d $(DESTDIR)/usr/local/share/dossier/themes
	install -m 0644 themes/*.toml $(DESTDIR)/usr/local/share/dossier/themes/
	install -d $(DESTDIR)/usr/local/share/dossier/faces
	install -m 0644 Sources/DossierPaper/Faces/* $(DESTDIR)/usr/local/share/dossier/faces/
	install -d $(DESTDIR)/usr/local/share/man/man1 $(DESTDIR)/usr/local/share/man/vi/man1
	$(BIN) manual --language en > $(DESTDIR)/usr/local/share/man/man1/dossier.1
	$(BIN) manual --language vi > $(DESTDIR)/usr/local/share/man/vi/man1/dossier.1
	install -d $(DESTDIR)/usr/local/lib/systemd/system
	install -m 0644 scripts/systemd/* $(DESTDIR)/usr/local/lib/systemd/system/

# The units of scripts/systemd under a real systemd in a container; as root, with systemd-container.
try-units: binaries
	@scripts/try-units .build/release

clean:
	$(SWIFT) package clean
