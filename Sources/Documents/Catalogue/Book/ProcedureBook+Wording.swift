import DossierDomain

extension ProcedureBook {
  public struct HeadingName: Hashable, Sendable {
    public var vi: String
    public var en: String
  }

  /// A fault of one row, or of one sheet.
  public enum Reason: TableReason {
    /// One that the table of procedures can have too.
    case procedure(ProcedureTable.Reason)
    case proceduresMissing
    case sheetTwice(String)
    case columnsMissing([HeadingName])
    case procedureUnknown(String)
    /// The table of procedures has several versions of the code, and the row does not say which.
    case dayMissing(code: String)
    case versionUnknown(code: String, day: String)
    case conditionUnreadable(String)
    case answerUnknown(question: String, String)
    /// Two answers have this text.
    case answerAmbiguous(question: String, String)
    case needUnknown(String)
    case formUnknown(String)
    case countUnreadable(String)
    case kindUnknown(String)
    case amountUnreadable(String)
    case percentUnreadable(String)
    case rule(ProcedureRules.Fault)
  }

  public struct Fault: Hashable, Sendable {
    /// The name of the sheet or file; nil if none is there.
    public var sheet: String?
    public var error: TableReadError<Reason>
  }

  /// Everything that is wrong with a book, by sheet.
  public struct ReadError: Error, Hashable, Sendable {
    public var faults: [Fault]
  }
}

extension ProcedureBook.Reason {
  init(_ fault: ProcedureVersion.Fault) {
    if case .rules(let fault) = fault { self = .rule(fault) } else { self = .procedure(.fault(fault)) }
  }

  /// The sheet in which something is missing, perhaps only because its row cannot be read.
  var lacks: ProcedureBook.Sheet? {
    switch self {
    case .rule(.questionUnknown): .questions
    case .rule(.caseUnknown): .cases
    case .rule, .procedure, .proceduresMissing, .sheetTwice, .columnsMissing, .procedureUnknown, .dayMissing,
      .versionUnknown, .conditionUnreadable, .answerUnknown, .answerAmbiguous, .needUnknown, .formUnknown,
      .countUnreadable, .kindUnknown, .amountUnreadable, .percentUnreadable:
      nil
    }
  }

  public func wording(_ language: Language) -> String {
    switch self {
    case .procedure(let reason): reason.wording(language)
    case .rule(let fault): fault.wording(language)
    case .proceduresMissing:
      language.pick(
        "Thiếu trang \"Thủ tục\" (trong thư mục: thu-tuc.csv)",
        "The sheet \"Procedures\" is missing (in a folder: procedures.csv)")
    case .sheetTwice(let other):
      language.pick(
        "Trang này và \"\(other)\" cùng nói một điều: chỉ giữ lại một trang",
        "This sheet and \"\(other)\" say the same thing: keep one of them")
    case .columnsMissing(let names):
      language.pick(
        "Không thấy dòng tên cột có \(names.map { "\"\($0.vi)\"" }.joined(separator: ", ")) trong 30 dòng đầu",
        "None of the first 30 rows names the columns \(names.map { "\"\($0.en)\"" }.joined(separator: ", "))")
    case .procedureUnknown(let code):
      language.pick("Trang \"Thủ tục\" không có mã \"\(code)\"", "The sheet \"Procedures\" has no code \"\(code)\"")
    case .dayMissing(let code):
      language.pick(
        "Thủ tục \(code) có nhiều phiên bản: ghi thêm ngày ở cột \"Hiệu lực từ\" (phiên bản không ghi ngày: ?)",
        "\(code) has several versions: say in the column \"Valid from\" which one (? for the one without a first day)")
    case .versionUnknown(let code, let day):
      language.pick(
        "Trang \"Thủ tục\" không có phiên bản của \(code) từ \"\(day)\"",
        "The sheet \"Procedures\" has no version of \(code) from \"\(day)\" on")
    case .conditionUnreadable(let text):
      language.pick(
        "Không đọc được điều kiện \"\(text)\" (như: tre = Bị bỏ rơi; kênh = trực tuyến)",
        "Cannot read the condition \"\(text)\" (such as: child = Abandoned; channel = online)")
    case .answerUnknown(let question, let text):
      language.pick(
        "Câu hỏi \"\(question)\" không có câu trả lời \"\(text)\" (ghi đúng chữ hoặc số thứ tự)",
        "The question \"\(question)\" has no answer \"\(text)\" (write its words or its number)")
    case .answerAmbiguous(let question, let text):
      language.pick(
        "Câu hỏi \"\(question)\" có hai câu trả lời \"\(text)\": ghi số thứ tự",
        "The question \"\(question)\" has two answers \"\(text)\": write the number")
    case .needUnknown, .formUnknown, .countUnreadable, .kindUnknown, .amountUnreadable, .percentUnreadable:
      valueWording(language)
    }
  }

  private func valueWording(_ language: Language) -> String {
    switch self {
    case .needUnknown(let text):
      language.pick(
        "Không rõ \"\(text)\" (bắt buộc, hoặc một trong: tên nhóm; để trống thì theo tên giấy)",
        "Unknown need \"\(text)\" (required, or one of: a group; empty if the name says it)")
    case .formUnknown(let text):
      language.pick(
        "Không rõ hình thức \"\(text)\" (bản chính, bản sao chứng thực, bản sao, xuất trình, điện tử, khai thác, hoặc ?)",
        "Unknown form \"\(text)\" (original, certified copy, copy, shown, electronic, looked up, or ?)")
    case .countUnreadable(let text):
      language.pick("Không đọc được số bản \"\(text)\" (một số, hoặc ?)", "Cannot read \"\(text)\" (a number, or ?)")
    case .kindUnknown(let text):
      language.pick("Không rõ loại \"\(text)\" (phí, lệ phí, hoặc ?)", "Unknown kind \"\(text)\" (fee, charge, or ?)")
    case .amountUnreadable(let text):
      language.pick(
        "Không đọc được mức thu \"\(text)\" (15.000; 8.000 mỗi bản; 10.000 mỗi trường hợp; "
          + "trang: 2.000; 1.000; tối đa 200.000 mỗi bản; hoặc ?)",
        "Cannot read the amount \"\(text)\" (15.000; 8.000 each copy; 10.000 each matter; "
          + "pages: 2.000; 1.000; at most 200.000 each copy; or ?)")
    case .percentUnreadable(let text):
      language.pick(
        "Không đọc được mức giảm \"\(text)\" (ghi chữ như 50 % hoặc 100 %, ô định dạng Văn bản)",
        "Cannot read the reduction \"\(text)\" (as a text such as 50 % or 100 %, in a cell formatted as text)")
    case .procedure, .rule, .proceduresMissing, .sheetTwice, .columnsMissing, .procedureUnknown, .dayMissing,
      .versionUnknown, .conditionUnreadable, .answerUnknown, .answerAmbiguous:
      ""
    }
  }
}

extension ProcedureBook.ReadError {
  /// The first fifty problems, one line each. Nothing was changed.
  public func sentences(_ language: Language, file: String) -> [String] {
    var lines: [String] = []
    for fault in faults {
      let name = file + (fault.sheet.map { $0 == file ? "" : " [\($0)]" } ?? "")
      switch fault.error {
      case .problems(let problems): lines += problems.map { $0.sentence(language, file: name) }
      case .tooLarge, .file, .empty: lines += fault.error.sentences(language, file: name)
      }
    }
    let more = lines.count - 50
    return lines.prefix(50)
      + (more > 0 ? [language.pick("… và \(more) lỗi nữa", "… and \(more) faults more")] : [])
      + [TableReadError<ProcedureBook.Reason>.nothingTaken(language)]
  }
}

extension ProcedureBook {
  /// What of the book was not taken in, and what stays as it was known.
  public func sentences(_ language: Language, file: String) -> [String] {
    var sentences = remarks.flatMap { sheet, remarks in
      remarks.sentences(language, file: sheet == file ? file : "\(file) [\(sheet)]")
    }
    if let kept = table.sentence(language) { sentences.append(kept) }
    if keepsRules {
      let names = sheetsMissing.map { "\"\($0.name(language))\"" }.joined(separator: ", ")
      sentences.append(
        language.pick(
          "Không có trang \(names): những điều đó giữ như đã biết.",
          "There is no sheet \(names): these facts stay as they were known."))
    }
    return sentences
  }
}
