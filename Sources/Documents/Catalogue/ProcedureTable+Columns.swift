import DossierDomain

extension ProcedureTable {
  enum Column: TableColumn {
    case code, name, field, level, limit, components, fee, from, through, standing, replacedBy, confidential, checked,
      note, supplements, waitingDays, extensions, extensionDays, paperResult, shortName, initials, phrases, sectorCode,
      portalID

    static let names = collectedNames()

    var heading: (vi: String, en: String) {
      switch self {
      case .code: ("Mã", "Code")
      case .name: ("Tên thủ tục", "Name")
      case .field: ("Lĩnh vực", "Field")
      case .level: ("Mức độ trực tuyến", "Online level")
      case .limit: ("Thời hạn", "Time limit")
      case .components: ("Thành phần hồ sơ", "Papers")
      case .fee: ("Phí (đồng)", "Fee (VND)")
      case .from: ("Hiệu lực từ", "Valid from")
      case .through: ("Đến hết", "Valid through")
      case .standing: ("Tình trạng", "Standing")
      case .replacedBy: ("Thay bằng", "Replaced by")
      case .confidential: ("Kín", "Confidential")
      case .checked: ("Đã đối chiếu", "Checked")
      case .note: ("Ghi chú", "Note")
      case .supplements: ("Số lần bổ sung", "Supplements")
      case .waitingDays: ("Số ngày chờ bổ sung", "Days for a supplement")
      case .extensions: ("Số lần gia hạn", "Extensions")
      case .extensionDays: ("Số ngày gia hạn", "Days of an extension")
      case .paperResult: ("Kết quả là giấy", "Result is a paper")
      case .shortName: ("Tên rút gọn", "Name in lists")
      case .initials: ("Chữ tắt", "Initials")
      case .phrases: ("Cách gọi của dân", "Citizens say")
      case .sectorCode: ("Mã lĩnh vực", "Field code")
      case .portalID: ("Mã trên cổng", "Portal id")
      }
    }

    /// A name that is also used for another meaning is missing: the day named by "ngày hết hiệu lực" may be the last day
    /// or the first one without effect.
    var otherNames: String {
      switch self {
      case .code: "ma so, ma thu tuc, ma so thu tuc, ma tthc, ma so tthc, ma thu tuc hanh chinh, procedure code"
      case .name:
        "ten, ten tthc, ten thu tuc hanh chinh, thu tuc, thu tuc hanh chinh, tthc, procedure, procedure name"
      case .field: "ten linh vuc, linh vuc thu tuc"
      case .level:
        "muc do, muc do dich vu cong, muc do dich vu cong truc tuyen, muc do dvc, muc do dvc truc tuyen, muc do dvctt"
      case .limit:
        """
        thoi gian giai quyet, thoi han giai quyet, thoi gian thuc hien, thoi han thuc hien, thoi gian xu ly, \
        thoi han xu ly
        """
      case .components: "thanh phan, thanh phan giay to, giay to, giay to phai nop"
      case .fee:
        """
        phi, le phi, phi le phi, phi va le phi, le phi dong, phi le phi dong, phi va le phi dong, phi vnd, le phi vnd, \
        phi le phi vnd, phi va le phi vnd, phi le phi neu co, muc phi, muc thu, fee
        """
      case .from: "tu ngay, hieu luc tu ngay, co hieu luc tu, ngay hieu luc, ngay co hieu luc, ap dung tu, ngay ap dung"
      case .through: "den ngay, den het ngay, hieu luc den, hieu luc den het"
      case .replacedBy: "duoc thay bang, ma thay the"
      case .shortName: "ten ngan, ten tat, ten goi ngan, ten ngan gon, short name"
      case .initials: "viet tat, chu viet tat, chu cai dau, ten viet tat"
      case .phrases: "cach goi, cach goi khac, ten goi khac, dan hay goi, tu khoa, phrases"
      case .sectorCode: "ma so linh vuc, ma linh vuc thu tuc, sector code"
      case .portalID: "ma tren cong dvc, ma tren cong quoc gia, ma thu tuc tren cong, ma dich vu cong, portal code"
      case .standing, .confidential, .checked, .note, .supplements, .waitingDays, .extensions, .extensionDays,
        .paperResult:
        ""
      }
    }
  }
}

extension ProcedureTable.Column {
  /// This fact of a version, as a cell or in words.
  func text(of version: ProcedureVersion, _ writing: FactWriting) -> String {
    switch self {
    case .code: version.code
    case .name: version.name
    case .field: version.field
    case .level:
      version.onlineLevel.value.map { writing.either(cell: $0.rawValue, shown: $0.wording(writing.language)) }
        ?? writing.unknown
    case .limit: version.timeLimit == .unknown ? writing.unknown : version.timeLimit.wording(writing.language)
    case .components: version.components.joined(separator: "; ")
    case .fee:
      version.fee.value.map { writing.either(cell: String($0), shown: writing.money($0)) } ?? writing.unknown
    case .from: version.validFrom.value?.slashed ?? ""
    case .through: version.validTo.value?.slashed ?? ""
    case .standing: ProcedureTable.word(for: version.standing, writing.language)
    case .replacedBy: if case .ended(let code?) = version.standing { code } else { "" }
    case .confidential: yesOrNo(version.isConfidential, writing.language)
    case .checked: yesOrNo(version.isChecked, writing.language)
    case .note: version.note
    case .supplements: writing.times(version.bounds.supplements)
    case .waitingDays: writing.period(version.bounds.waitingDays, TimeLimit.calendarDays)
    case .extensions: writing.times(version.bounds.extensions)
    case .extensionDays: writing.period(version.bounds.extensionDays, TimeLimit.workingDays)
    case .paperResult: yesOrNo(version.hasPaperResult, writing.language)
    case .shortName: version.rules.names.short
    case .initials: CellList.initials.text(version.rules.names.initials)
    case .phrases: CellList.phrases.text(version.rules.names.phrases)
    case .sectorCode: version.rules.names.sectorCode
    case .portalID: version.rules.names.portalID
    }
  }

  private func yesOrNo(_ value: Bool, _ language: Language) -> String {
    value ? language.pick("có", "yes") : language.pick("không", "no")
  }
}

/// Several short texts in one cell: on lines, or divided by signs that none of them contains.
struct CellList {
  static let phrases = CellList(dividers: [";"])
  /// No initials contain a comma, and people write one between them.
  static let initials = CellList(dividers: [";", ","])

  private let dividers: Set<Character>

  /// - Parameter lines: of the cell, if it has line ends.
  func texts(_ text: String, lines: [String]?) -> [String] {
    (lines ?? text.split(whereSeparator: dividers.contains).map(\.trimmingBlanks)).filter { !$0.isEmpty }
  }

  func text(_ texts: [String]) -> String {
    let line = texts.joined(separator: "; ")
    if self.texts(line, lines: nil) == texts { return line }
    // A cell with a line end is divided by nothing else.
    return texts.map { $0 + "\n" }.joined()
  }
}
