/// The parts of a path as text. `NSString.deletingLastPathComponent` ends the process where a relative path has one
/// character ("d", ".", "d/"), and gives "" where a folder is wanted that can be opened.
public enum PathText {
  /// The folder in which a path lies: "." for a name alone, "/" for what lies in the root and for the root itself.
  public static func folder(of path: String) -> String {
    let trimmed = withoutTrailingSlashes(path)
    guard let slash = trimmed.lastIndex(of: "/") else { return trimmed.isEmpty && path.hasPrefix("/") ? "/" : "." }
    let folder = withoutTrailingSlashes(trimmed[..<slash])
    return folder.isEmpty ? "/" : String(folder)
  }

  /// The last name of a path; "" if it has none.
  public static func name(of path: String) -> String {
    let trimmed = withoutTrailingSlashes(path)
    return String(trimmed[(trimmed.lastIndex(of: "/").map(trimmed.index(after:)) ?? trimmed.startIndex)...])
  }

  /// What follows the last full stop of the last name; "" for a hidden file without another one.
  public static func ending(of path: String) -> String {
    let name = name(of: path)
    guard let stop = name.lastIndex(of: "."), stop != name.startIndex else { return "" }
    return String(name[name.index(after: stop)...])
  }

  private static func withoutTrailingSlashes(_ path: some StringProtocol) -> Substring {
    var rest = Substring(path)
    while rest.hasSuffix("/") { rest.removeLast() }
    return rest
  }
}
