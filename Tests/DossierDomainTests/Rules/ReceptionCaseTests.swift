import DossierDomain
import Testing

/// What a reception records of the case, when the clerk answered and when the ordinary case was meant.
@Suite struct ReceptionCaseTests {
  private func reception(
    _ code: String, _ answers: [String: Int] = [:], channel: Channel = .direct
  ) throws -> Reception {
    var form = DecisionBench.form(code)
    form.channel = channel
    for (question, number) in answers { form.answers[question] = number }
    var bench = DecisionBench()
    guard case .receive(let reception) = try bench.decide(.receive(form)) else {
      throw Denial.procedureUnknown(code: code)
    }
    return reception
  }

  @Test func anOrdinaryBirthIsReceivedWithoutAnAnswer() throws {
    let reception = try reception("1.001193")
    #expect(reception.caseRecord.id == "dung-han")
    #expect(
      reception.caseRecord.answers.map { "\($0.question)=\($0.number)" }
        == ["han=1", "noi-cu-tru=1", "tre=1", "uy-quyen=2"])
    #expect(reception.caseRecord.limit == [.sameDay])
    #expect(reception.fee == 0)
  }

  @Test func whatTheClerkAnsweredCounts() throws {
    let late = try reception("1.001193", ["han": 2])
    #expect(late.caseRecord.id == "qua-han" && late.fee == nil)
    let copies = try reception("2.000815", ["nhieu": 1])
    #expect(copies.caseRecord.limit == [.sameDay, .workingDays(2)])
    #expect(copies.fee == 2000)
    #expect(try reception("1.001193", channel: .online).caseRecord.id == "dung-han")
  }

  @Test func withoutAnOrdinaryCaseTheQuestionIsAsked() throws {
    #expect(
      DecisionBench().denial(of: .receive(DecisionBench.form("1.001776"))) == .questionOpen("Ai hưởng, hưởng gì?"))
    let moved = try reception("1.001776", ["truong-hop": 10])
    #expect(moved.caseRecord.id == "chuyen-noi-cu-tru" && moved.caseRecord.limit == [.workingDays(3)])
  }
}
