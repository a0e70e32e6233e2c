import Foundation
import VietnameseText

/// Resolves the paths that people type or paste. File names from a Mac, or from an archive made on one, have their marks
/// apart from the letters (Unicode normalisation form D), and nobody can type them so.
enum TypedPath {
  /// The file that a text means: with `~`, or in the quotes that a file manager adds.
  static func resolved(_ text: String) -> String {
    var path = text.trimmingCharacters(in: .whitespaces)
    for quote in ["'", "\""] where path.count > 1 && path.hasPrefix(quote) && path.hasSuffix(quote) {
      path = String(path.dropFirst().dropLast())
    }
    return existing((path as NSString).expandingTildeInPath)
  }

  /// The path as it is stored; the given one if there is a file of that name, or none in any form.
  static func existing(_ path: String) -> String {
    if isThere(path) || path.utf8.allSatisfy({ $0 < 0x80 }) { return path }
    var found = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      let next = found + part
      if isThere(next) {
        found = next + "/"
        continue
      }
      let wanted = part.normalisedVietnamese
      let names = (try? FileManager.default.contentsOfDirectory(atPath: found.isEmpty ? "." : found)) ?? []
      let same = names.filter { $0.normalisedVietnamese == wanted }
      // Two files that read alike are not guessed between.
      guard same.count == 1, let name = same.first else { return path }
      found += name + "/"
    }
    return String(found.dropLast())
  }

  private static func isThere(_ path: String) -> Bool {
    let status = PathStatus(path)
    return status != .missing && status != .belowAFile
  }
}
