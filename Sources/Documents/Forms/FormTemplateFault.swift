import DossierDomain

/// A fault in a file of templates, with its line.
public struct FormTemplateFault: Hashable, Sendable {
  public enum Reason: Error, Hashable, Sendable {
    /// No UTF-8, or more than 64 KB.
    case notText
    /// Neither `[form]`, `name = text` nor a comment.
    case lineUnreadable
    case formUnknown(String)
    case formTwice(String)
    /// A value stands before the first `[form]`.
    case valueOutsideForm
    case nameUnknown(String)
    case nameTwice(String)
    /// A form lacks it.
    case valueMissing(String)
    /// Empty, longer than 500 characters, or with characters that cannot be printed.
    case textMalformed(String)
    case dateUnreadable(String)
    /// Neither yes nor no.
    case answerUnreadable(String)
    case sheetUnknown(String)
    case tooManyCopies(Int)
    /// `{name}` or `[name: …]` in the text of an attestation.
    case fieldUnknown(String)
    case conditionUnknown(String)
    /// A brace or bracket without the other one, or within another one.
    case bracketsUnreadable
    /// Nobody is called so who could sign an attestation.
    case signerUnknown(String)
    case tooManyRows(Int)
  }

  public var line: Int
  public var reason: Reason

  init(line: Int, _ reason: Reason) { (self.line, self.reason) = (line, reason) }
}

/// All faults of one file, in the order of its lines; at least one.
public struct FormTemplateFaults: Error, Hashable, Sendable {
  public var all: [FormTemplateFault]

  init(_ all: [FormTemplateFault]) { self.all = all }
}

extension FormTemplateFault {
  /// `dòng 4: …`
  public func wording(_ language: Language) -> String {
    language.pick("dòng \(line): ", "line \(line): ") + reason.wording(language)
  }
}

extension FormTemplateFault.Reason {
  fileprivate func wording(_ language: Language) -> String {
    switch self {
    case .notText: language.pick("không phải tệp chữ UTF-8 dưới 64 KB", "not a UTF-8 text file of at most 64 KB")
    case .lineUnreadable:
      language.pick("phải là [mẫu], tên = chữ, hoặc # ghi chú", "must be [form], name = text, or # comment")
    case .formUnknown(let name): language.pick("không có mẫu \"\(name)\"", "there is no form \"\(name)\"")
    case .formTwice(let name): language.pick("mẫu \"\(name)\" có hai lần", "the form \"\(name)\" is there twice")
    case .valueOutsideForm: language.pick("phải có [mẫu] ở trên", "a [form] must stand before it")
    case .nameUnknown(let name): language.pick("mẫu này không có \"\(name)\"", "this form has no \"\(name)\"")
    case .nameTwice(let name): language.pick("\"\(name)\" có hai lần", "\"\(name)\" is there twice")
    case .valueMissing(let name): language.pick("mẫu này thiếu \"\(name)\"", "this form lacks \"\(name)\"")
    case .textMalformed(let name):
      language.pick(
        "\"\(name)\" trống, dài quá 500 ký tự hoặc không in được",
        "\"\(name)\" is empty, longer than 500 characters or cannot be printed")
    case .dateUnreadable(let text):
      language.pick("\"\(text)\" không phải ngày dd/mm/yyyy", "\"\(text)\" is no date dd/mm/yyyy")
    case .answerUnreadable(let text):
      language.pick("\"\(text)\" phải là yes hoặc no", "\"\(text)\" must be yes or no")
    case .sheetUnknown(let text):
      language.pick(
        "\"\(text)\" phải là a4, a4-landscape, a5 hoặc halves", "\"\(text)\" must be a4, a4-landscape, a5 or halves")
    case .tooManyCopies(let most): language.pick("nhiều nhất \(most) liên", "at most \(most) copies")
    case .fieldUnknown(let name): language.pick("không có ô {\(name)}", "there is no field {\(name)}")
    case .conditionUnknown(let name):
      language.pick("không có điều kiện [\(name): …]", "there is no condition [\(name): …]")
    case .bracketsUnreadable:
      language.pick("dấu { } hoặc [ ] không khép đúng", "braces { } or brackets [ ] do not close")
    case .signerUnknown(let name):
      language.pick(
        "\"\(name)\" phải là -, signer:…, receiver:… hoặc person:…",
        "\"\(name)\" must be -, signer:…, receiver:… or person:…")
    case .tooManyRows(let most): language.pick("nhiều nhất \(most) dòng", "at most \(most) rows")
    }
  }
}
