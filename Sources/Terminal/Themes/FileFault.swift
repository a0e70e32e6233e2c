/// A fault in a file that people write, a theme or the settings: the file, the line and the reason, in both languages.
public struct FileFault: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case syntax(String)
    case unknown(String)
    /// Another kind of value is expected there.
    case expected(String, vi: String, en: String)
    case notText
    case notFound(folders: [String])
  }

  public var file: String
  public var line: Int?
  public var reason: Reason

  public init(file: String, line: Int?, _ reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  public var place: String { line.map { "\(file):\($0)" } ?? file }

  public var vietnamese: String {
    switch reason {
    case .syntax(let detail): "\(place): sai cú pháp TOML: \(detail)"
    case .unknown(let name): "\(place): không có mục \"\(name)\""
    case .expected(let what, let vi, _): "\(place): \(what) phải là \(vi)"
    case .notText: "\(place): không phải tệp chữ dưới 64 KB"
    case .notFound(let folders): "Không có bộ màu \(place) ở \(folders.joined(separator: ", "))"
    }
  }

  public var english: String {
    switch reason {
    case .syntax(let detail): "\(place): not valid TOML: \(detail)"
    case .unknown(let name): "\(place): unknown: \(name)"
    case .expected(let what, _, let en): "\(place): \(what) must be \(en)"
    case .notText: "\(place): not a text file of at most 64 KB"
    case .notFound(let folders): "No theme \(place) in \(folders.joined(separator: ", "))"
    }
  }
}
