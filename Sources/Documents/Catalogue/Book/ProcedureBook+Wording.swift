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
    /// The answer that a date of birth gives.
    case birthUnreadable(String)
    case answerUnknown(question: String, String)
    /// Two answers have this text.
    case answerAmbiguous(question: String, String)
    case needUnknown(String)
    case formUnknown(String)
    case countUnreadable(String)
    case kindUnknown(String)
    case amountUnreadable(String)
    case percentUnreadable(String)
    case resultKindUnknown(String)
    case validityUnreadable(String)
    case workUnknown(String)
    case roleUnknown(String)
    case hoursUnreadable(String)
    /// Hours were written as days, and nobody can say how many hours a day has.
    case daysAreNoHours(String)
    case taskUnknown(String)
    case officeMissing
    /// It looks like a kind of commune and is none of the known ones.
    case officeUnclear(String)
    case linkUnknown(String)
    /// A paper beside a link whose result is none.
    case paperOfNoResult(String)
    /// With other versions of the book or of the catalogue.
    case consistency(CatalogueConsistency.Fault)
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
      .versionUnknown, .conditionUnreadable, .birthUnreadable, .answerUnknown, .answerAmbiguous, .needUnknown,
      .formUnknown, .countUnreadable, .kindUnknown, .amountUnreadable, .percentUnreadable, .resultKindUnknown,
      .validityUnreadable, .workUnknown, .roleUnknown, .hoursUnreadable, .daysAreNoHours, .taskUnknown, .officeMissing,
      .officeUnclear,
      .linkUnknown, .paperOfNoResult, .consistency:
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
    case .birthUnreadable(let text):
      language.pick(
        "Không đọc được \"\(text)\" (như: 60: quá 60 ngày, là số ngày từ ngày sinh và câu trả lời khi quá)",
        "Cannot read \"\(text)\" (such as: 60: over 60 days, the days from birth and the answer beyond them)")
    case .answerUnknown(let question, let text):
      language.pick(
        "Câu hỏi \"\(question)\" không có câu trả lời \"\(text)\" (ghi đúng chữ hoặc số thứ tự)",
        "The question \"\(question)\" has no answer \"\(text)\" (write its words or its number)")
    case .answerAmbiguous(let question, let text):
      language.pick(
        "Câu hỏi \"\(question)\" có hai câu trả lời \"\(text)\": ghi số thứ tự",
        "The question \"\(question)\" has two answers \"\(text)\": write the number")
    case .consistency(let fault): fault.wording(language)
    case .needUnknown, .formUnknown, .countUnreadable, .kindUnknown, .amountUnreadable, .percentUnreadable,
      .resultKindUnknown, .validityUnreadable, .workUnknown, .roleUnknown, .hoursUnreadable, .daysAreNoHours,
      .taskUnknown, .officeMissing, .officeUnclear, .linkUnknown, .paperOfNoResult:
      valueWording(language)
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
      case .tooLarge, .tooManyCells, .file, .empty: lines += fault.error.sentences(language, file: name)
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
      remarks.sentences(language, file: place(sheet, in: file))
    }
    if let kept = table.sentence(language) { sentences.append(kept) }
    sentences += columnsMissing.flatMap { $0.sentences(language, file: place($0.sheet, in: file)) }
    sentences += remarksOnOthers.map { sheet, line, remark in
      "\(place(sheet, in: file))\(line.map { ":\($0)" } ?? ""): \(remark.wording(language))."
    }
    if keepsRules {
      let names = sheetsMissing.map { "\"\($0.name(language))\"" }.joined(separator: ", ")
      sentences.append(
        language.pick(
          "Không có trang \(names): những điều đó giữ như đã biết.",
          "There is no sheet \(names): these facts stay as they were known."))
    }
    return sentences
  }

  private func place(_ sheet: String, in file: String) -> String { sheet == file ? file : "\(file) [\(sheet)]" }
}

extension ProcedureBook.MissingColumns {
  fileprivate func sentences(_ language: Language, file: String) -> [String] {
    let names = columns.map { "\"\(language.pick($0.vi, $0.en))\"" }.joined(separator: ", ")
    var sentences: [String] = []
    if isKept {
      sentences.append(
        language.pick(
          "\(file): không có cột \(names): những điều đó giữ như đã biết.",
          "\(file): there is no column \(names): these facts stay as they were known."))
    }
    if !lines.isEmpty {
      let some = lines.prefix(20).map(String.init).joined(separator: ", ") + (lines.count > 20 ? " …" : "")
      sentences.append(
        language.pick(
          "\(file): dòng \(some): không rõ là điều nào trong những điều đã biết, nên \(names) để trống. "
            + "Thêm cột nếu cần giữ.",
          "\(file): line \(some): not certainly one of those known, so \(names) is empty there. Add the column to keep "
            + "it."))
    }
    return sentences
  }
}
