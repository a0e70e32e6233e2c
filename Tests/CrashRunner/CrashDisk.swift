import Foundation

@testable import JournalSamples

/// The state of a disk according to the log: for each file and folder, the durable content and the pending changes.
///
/// It assumes only what POSIX guarantees. A file's name is durable after its folder was synced, and its bytes after the
/// file was. Each pending write may have happened or not, and may be torn at the border of a sector.
struct CrashDisk {
  private enum Change {
    case write(offset: Int, bytes: [UInt8])
    case truncate(size: Int)
  }

  private struct File {
    var durable: [UInt8] = []
    var pending: [Change] = []
  }

  private enum Node: Equatable {
    case file(Int)
    case folder(String)
  }

  private struct NameChange {
    var removed: String?
    var added: (name: String, node: Node)?
  }

  private struct Folder {
    var durable: [String: Node] = [:]
    var pending: [NameChange] = []
  }

  static let sectorSize = 512

  private var files: [Int: File] = [:]
  private var folders: [String: Folder] = ["": Folder()]
  /// Syncs have no effect, which shows that the checks can fail.
  private let lies: Bool

  /// - Parameter places: folders that exist from the start.
  init(places: [String], lies: Bool = false) {
    self.lies = lies
    for place in places {
      folders[place] = Folder()
      folders[""]?.durable[place] = .folder(place)
    }
  }

  mutating func take(_ step: FileStep) {
    switch step {
    case .new(let path, let file):
      files[file] = File()
      change(path) { NameChange(added: ($0, .file(file))) }
    case .newFolder(let path):
      folders[path] = Folder()
      change(path) { NameChange(added: ($0, .folder(path))) }
    case .write(let file, let offset, let bytes):
      files[file]?.pending.append(.write(offset: offset, bytes: bytes))
    case .truncate(let file, let size): files[file]?.pending.append(.truncate(size: size))
    case .sync(let file): if !lies { settle(file) }
    case .syncFolder(let path): if !lies { settle(folder: path) }
    case .rename(let from, let to, let file, _):
      let old = (from as NSString).lastPathComponent
      change(to) { NameChange(removed: old, added: ($0, .file(file))) }
    case .link(let path, let file): change(path) { NameChange(added: ($0, .file(file))) }
    case .remove(let path): change(path) { NameChange(removed: $0) }
    case .promise: break
    }
  }

  private mutating func change(_ path: String, _ change: (String) -> NameChange) {
    let folder = (path as NSString).deletingLastPathComponent
    folders[folder]?.pending.append(change((path as NSString).lastPathComponent))
  }

  private mutating func settle(_ file: Int) {
    guard var settled = files[file] else { return }
    for change in settled.pending { Self.apply(change, to: &settled.durable) { true } }
    settled.pending = []
    files[file] = settled
  }

  private mutating func settle(folder path: String) {
    guard var settled = folders[path] else { return }
    for change in settled.pending { Self.apply(change, to: &settled.durable) }
    settled.pending = []
    folders[path] = settled
  }

  private static func apply(_ change: NameChange, to names: inout [String: Node]) {
    if let old = change.removed { names[old] = nil }
    if let (name, node) = change.added { names[name] = node }
  }

  private static func apply(_ change: Change, to content: inout [UInt8], isKept: () -> Bool) {
    switch change {
    case .write(let offset, let bytes):
      var place = offset
      while place < offset + bytes.count {
        let end = min(offset + bytes.count, (place / sectorSize + 1) * sectorSize)
        if isKept() {
          if content.count < end { content.append(contentsOf: [UInt8](repeating: 0, count: end - content.count)) }
          content.replaceSubrange(place..<end, with: bytes[(place - offset)..<(end - offset)])
        }
        place = end
      }
    case .truncate(let size):
      guard isKept() else { return }
      if content.count > size {
        content.removeLast(content.count - size)
      } else {
        content.append(contentsOf: [UInt8](repeating: 0, count: size - content.count))
      }
    }
  }

  // MARK: The disk after a cut

  /// How likely pending changes have reached the disk.
  struct Luck {
    /// Probabilities in percent, for bytes and for names.
    var bytes: Int
    var names: Int
    var tears: Bool

    init(_ random: inout SeededNumbers) {
      let shares = [0, 10, 50, 90, 100]
      bytes = shares[random.below(5)]
      names = shares[random.below(5)]
      tears = random.once(in: 2)
    }
  }

  /// Writes the files that the disk has after the power cut.
  func layOut(into target: String, _ luck: Luck, _ random: inout SeededNumbers) throws {
    try layOut("", into: target, luck, &random)
  }

  private func layOut(_ path: String, into target: String, _ luck: Luck, _ random: inout SeededNumbers) throws {
    guard let folder = folders[path] else { return }
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    var names = folder.durable
    for change in folder.pending where random.below(100) < luck.names { Self.apply(change, to: &names) }
    for (name, node) in names.sorted(by: { $0.key < $1.key }) {
      switch node {
      case .folder(let path): try layOut(path, into: target + "/" + name, luck, &random)
      case .file(let number):
        let content = content(number, luck, &random)
        try Data(content).write(to: URL(fileURLWithPath: target + "/" + name))
      }
    }
  }

  private func content(_ number: Int, _ luck: Luck, _ random: inout SeededNumbers) -> [UInt8] {
    guard let file = files[number] else { return [] }
    var content = file.durable
    for change in file.pending {
      let isKept = random.below(100) < luck.bytes
      Self.apply(change, to: &content) { luck.tears ? random.below(100) < luck.bytes : isKept }
    }
    return content
  }
}
