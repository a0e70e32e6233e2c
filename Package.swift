// swift-tools-version: 6.2
import PackageDescription

/// Every floor is a target; docs/ARCHITECTURE.md says who may import whom.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "dossier",
  products: [
    .executable(name: "dossier", targets: ["DossierTUI"]),
    .executable(name: "provincial-server", targets: ["ProvincialServerCommand"]),
    .executable(name: "dossier-sheet", targets: ["DossierSheet"]),
    .executable(name: "dossier-paper", targets: ["DossierPaper"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    // Floor 0
    .target(
      name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CPostgres", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CQRCode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(name: "CCups", providers: [.apt(["libcups2-dev"])]),
    .target(name: "CHardening"),
    // Floor 1
    .target(name: "PageDescription", swiftSettings: strict),
    // Apart from Console, because a helper with Foundation would be ten times as large.
    .target(name: "Version", swiftSettings: strict),
    .target(name: "VietnameseText", swiftSettings: strict),
    .target(
      name: "Terminal",
      dependencies: ["CNcurses", .product(name: "TOMLKit", package: "TOMLKit")],
      swiftSettings: strict),
    .target(
      name: "Console",
      dependencies: ["VietnameseText", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    .target(name: "ReferenceData", swiftSettings: strict),
    .target(name: "Workbook", dependencies: ["CZip", "CExpat"], swiftSettings: strict),
    // Floor 2
    .target(name: "DossierDomain", dependencies: ["ReferenceData", "VietnameseText"], swiftSettings: strict),
    // Floor 3
    .target(name: "OfficeWork", dependencies: ["DossierDomain"], swiftSettings: strict),
    .target(
      name: "Documents", dependencies: ["DossierDomain", "PageDescription", "ReferenceData", "VietnameseText"],
      swiftSettings: strict),
    .target(
      name: "JournalFormat",
      dependencies: [
        "DossierDomain", .product(name: "SwiftProtobuf", package: "swift-protobuf"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Proto/journal.proto"], swiftSettings: strict),
    .target(
      name: "ExchangeModel", dependencies: ["JournalFormat", "DossierDomain"], swiftSettings: strict),
    // Floor 4
    .target(
      name: "Demonstration", dependencies: ["OfficeWork", "DossierDomain", "VietnameseText"], swiftSettings: strict),
    .target(
      name: "DossierStore",
      dependencies: [
        "CZstd", "ExchangeModel", "OfficeWork", "DossierDomain", "JournalFormat", "VietnameseText",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "SyncProtocol",
      dependencies: [
        "CZstd", "ExchangeModel", "JournalFormat", "DossierDomain",
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Proto/sync.proto"], swiftSettings: strict),
    // Floor 5
    .target(
      name: "SyncClient",
      dependencies: [
        "SyncProtocol", "ExchangeModel", "DossierStore", "JournalFormat", "OfficeWork", "DossierDomain",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "X509", package: "swift-certificates"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "ProvincialServer",
      dependencies: [
        "CPostgres", "SyncProtocol", "ExchangeModel", "JournalFormat", "DossierDomain", "VietnameseText",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOTLS", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "X509", package: "swift-certificates"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .target(
      name: "Screens",
      dependencies: ["OfficeWork", "Documents", "DossierDomain", "PageDescription", "VietnameseText", "Terminal"],
      swiftSettings: strict),
    // Floor 6
    .executableTarget(
      name: "DossierTUI",
      dependencies: [
        "Screens", "SyncClient", "SyncProtocol", "DossierStore", "Documents", "JournalFormat",
        "OfficeWork",
        "Demonstration", "DossierDomain", "PageDescription",
        "VietnameseText", "Terminal", "Console", "Version", "CMalloc", "CQRCode", "CHardening",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "ProvincialServerCommand",
      dependencies: [
        "ProvincialServer", "SyncProtocol", "Documents", "DossierDomain", "Console", "Version", "CHardening",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "DossierSheet", dependencies: ["Workbook", "Version", "CHardening"], swiftSettings: strict),
    .executableTarget(
      name: "DossierPaper", dependencies: ["PageDescription", "Version", "CPango", "CCups", "CQRCode", "CHardening"],
      exclude: ["Faces"], swiftSettings: strict),
    .executableTarget(
      name: "DossierBench",
      dependencies: ["KeysForTests", "Demonstration", "DossierStore", "OfficeWork", "DossierDomain", "VietnameseText"],
      path: "Benchmarks/DossierBench",
      swiftSettings: strict),
    .executableTarget(
      name: "LoadBench",
      dependencies: [
        "ProvincialServer", "SyncProtocol", "ExchangeModel", "JournalFormat", "DossierDomain",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "X509", package: "swift-certificates"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      path: "Benchmarks/LoadBench", swiftSettings: strict),
    .executableTarget(
      name: "SyncBench",
      dependencies: [
        "CataloguesForTests", "Documents", "SyncProtocol", "ExchangeModel", "DossierStore", "JournalFormat",
        "DossierDomain",
      ],
      path: "Benchmarks/SyncBench", swiftSettings: strict),
    // Tests, a target a floor
    .target(name: "PostgresForTests", path: "Tests/Support/Postgres", swiftSettings: strict),
    .target(
      name: "StoresForTests", dependencies: ["ProvincialServer"], path: "Tests/Support/Stores", swiftSettings: strict),
    // Also of the benchmarks.
    .target(
      name: "CataloguesForTests", dependencies: ["DossierDomain"], path: "Tests/Support/Catalogues",
      swiftSettings: strict),
    // The keys of frequent tasks, also of the benchmarks.
    .target(name: "KeysForTests", path: "Tests/Support/Keys", swiftSettings: strict),
    .testTarget(name: "VietnameseTextTests", dependencies: ["VietnameseText"], swiftSettings: strict),
    .testTarget(name: "PageDescriptionTests", dependencies: ["PageDescription"], swiftSettings: strict),
    .testTarget(
      name: "PaperTests", dependencies: ["DossierPaper", "PageDescription", "Version"], swiftSettings: strict),
    .testTarget(name: "WorkbookTests", dependencies: ["DossierSheet", "Workbook"], swiftSettings: strict),
    .testTarget(name: "ConsoleTests", dependencies: ["Console"], swiftSettings: strict),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: strict),
    .testTarget(
      name: "DossierDomainTests", dependencies: ["Demonstration", "DossierDomain", "ReferenceData", "VietnameseText"],
      swiftSettings: strict),
    .testTarget(name: "OfficeWorkTests", dependencies: ["OfficeWork", "DossierDomain"], swiftSettings: strict),
    .testTarget(
      name: "DemonstrationTests", dependencies: ["Demonstration", "DossierDomain"], swiftSettings: strict),
    .target(
      name: "JournalSamples", dependencies: ["JournalFormat", "DossierDomain"], path: "Tests/JournalSamples",
      swiftSettings: strict),
    .testTarget(
      name: "JournalFormatTests",
      dependencies: [
        "JournalSamples", "JournalFormat", "DossierDomain", .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ],
      exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "SyncProtocolTests",
      dependencies: [
        "SyncProtocol", "ExchangeModel", "JournalFormat", "Demonstration", "DossierDomain",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ProvincialServerTests",
      dependencies: [
        "ProvincialServer", "ProvincialServerCommand", "SyncClient", "DossierStore", "SyncProtocol", "ExchangeModel",
        "JournalFormat",
        "OfficeWork", "Demonstration", "DossierDomain", "PostgresForTests", "StoresForTests",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOTLS", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "X509", package: "swift-certificates"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SyncClientTests",
      dependencies: [
        "SyncClient", "ProvincialServer", "SyncProtocol", "ExchangeModel", "DossierStore", "JournalFormat",
        "OfficeWork", "Demonstration", "DossierDomain", "StoresForTests",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "X509", package: "swift-certificates"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    // Days of disasters from seeds; a program, so that thousands of them can run optimised.
    .executableTarget(
      name: "SimulatorRunner",
      dependencies: [
        "JournalSamples", "SyncClient", "ProvincialServer", "SyncProtocol", "ExchangeModel", "DossierStore",
        "JournalFormat", "OfficeWork", "DossierDomain", "StoresForTests",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
      ],
      path: "Tests/SimulatorRunner", swiftSettings: strict),
    .testTarget(
      name: "SimulatorTests", dependencies: ["SimulatorRunner", "PostgresForTests"], swiftSettings: strict),
    .testTarget(
      name: "DossierStoreTests",
      dependencies: [
        "CataloguesForTests", "DossierStore", "ExchangeModel", "OfficeWork", "DossierDomain", "JournalFormat",
        "VietnameseText",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    // A file system that loses what was not synced, in a process of its own.
    .target(name: "CCrashVFS", path: "Tests/CCrashVFS", linkerSettings: [.linkedLibrary("sqlite3")]),
    .executableTarget(
      name: "CrashRunner",
      dependencies: [
        "CCrashVFS", "JournalSamples", "DossierStore", "OfficeWork", "DossierDomain", "JournalFormat",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
      ],
      path: "Tests/CrashRunner", swiftSettings: strict),
    .testTarget(name: "CrashTests", dependencies: ["CrashRunner"], swiftSettings: strict),
    // Every decoder that reads what others wrote, in a process that may end.
    .target(name: "CLibFuzzer", path: "Tests/CLibFuzzer"),
    .executableTarget(
      name: "Fuzzer",
      dependencies: [
        "CLibFuzzer", "JournalSamples", "ProvincialServer", "Documents", "DossierStore", "SyncProtocol",
        "ExchangeModel",
        "JournalFormat", "PageDescription",
        "DossierDomain", "Terminal", .product(name: "Crypto", package: "swift-crypto"),
      ],
      path: "Tests/Fuzzer", swiftSettings: strict),
    .testTarget(name: "FuzzTests", dependencies: ["Fuzzer"], swiftSettings: strict),
    .testTarget(
      name: "DocumentsTests",
      dependencies: ["Documents", "DossierDomain", "PageDescription", "ReferenceData", "VietnameseText"],
      exclude: ["Golden", "Registers"],
      swiftSettings: strict),
    .testTarget(
      name: "ScreensTests",
      dependencies: [
        "KeysForTests", "Screens", "OfficeWork", "Documents", "DossierDomain", "Terminal", "VietnameseText",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "DossierTUI", "DossierPaper", "Fuzzer", "ProvincialServerCommand", "Screens", "DossierStore", "Documents",
        "OfficeWork", "DossierDomain", "PageDescription", "Terminal", "Console", "Version",
        "PostgresForTests", "JournalFormat",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Release/Fixtures"], swiftSettings: strict),
    // The rules of the tree itself; needs nothing that it looks at.
    .testTarget(name: "TidyTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
