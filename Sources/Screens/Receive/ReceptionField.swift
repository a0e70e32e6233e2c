import DossierDomain
import OfficeWork
import Terminal

/// One field of the reception form: how it is asked, and which value of the reception it sets. To add a field, add a
/// row below.
struct ReceptionField: Sendable {
  var field: Field
  var isAsked: @Sendable (ReceiveState) -> Bool = { _ in true }
  /// A problem that cannot be seen from the text alone.
  var problem: @Sendable (ReceiveState, Language) -> String? = { _, _ in nil }
  /// What stands in it until somebody chooses otherwise, because of something else in the form.
  var proposal: (@Sendable (ReceiveState) -> String?)?
  /// Its label and placeholder where they depend on something else in the form; nil for those of the field.
  var wording: (@Sendable (ReceiveState) -> (label: Words, placeholder: Words)?)?
  /// Its options in another order, because of something else in the form.
  var options: (@Sendable (ReceiveState) -> [Field.Option])?
  /// Stores the text, or the value of the chosen option.
  var write: @Sendable (inout ReceptionForm, String) -> Void = { _, _ in }

  /// With what it proposes and how it is worded in this form.
  func field(in state: ReceiveState) -> Field {
    var field = field
    if let proposal = proposal?(state) { field.proposal = proposal }
    if let options = options?(state) { field.kind = .choice(options) }
    if let wording = wording?(state) { (field.label, field.placeholder) = wording }
    return field
  }

  /// The fields above the papers of the procedure, in the order of Tab.
  static let abovePapers: [ReceptionField] =
    ofBlank + [
      procedure, reasonHere, days,
      ofName(
        text("owner", Words("Chủ hồ sơ", "Owner"), maximum: 120, use: .names, check: ownerProblem) {
          $0.owner.name = $1
        }),
      number,
      text(
        "birth", Words("Ngày sinh", "Born"), .digits, maximum: 10, .short,
        placeholder: Words("dd/mm/yyyy", "dd/mm/yyyy"),
        check: birthProblem, tidy: { BirthDate.normalised($0) ?? $0 }, isComplete: { BirthDate.isWhole($0) }
      ) {
        $0.owner.birth = $1
      },
      choice("sex", Words("Giới tính", "Sex"), sexes, isComplete: { !$0.isEmpty }) {
        $0.owner.sex = UInt8($1).flatMap(Sex.init(rawValue:))
      },
      text("phone", Words("Điện thoại", "Phone"), .digits, maximum: 20, .short) {
        $0.owner.phone = $1.filter(\.isNumber)
      },
      text("address", Words("Địa chỉ", "Address"), maximum: 200, use: .names) { $0.owner.address = $1 },
      relative,
      applicant,
    ]

  /// The same fields in the order of the talk about a newborn. She has no number yet, and phone and address are those of
  /// whoever brings her papers, who may be known.
  static let abovePapersOfNewborn: [ReceptionField] = {
    let order: [Field.ID] = [
      "blank-code", "blank-time", "blank-reason", "search", "reason-here", "days", "owner", "birth", "sex", "applicant",
      "phone", "address", "relative", "number",
    ]
    return order.compactMap { id in
      guard let row = abovePapers.first(where: { $0.field.id == id }) else { return nil }
      var field = row.field
      field.endsAtDigit = ["owner", "applicant"].contains(id)
      if let own = ofChild[id] { field.label = own }
      if id == "applicant" {
        field.placeholder = Words("tên, hoặc số định danh nếu đã biết người này", "name, or number of a known person")
        field.isComplete = isCitizenNumber
      }
      return ReceptionField(
        field: field, isAsked: row.isAsked, problem: row.problem, proposal: row.proposal, write: row.write)
    }
  }()

  /// Rows of the child, among which those of whoever brings her papers stand.
  private static let ofChild: [Field.ID: Words] = [
    "owner": Words("Chủ hồ sơ (trẻ)", "Owner (child)"), "number": Words("Số định danh trẻ", "Child's number"),
  ]

  /// What is counted for the fee stands with the questions, because it is what the citizen asks for.
  static let quantities: [ReceptionField] = FeeItem.Quantity.allCases.map(quantity)

  static let belowPapers: [ReceptionField] =
    [
      choice("delivery", Words("Nhận kết quả", "Result"), deliveries) {
        $0.delivery = UInt8($1).flatMap(ResultDelivery.init(rawValue:)) ?? .atDesk
      },
      text(
        "copies", Words("Số bộ", "Sets"), .digits, maximum: 3, .short, proposal: "1",
        hint: Words(
          "Số bộ giấy tờ công dân nộp, không phải số bản xin cấp. Gõ số là thay.",
          "Sets of papers that are handed in, not copies that she asks for. A digit replaces the number.")
      ) { $0.copies = Int($1) ?? 1 },
      office, otherCode,
      text(
        "summary", Words("Nội dung yêu cầu", "Request"), maximum: 1000,
        hint: endHint
      ) { $0.summary = $1 },
      // An ordinary reception ends with the row above.
      deliveryPlace, channel, ownerKind, identified, email,
    ] + ofApplicant + [parent(.father), parent(.mother)]

  /// What to press when all is filled in: at the end of an ordinary reception and of the form.
  static let endHint = Words("Xong thì bấm F2 để cấp mã.", "When all is filled in, F2 issues the code.")

  static let all = abovePapers + quantities + belowPapers

  static func named(_ id: Field.ID) -> ReceptionField? { all.first { $0.field.id == id } }

  /// Fields that have to fit together, because the number encodes the owner's year of birth and sex.
  static let identity: Set<Field.ID> = ["number", "birth", "sex"]

  /// The field for one paper of the procedure.
  /// - Parameters:
  ///   - place: among all papers of the procedure, so that a mark stays with its paper when answers change.
  ///   - number: among those that apply.
  static func paper(_ place: Int, number: Int, _ paper: PaperRule) -> Field {
    let label = "\(number). \(paper.name)"
    var field = Field(id: Field.ID("form", place), label: Words(label, label), kind: .choice(forms(of: paper)))
    field.width = .answerAtEnd
    field.hint = Words(
      "1–5: bản chính, chứng thực, photo, điện tử, không cần · 0 thiếu · + thêm bản",
      "1–5: original, certified, copy, electronic, not needed · 0 missing · + more")
    return field
  }
}

extension Session {
  /// The procedure that is received most under a number from 1 to 9; nil for any other text.
  func favourite(_ typed: String, on date: CivilDate) -> ProcedureVersion? {
    guard typed.count == 1, let number = typed.first?.wholeNumberValue, favourites.indices.contains(number - 1) else {
      return nil
    }
    return office.catalogue.version(of: favourites[number - 1], on: date)
  }
}

// MARK: The special ones

extension ReceptionField {
  private static let procedure: ReceptionField = {
    var field = Field(id: "search", label: Words("Thủ tục", "Procedure"), kind: .text(.text), maximumLength: 100)
    field.placeholder = Words(
      "tên, mã, hoặc lời công dân: con mới đẻ, độc thân…", "name, code, or what citizens say")
    field.suggestions = Field.Suggesting(rows: 8) { typed, session, now in
      let found = session.office.catalogue.find(typed, on: now.civilDate, limit: 20).map(\.version)
      let favourite = session.favourite(typed, on: now.civilDate)
      return ([favourite].compactMap { $0 } + found.filter { $0.code != favourite?.code }).map { version in
        Suggestion(
          value: version.code, text: version.name,
          note: version.isReceivable ? Words { version.usualLimit($0) } : Words("không nhận", "not here"),
          isMuted: !version.isReceivable)
      }
    }
    return ReceptionField(
      field: field,
      problem: { state, language in
        guard let procedure = state.procedure else {
          return language.pick("Hãy chọn thủ tục.", "Choose the procedure.")
        }
        return (procedure.denial ?? state.denialElsewhere)?.wording(language)
      })
  }()

  /// Asked of the head of desk if the rules give the case to other offices.
  private static let reasonHere: ReceptionField = {
    var row = text(
      "reason-here", Words("Vì sao vẫn nhận", "Why here"), maximum: 300,
      placeholder: Words("quy tắc giao nơi khác nhận", "the rules name other offices")
    ) { $0.reasonHere = $1 }
    row.isAsked = { $0.asksReasonHere }
    row.problem = { state, language in
      guard state.asksReasonHere, !state.text("reason-here").contains(where: \.isLetter) else { return nil }
      return Denial.reasonMissing.wording(language)
    }
    return row
  }()

  /// Asked if the catalogue has no time limit for the procedure.
  private static let days: ReceptionField = {
    var row = text(
      "days", Words("Số ngày làm việc", "Working days"), .digits, maximum: 3, .short,
      placeholder: Words("danh mục chưa rõ", "not known")
    ) { $0.days = Int($1) }
    row.isAsked = { $0.asksDays }
    row.problem = { state, language in
      guard let procedure = state.procedure, state.asksDays else { return nil }
      return state.days.map { (1...365).contains($0) } == true
        ? nil : Denial.timeLimitUnknown(code: procedure.code).wording(language)
    }
    return row
  }()

  /// Only units that exist now, because a former unit can no longer decide.
  private static let office: ReceptionField = {
    var field = Field(
      id: "office", label: Words("Nơi giải quyết", "Decided by"), kind: .text(.text), maximumLength: 100, use: .names)
    field.placeholder = Words("để trống: đơn vị này", "empty: this office")
    field.suggestions = Field.Suggesting(rows: 6) { typed, _, _ in
      AdministrativeUnits.quangTri.find(typed, limit: 40).filter { $0.era == .twoLevels }.map {
        Suggestion(value: $0.code, text: $0.fullName)
      }
    }
    return ReceptionField(
      field: field,
      problem: { state, language in
        guard state.decidingUnit == nil, !state.text("office").isEmpty else { return nil }
        return language.pick(
          "Hãy chọn nơi giải quyết trong danh sách, hoặc xóa trắng ô này.",
          "Choose the deciding office from the list, or clear the field.")
      })
  }()

  /// Asked where the name is not alone, because often many people of a commune have one.
  private static let relative: ReceptionField = {
    var row = text(
      "relative", Words("Mẹ, vợ, chồng", "Mother, spouse"), maximum: 120, use: .names,
      placeholder: Words("để phân biệt người trùng tên", "to tell people of one name apart")
    ) { $0.owner.relative = $1 }
    row.isAsked = { $0.isNameShared || !$0.text("relative").isEmpty }
    return ofName(row)
  }()

  /// The numbers of organisations have other lengths.
  private static let number: ReceptionField = {
    var row = text(
      "number", Words("Số định danh", "Citizen number"), maximum: 24, .short, use: .codes, isComplete: isCitizenNumber
    ) { form, text in
      form.owner.identityNumber = text.filter { !" .-".contains($0) }
      form.owner.identityKind = IdentityKind(number: text)
    }
    row.problem = { state, language in
      guard state.text("owner-kind") == String(Person.Kind.individual.rawValue) else { return nil }
      return numberProblem(state.text("number"), language)
    }
    return row
  }()

  private static let applicant: ReceptionField = {
    var row = text(
      "applicant", Words("Người nộp", "Applicant"), maximum: 120, use: .names,
      placeholder: Words("để trống: chính chủ", "empty: the owner")
    ) { $0.applicant = $1.isEmpty ? nil : Person(name: $1) }
    // The number of a known person gives way to her name.
    row.problem = { state, language in
      let text = state.text("applicant")
      guard state.isOfNewborn, !text.isEmpty, !text.contains(where: \.isLetter) else { return nil }
      return language.pick(
        "Chưa có tên người nộp. Nếu đã biết số này, ^B ở ô sau điền tên.",
        "The applicant's name is missing. If the number is known, ^B in the next field fills it in.")
    }
    return ofName(row)
  }()

  /// Asked while another system is in use beside this one, whose codes are on the citizens' papers.
  private static let otherCode: ReceptionField = {
    var row = text(
      "other-code", Words("Mã hệ thống kia", "Other code"), maximum: DossierCode.maximumLength,
      use: .codes,
      placeholder: Words("mã ở hệ thống đang dùng, nếu đã có", "in the system in use, if there is one"),
      check: { text, language in text.isEmpty ? nil : Reading<String>.otherCode.problem(text, language) },
      tidy: { DossierCode.normalised($0) }
    ) { _, _ in }
    row.isAsked = { $0.isBesideAnotherSystem }
    return row
  }()

  private static let ownerProblem: @Sendable (String, Language) -> String? = { text, language in
    text.contains(where: \.isLetter) ? nil : Denial.ownerNameMissing.wording(language)
  }

  private static let birthProblem: @Sendable (String, Language) -> String? = { text, language in
    BirthDate.normalised(text) == nil ? Denial.birthImpossible.wording(language) : nil
  }

  static let isCitizenNumber: @Sendable (String) -> Bool = { text in
    (try? CitizenNumber(text))?.provinceName != nil
  }

  static let numberProblem: @Sendable (String, Language) -> String? = { text, language in
    IdentityKind.isMistyped(text) ? Denial.identityNumberInvalid.wording(language) : nil
  }
}
