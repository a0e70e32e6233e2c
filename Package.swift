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
  products: [.executable(name: "dossier", targets: ["DossierTUI"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // Floor 0
    .target(
      name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    // Floor 1
    .target(name: "VietnameseText", swiftSettings: strict),
    .target(
      name: "Terminal",
      dependencies: ["CNcurses", .product(name: "TOMLKit", package: "TOMLKit")],
      swiftSettings: strict),
    // Floor 2
    .target(name: "DossierDomain", dependencies: ["VietnameseText"], swiftSettings: strict),
    .target(
      name: "JournalFormat",
      dependencies: ["DossierDomain", .product(name: "SwiftProtobuf", package: "swift-protobuf")],
      exclude: ["Proto/journal.proto"], swiftSettings: strict),
    // Floor 3
    .target(
      name: "DossierStore",
      dependencies: [
        "DossierDomain", "JournalFormat", "VietnameseText",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "Documents", dependencies: ["DossierDomain", "VietnameseText"], swiftSettings: strict),
    // Floor 5
    .target(
      name: "Screens", dependencies: ["DossierDomain", "VietnameseText", "Terminal"],
      swiftSettings: strict),
    // Floor 6
    .executableTarget(
      name: "DossierTUI",
      dependencies: [
        "Screens", "DossierStore", "Documents", "DossierDomain", "VietnameseText", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "DossierBench", dependencies: ["DossierStore", "DossierDomain"], path: "Benchmarks/DossierBench",
      swiftSettings: strict),
    // Tests, a target a floor
    .testTarget(name: "VietnameseTextTests", dependencies: ["VietnameseText"], swiftSettings: strict),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: strict),
    .testTarget(
      name: "DossierDomainTests", dependencies: ["DossierDomain", "VietnameseText"], swiftSettings: strict),
    .testTarget(name: "JournalFormatTests", dependencies: ["JournalFormat", "DossierDomain"], swiftSettings: strict),
    .testTarget(
      name: "DossierStoreTests",
      dependencies: [
        "DossierStore", "DossierDomain", "JournalFormat", "VietnameseText",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "DossierDomain"], swiftSettings: strict),
    .testTarget(
      name: "ScreensTests", dependencies: ["Screens", "DossierDomain", "Terminal", "VietnameseText"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "ProgramTests", dependencies: ["DossierTUI", "DossierStore", "DossierDomain", "Terminal"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
