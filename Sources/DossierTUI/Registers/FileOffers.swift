import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import VietnameseText

/// The files that a typed path can mean, for a screen that asks for one.
enum FileOffers {
  private static let endings = ["csv", "xlsx", "txt", "tsv", "xls"]
  private static let most = 50

  /// Without a folder in the text: registers in the usual places, the newest first, sticks included. With one: what is
  /// in it and begins with the rest.
  static func offers(for typed: String, home: String) -> [FileOffer] {
    let text = (typed as NSString).expandingTildeInPath
    guard text.contains("/") else {
      let wanted = text.folded
      return places(home: home).flatMap { content(of: $0) }
        .filter {
          !$0.isFolder && PathText.name(of: $0.path).folded.contains(wanted)
            || wanted.isEmpty && !$0.isFolder
        }
        .sorted { $0.modifiedAt > $1.modifiedAt }.prefix(most).map { $0 }
    }
    let isFolder = typed.hasSuffix("/")
    let folder = isFolder ? text : PathText.folder(of: text)
    let start = isFolder ? "" : PathText.name(of: text).folded
    return content(of: folder).filter { PathText.name(of: $0.path).folded.hasPrefix(start) }
      .sorted { ($0.isFolder ? 0 : 1, $0.path) < ($1.isFolder ? 0 : 1, $1.path) }.prefix(most).map { $0 }
  }

  /// The home folder with its usual folders, and whatever is plugged in.
  private static func places(home: String) -> [String] {
    let own = ["", "/Desktop", "/Downloads", "/Documents", "/Tải xuống", "/Tài liệu"].map { home + $0 }
    let sticks = ["/media", "/run/media", "/mnt"].flatMap { root in
      subfolders(of: root).flatMap { [$0] + subfolders(of: $0) }
    }
    return own + sticks
  }

  private static func subfolders(of folder: String) -> [String] {
    names(in: folder).map { folder + "/" + $0 }.filter { PathStatus($0) == .folder }
  }

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }.prefix(2000)
      .map { $0 }
  }

  private static func content(of folder: String) -> [FileOffer] {
    let base = folder == "/" ? "" : folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return names(in: folder).compactMap { name in
      let path = base + "/" + name
      let status = PathStatus(path)
      let isRegister = status == .file && endings.contains(PathText.ending(of: name).lowercased())
      guard status == .folder || isRegister else { return nil }
      let date = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
      // A stick's file system may hold any number of seconds.
      let seconds = min(max(date?.timeIntervalSince1970 ?? 0, 0), 4_102_444_800)
      return FileOffer(
        path: path, isFolder: status == .folder, modifiedAt: Instant(milliseconds: Int64(seconds * 1000)))
    }
  }
}
