import Foundation

/// A path as people type or paste it: with `~`, or in the quotes that a file manager puts around it.
func typedPath(_ text: String) -> String {
  var path = text.trimmingCharacters(in: .whitespaces)
  for quote in ["'", "\""] where path.count > 1 && path.hasPrefix(quote) && path.hasSuffix(quote) {
    path = String(path.dropFirst().dropLast())
  }
  return (path as NSString).expandingTildeInPath
}
