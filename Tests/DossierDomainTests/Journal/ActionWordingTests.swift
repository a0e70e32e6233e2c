import DossierDomain
import Testing

/// The timeline of a dossier: each entry has one line with its decision.
@Suite struct ActionWordingTests {
  private static let clerk = ClerkID(high: 3, low: 1)
  private static let appointment = AppointmentFact(dueAt: moment("2026-12-01T17:00"))
  private static let code = DossierCode.office(
    agency: "000.19.45.H50", date: moment("2026-11-24T08:00").civilDate, number: 7)
  private static let procedure = ProcedureReference(code: "1.004873", name: "x")
  private static let office = OfficeID(high: 1, low: 1)
  private static let reference = EntryReference(epoch: DeviceEpoch(high: 1, low: 1), sequence: 1)

  private static var row: ImportedDossier {
    ImportedDossier(
      code: code, procedure: procedure, owner: Person(name: "a"), status: .handedBack, receivedAt: nil, dueAt: nil,
      resolvedAt: nil, handedBackAt: nil, office: office)
  }

  /// Each action with the texts that its line must contain in any language.
  private static let acts: [(DossierAction, [String])] = [
    (
      .receive(
        Reception(
          code: code, procedure: procedure, owner: Person(name: "a"), channel: .direct, components: [],
          receivedAt: moment("2026-11-24T08:00"), appointment: appointment, receivingOffice: office,
          decidingOffice: office)), [code.short, "17:00 01/12/2026"]
    ),
    (
      .submitOnline(
        OnlineSubmission(
          portalCode: DossierCode("G22", origin: .portal), procedure: procedure, owner: Person(name: "a"),
          components: [],
          submittedAt: moment("2026-11-24T08:00"), receivingOffice: office, decidingOffice: office)), []
    ),
    (
      .acceptOnline(
        Acceptance(code: code, receivedAt: moment("2026-11-24T08:00"), appointment: nil, assignee: nil)), [code.short]
    ),
    (.importRow(row), []), (.importUpdate(row), []), (.assign(to: clerk), ["Hồ Thị Lan"]),
    (.handOver(step: .decision, to: clerk), ["Hồ Thị Lan"]), (.takeOver, []),
    (
      .handOver(
        step: .verification, to: clerk,
        fact: StepFact(id: "a", name: "Thẩm định", dueAt: moment("2026-11-24T17:00"))),
      ["Thẩm định", "Hồ Thị Lan", "17:00 24/11/2026"]
    ),
    (.addComponent(Component(number: 3, name: "Tờ khai")), ["Tờ khai"]),
    (.setComponentForm(number: 4, form: .photocopy, quantity: 1), ["4"]), (.digitise(number: 5, blobHash: "ab"), ["5"]),
    (.reuse(number: 6, source: "HS 12", from: .reusedResult), ["6", "HS 12"]),
    (.replaceByLookup(number: 8, method: .vneid, reference: "r"), ["8", "VNeID"]),
    (.requestSupplement(items: ["Giấy A", "Giấy B"]), ["Giấy A; Giấy B"]),
    (
      .requestSupplement(items: ["Giấy A"], until: moment("2026-12-24T08:00").civilDate), ["Giấy A", "24/12/2026"]
    ),
    (.receiveSupplement(received: [1], appointment: appointment), ["17:00 01/12/2026"]),
    (.requestPayment(title: "Lệ phí", amount: 15_000), ["Lệ phí", "15.000 đ"]),
    (.recordPayment(amount: 1_234_567, method: .cash, appointment: appointment), ["1.234.567 đ", "17:00 01/12/2026"]),
    (.refuse(reason: "thiếu", legalBasis: "NĐ 118/2025"), ["thiếu (NĐ 118/2025)"]),
    (.withdraw(reason: "đổi ý"), ["đổi ý"]), (.stop(reason: "quá hạn", legalBasis: "Đ.5"), ["quá hạn (Đ.5)"]),
    (.extend(reason: "chờ", appointment: appointment), ["chờ", "17:00 01/12/2026"]),
    (.verify(reason: "hỏi nơi cư trú cũ", appointment: appointment), ["hỏi nơi cư trú cũ", "17:00 01/12/2026"]),
    (.complete(DossierResult(approved: true, title: "Trích lục")), ["Trích lục"]),
    (.complete(DossierResult(approved: false, title: "Trích lục", reason: "sai")), ["sai"]),
    (.reopen(reason: "lỗi in"), ["lỗi in"]), (.handBack(recipient: "Hồ Văn Nam", delivery: .atDesk), ["Hồ Văn Nam"]),
    (.note("Hẹn lại"), ["Hẹn lại"]), (.correct(field: .copies, value: "3", reason: "đếm lại"), ["\"3\"", "đếm lại"]),
    (.recomputeAppointment(appointment, reason: "lịch mới"), ["lịch mới", "17:00 01/12/2026"]),
    (.addCode(code), [code.text]), (.void(reason: "nhập nhầm"), ["nhập nhầm"]), (.undo(reference), []),
    (.eraseScan(blobHash: "0123456789abcdef", reason: "theo đơn"), ["01234567", "theo đơn"]),
    (
      .issuePaper(IssuedPaperTests.paper(2, replaces: IssuedPaperTests.number(1))),
      ["2/2026-7K3QZ0", "1/2026-7K3QZ0", "01"]
    ),
    (.settleConflict(reference), []), (.release(reference), []),
    (
      .sendToSigner(NumberingTests.numbering([15, 16, 15])),
      ["Hồ Văn Nam", "15–16, quyển số 01/2026 - SCT/BS", "18/11/2026"]
    ),
  ]

  private func line(_ action: DossierAction, _ language: Language) -> String {
    action.wording(language) { $0 == Self.clerk ? "Hồ Thị Lan" : "?" }
  }

  @Test(arguments: acts) func eachLineSaysInBothLanguagesWhatWasDecided(_ action: DossierAction, _ facts: [String]) {
    let (vietnamese, english) = (line(action, .vi), line(action, .en))
    #expect(vietnamese != english && !vietnamese.isEmpty)
    for fact in facts {
      #expect(vietnamese.contains(fact), "\(vietnamese)")
      #expect(english.contains(fact), "\(english)")
    }
  }

  @Test func everyKindIsInTheList() {
    #expect(Set(Self.acts.map { $0.0.kind }) == Set(DossierAction.Kind.allCases))
  }

  @Test func whoIsNobodyYetIsSaidSo() {
    #expect(line(.assign(to: nil), .vi).hasSuffix("chưa phân công"))
    #expect(line(.handOver(step: .verification, to: nil), .en).hasSuffix("nobody yet"))
  }

  /// The line tells the citizen that the period began again and was not only prolonged.
  @Test func aPeriodThatBeganAnewIsSaidSo() {
    var anew = Self.appointment
    anew.pausePolicy = .wholePeriod
    #expect(line(.receiveSupplement(received: [], appointment: anew), .vi).hasSuffix("(tính lại từ đầu)"))
    #expect(line(.receiveSupplement(received: [], appointment: anew), .en).hasSuffix("(whole period again)"))
    #expect(!line(.receiveSupplement(received: [], appointment: Self.appointment), .vi).contains("từ đầu"))
    #expect(line(.receiveSupplement(received: [], appointment: nil), .vi) == "Đã nhận đủ bổ sung")
    let partial = DossierAction.receiveSupplement(received: [], came: ["Ảnh"], appointment: nil)
    #expect(line(partial, .vi).contains("một phần") && line(partial, .en).contains("Ảnh"))
  }

  @Test func everyFieldIsNamedInBothLanguages() {
    let names = DossierAction.CorrectableField.allCases.flatMap { [$0.wording(.vi), $0.wording(.en)] }
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: [(0, "0 đ"), (999, "999 đ"), (1000, "1.000 đ"), (12_345_678, "12.345.678 đ"), (-1500, "-1.500 đ")])
  func moneyHasPointsBetweenThousands(_ amount: Int, _ text: String) {
    #expect(moneyText(amount) == text)
  }
}

@Suite struct VerdictWordingTests {
  private static let first = EntryReference(epoch: DeviceEpoch(high: 1, low: 1), sequence: 1)

  @Test func whatCountsNeedsNoWord() {
    #expect(Verdict.accepted.wording(.vi, winner: nil) == nil)
    #expect(Verdict.accepted.counts)
  }

  @Test func aConflictNamesWhoWasFirstAndOverWhat() throws {
    let verdict = Verdict.conflicted(with: Self.first, over: .component(7))
    let vietnamese = try #require(verdict.wording(.vi, winner: "Hồ Thị Lan 08:15"))
    #expect(vietnamese.contains("Hồ Thị Lan 08:15") && vietnamese.contains("giấy tờ 7"))
    let english = try #require(verdict.wording(.en, winner: nil))
    #expect(english.contains("another desk") && english.contains("paper 7"))
    #expect(Verdict.repeated(of: Self.first).wording(.vi, winner: nil) != nil)
    #expect(!verdict.counts)
  }

  /// This includes a reason of a later version of the province, which is shown by its number.
  @Test func everyReasonOfTheProvinceIsSaidInBothLanguages() {
    let reasons = (UInt8(1)...9).map { QuarantineReason(rawValue: $0) } + [.other(200)]
    var sentences: Set<String> = []
    for reason in reasons {
      for language in Language.allCases {
        sentences.insert(reason.wording(language))
        #expect(
          Verdict.quarantined(reason).wording(language, winner: nil)?.hasSuffix(reason.wording(language)) == true)
      }
    }
    #expect(sentences.count == 2 * reasons.count)
    #expect(QuarantineReason.other(200).wording(.vi).contains("200"))
    #expect(QuarantineReason.other(200).wording(.en).contains("200"))
  }

  @Test func everyMatterKeepsItsNumberAndHasAName() {
    let matters: [Matter] =
      [.course, .assignee, .component(0), .component(12), .other(3), .other(99), .other(190)]
      + DossierAction.CorrectableField.allCases.map { .field($0) }
    for matter in matters {
      #expect(Matter(number: matter.number) == matter)
      #expect(matter.wording(.vi) != matter.wording(.en))
    }
    #expect(Set(matters.map(\.number)).count == matters.count)
    #expect(Matter(number: 1012).wording(.vi) == "giấy tờ 12")
  }

  @Test func everyReasonKeepsItsNumber() {
    for number in UInt8.min...UInt8.max { #expect(QuarantineReason(rawValue: number).rawValue == number) }
    #expect(QuarantineReason(rawValue: 7) == .unreadable && QuarantineReason(rawValue: 9) == .other(9))
  }
}
