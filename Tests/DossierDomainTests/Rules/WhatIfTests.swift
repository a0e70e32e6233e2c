import Testing

@testable import Demonstration
@testable import DossierDomain

/// New versions are tried on what was recorded of dossiers. The old version is one of two cases with a known truth.
@Suite struct WhatIfTests {
  private static let version: ProcedureVersion = {
    var version = ProcedureVersion(
      code: "1.999999", name: "Cấp thẻ", field: "Hộ tịch", timeLimit: .workingDays(5), fee: .known(8000))
    version.rules.questions = [
      CaseQuestion(id: "mat", text: "Mất thẻ cũ?", answers: ["không", "có"], usual: 1)
    ]
    version.rules.cases = [
      ProcedureCase(id: "moi", name: "Cấp mới", condition: CaseCondition([.init(question: "mat", answers: [1])])),
      ProcedureCase(id: "lai", name: "Cấp lại", condition: CaseCondition([.init(question: "mat", answers: [2])])),
    ]
    version.rules.papers = [
      PaperRule(name: "Tờ khai", need: .required),
      PaperRule(name: "Đơn trình báo", need: .required, applies: Applicability(cases: ["lai"])),
    ]
    version.rules.fees = [FeeItem(name: "Lệ phí", kind: .known(.charge), amount: .fixed(8000))]
    return version
  }()

  /// Received on a Wednesday, with its form, and decided on a day if one is given.
  private func dossier(
    lost: Bool = false, resolved: String? = nil, _ change: (inout DecisionBench) throws -> Void = { _ in }
  ) throws -> Dossier {
    var bench = DecisionBench("2026-11-18T08:15")
    var form = DecisionBench.form("1.999999")
    form.answers["mat"] = lost ? 2 : 1
    let context = context(bench, Self.version)
    bench.record(try decide(.receive(form), on: nil, context: context))
    try change(&bench)
    if let resolved {
      bench.now = moment(resolved)
      try bench.decide(.complete(DossierResult(approved: true, title: "Thẻ")))
    }
    return try #require(bench.dossier)
  }

  private func context(_ bench: DecisionBench, _ version: ProcedureVersion?) -> DecisionContext {
    DecisionContext(
      now: bench.now, clerk: bench.clerk, office: bench.office, calendar: .ordinary, calendarHash: "c",
      settingsHash: "s", nextCode: .office(agency: "000.19.45.H50", date: bench.now.civilDate, number: 1),
      procedure: { _, _ in version.map { ($0, "hash") } })
  }

  private func whatIf(_ dossier: Dossier, _ change: (inout ProcedureVersion) -> Void) -> WhatIf? {
    var new = Self.version
    change(&new)
    return dossier.whatIf(new, insteadOf: Self.version, context(DecisionBench(), nil))
  }

  @Test func aShorterLimitMovesTheAppointmentAndMakesResultsLate() throws {
    let inTime = try dossier(resolved: "2026-11-24T10:00")
    #expect(inTime.dueAt == moment("2026-11-25T17:00"))
    let shorter = try #require(whatIf(inTime) { $0.timeLimit = .workingDays(3) })
    #expect(shorter.kinds == [.earlier, .late])
    #expect(shorter.appointments?.new == moment("2026-11-23T17:00") && shorter.appointments?.workingDays == -2)
    let late = try dossier(resolved: "2026-11-26T10:00")
    let longer = try #require(whatIf(late) { $0.timeLimit = .workingDays(10) })
    #expect(longer.kinds == [.later, .inTime] && longer.appointments?.workingDays == 5)
    let unknown = try #require(whatIf(inTime) { $0.timeLimit = .unknown })
    #expect(unknown.kinds == [.appointmentLost])
    // Nobody can say yet of an open dossier whether its result will be late.
    #expect(whatIf(try dossier()) { $0.timeLimit = .workingDays(3) }?.kinds == [.earlier])
  }

  /// An extension after the shorter limit has passed leaves the dossier late; the pause moves both appointments.
  @Test func pausesAndExtensionsCountByBothVersions() throws {
    let paused = try dossier(resolved: "2026-11-27T10:00") { bench in
      try bench.decide(.handOver(step: .verification, to: bench.clerk.id))
      bench.now = moment("2026-11-19T09:00")
      try bench.decide(.requestPayment(title: "Lệ phí", amount: 8000))
      bench.now = moment("2026-11-23T09:00")
      try bench.decide(.recordPayment(amount: 8000, method: .cash))
    }
    let shorter = try #require(whatIf(paused) { $0.timeLimit = .workingDays(4) })
    #expect(shorter.appointments?.old == moment("2026-11-27T17:00"))
    #expect(shorter.appointments?.new == moment("2026-11-26T17:00"))
    #expect(shorter.turnsLate == true)
    let extended = try dossier(resolved: "2026-11-30T10:00") { bench in
      bench.now = moment("2026-11-24T09:00")
      try bench.decide(.extend(newDue: moment("2026-12-01T00:00").civilDate, reason: "xác minh"))
    }
    let missed = try #require(whatIf(extended) { $0.timeLimit = .workingDays(2) })
    #expect(missed.appointments == nil && missed.turnsLate == true)
  }

  /// A verification after the shorter limit has passed leaves the dossier late, as the fold counts it. What it adds may
  /// be all that is different.
  @Test func aVerificationCountsByBothVersions() throws {
    var old = Self.version
    old.rules.limits = [
      LimitRule(stages: [LimitRule.Stage(limit: .workingDays(5))], verification: .workingDays(5))
    ]
    let verified = try dossier(resolved: "2026-11-26T10:00") { bench in
      bench.now = moment("2026-11-24T09:00")
      bench.record(.verify(reason: "nơi cư trú", appointment: AppointmentFact(dueAt: moment("2026-12-02T17:00"))))
    }
    func difference(_ change: (inout LimitRule) -> Void) -> WhatIf? {
      var new = old
      change(&new.rules.limits[0])
      return verified.whatIf(new, insteadOf: old, context(DecisionBench(), nil))
    }
    let shorter = try #require(difference { $0.stages[0].limit = .workingDays(2) })
    #expect(shorter.appointments?.old == moment("2026-12-02T17:00"))
    #expect(shorter.appointments?.new == moment("2026-11-27T17:00") && shorter.turnsLate == true)
    let less = try #require(difference { $0.verification = .workingDays(3) })
    #expect(less.kinds == [.earlier] && less.appointments?.new == moment("2026-11-30T17:00"))
    #expect(difference { _ in }?.kinds == [])
  }

  @Test func anotherFeeIsSaidAndTheSameSumIsNone() throws {
    let dossier = try dossier()
    let dearer = try #require(whatIf(dossier) { $0.rules.fees[0].amount = .fixed(10_000) })
    #expect(dearer.kinds == [.fee] && dearer.fees == WhatIf.Fees(old: 8000, new: 10_000, isOfOne: false))
    let halves = [FeeItem(name: "a", amount: .fixed(5000)), FeeItem(name: "b", amount: .fixed(3000))]
    #expect(whatIf(dossier) { $0.rules.fees = halves } == .nothing)
    // One page costs the same, a second one does not.
    let pages = try #require(whatIf(dossier) { $0.rules.fees[0].amount = .pages(rates: [8000, 1000], cap: nil) })
    #expect(pages.fees == WhatIf.Fees(old: 8000, new: 8000, isOfOne: true))
    let unknown = try #require(whatIf(dossier) { $0.rules.fees[0].amount = .unknown })
    #expect(unknown.fees == WhatIf.Fees(old: 8000, new: nil, isOfOne: false))
  }

  @Test func papersAreMissingOrNoLongerAskedFor() throws {
    let lost = try dossier(lost: true)
    let more = PaperRule(name: "Ảnh", need: .required)
    #expect(whatIf(lost) { $0.rules.papers.append(more) }?.missing == ["Ảnh"])
    #expect(whatIf(lost) { $0.rules.papers.removeLast() }?.dropped == ["Đơn trình báo"])
    // A paper that is listed and has not come is missing; one whose name is only written otherwise is the same.
    let listed = PaperRule(name: "Giấy tờ", need: .required)
    #expect(whatIf(lost) { $0.rules.papers[0] = listed }?.missing == ["Giấy tờ"])
    #expect(whatIf(lost) { $0.rules.papers[0].name = "TỜ KHAI." } == .nothing)
    // Nobody brings what the office looks up.
    let lookedUp = PaperRule(name: "Cư trú", need: .required, form: .known(.lookup))
    #expect(whatIf(lost) { $0.rules.papers.append(lookedUp) } == .nothing)
  }

  @Test func aCaseWithoutAWayThroughIsNamed() throws {
    let lost = try dossier(lost: true)
    let other = whatIf(lost) { $0.rules.questions[0].answers = ["không", "hỏng"] }
    #expect(other?.noWay == .answerGone(question: "Mất thẻ cũ?", answer: "có") && other?.kinds == [.noWay])
    // The words count, not the number.
    let reversed = whatIf(lost) { version in
      version.rules.questions[0].answers = ["Có", "không"]
      version.rules.cases[0].condition = CaseCondition([.init(question: "mat", answers: [2])])
      version.rules.cases[1].condition = CaseCondition([.init(question: "mat", answers: [1])])
    }
    #expect(reversed == .nothing)
    let question = CaseQuestion(id: "tuoi", text: "Bao nhiêu tuổi?", answers: ["dưới 14", "từ 14"])
    let asked = CaseCondition([.init(question: "tuoi", answers: [2])])
    let open = whatIf(lost) { version in
      version.rules.questions.append(question)
      version.rules.papers.append(PaperRule(name: "Ảnh", applies: Applicability(condition: asked)))
    }
    #expect(open?.noWay == .questionOpen("Bao nhiêu tuổi?"))
    let ended = whatIf(lost) { $0.standing = .ended(replacedBy: nil) }
    #expect(ended?.noWay == .refused(.procedureEnded(code: "1.999999", replacedBy: nil)))
  }

  @Test func examplesAreFewAndCountsAreAll() throws {
    var count = WhatIfCount()
    let dossier = try dossier(resolved: "2026-11-24T10:00")
    for days in 0...4 {
      count.add(dossier.code, whatIf(dossier) { $0.timeLimit = .workingDays(days) })
    }
    count.add(dossier.code, whatIf(dossier) { _ in })
    count.add(dossier.code, nil)
    #expect(count.compared == 6 && count.different == 5 && count.unknown == 1)
    #expect(count[.earlier].count == 5 && count[.earlier].examples.count == WhatIfCount.mostExamples)
    #expect(count[.earlier].days == 1...5 && count[.late].count == 4 && count[.later].count == 0)
    for kind in WhatIf.Kind.allCases {
      #expect(Language.allCases.allSatisfy { !kind.wording($0).isEmpty })
    }
  }

  /// For every procedure of the program, every channel and random answers.
  @Test func aVersionDiffersFromItselfInNothing() throws {
    var random = SeededRandom(seed: 6)
    var tried = 0
    for version in Catalogue.starter.versions where version.isReceivable {
      for channel in Channel.allCases {
        var bench = DecisionBench("2026-11-18T08:15")
        var form = DecisionBench.form(version.code, days: 7)
        form.channel = channel
        for question in version.rules.questions {
          form.answers[question.id] = 1 + random.below(question.answers.count)
        }
        try bench.decide(.receive(form))
        try bench.decide(.handOver(step: .verification, to: bench.clerk.id))
        bench.now = moment("2026-11-18T10:00")
        try bench.decide(.requestSupplement(items: ["Giấy tờ"]))
        bench.now = moment("2026-11-24T09:00")
        try bench.decide(.receiveSupplement())
        let dossier = try #require(bench.dossier)
        #expect(dossier.whatIf(version, insteadOf: version, context(bench, nil)) == .nothing, "\(version.code)")
        tried += 1
      }
    }
    #expect(tried > 100)
  }
}
