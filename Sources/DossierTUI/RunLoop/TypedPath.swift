import Foundation

/// Resolves a path that a person typed or pasted: with `~`, or in the quotes that a file manager adds.
func typedPath(_ text: String) -> String {
  var path = text.trimmingCharacters(in: .whitespaces)
  for quote in ["'", "\""] where path.count > 1 && path.hasPrefix(quote) && path.hasSuffix(quote) {
    path = String(path.dropFirst().dropLast())
  }
  return (path as NSString).expandingTildeInPath
}
