import DossierDomain
import PageDescription
import Testing

@testable import Documents

/// What attestations say.
@Suite struct AttestationPaperTests {
  @Test func aCopySaysNumberVolumeSignAndDay() {
    #expect(
      AttestationSamples.lines(.copy) == [
        "Chứng thực bản sao đúng với bản chính", "Số chứng thực 07 quyển số 01/2026 - SCT/BS",
        "Ngày 24 tháng 11 năm 2026", "Người thực hiện chứng thực", "(ký, ghi rõ họ, tên và đóng dấu)", "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH", "Hồ Văn Thiện",
      ])
  }

  @Test func whatIsNotKnownIsDotted() {
    let lines = AttestationSamples.lines(.copy, AttestationFacts())
    #expect(
      lines == [
        "Chứng thực bản sao đúng với bản chính", "Số chứng thực ....... quyển số ....... - .......",
        "Ngày ..... tháng ..... năm .......", "Người thực hiện chứng thực", "(ký, ghi rõ họ, tên và đóng dấu)",
        String(repeating: ".", count: 25),
      ])
    // Nobody has seen the sign of that book.
    #expect(AttestationSamples.lines(.electronicCopy)[1] == "Số chứng thực 07 quyển số 01/2026 - .......")
  }

  @Test func earlyMonthsAndDaysHaveTwoDigits() {
    var facts = AttestationSamples.facts
    facts.day = CivilDate(text: "05/02/2027")
    #expect(AttestationSamples.lines(.copy, facts)[2] == "Ngày 05 tháng 02 năm 2027")
    facts.day = CivilDate(text: "05/03/2027")
    #expect(AttestationSamples.lines(.copy, facts)[2] == "Ngày 05 tháng 3 năm 2027")
  }

  @Test func theFormulaIsThatOfTheSigner() {
    var facts = AttestationSamples.facts
    let formulas: [(Certifier.Formula, [String])] = [
      (.chair, ["CHỦ TỊCH"]), (.deputy, ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
      (.authorised(position: "Công chức Tư pháp"), ["TUQ. CHỦ TỊCH", "CÔNG CHỨC TƯ PHÁP"]),
      (.authorised(position: ""), ["TUQ. CHỦ TỊCH"]),
    ]
    for (formula, lines) in formulas {
      facts.certifier?.formula = formula
      #expect(Array(AttestationSamples.lines(.copy, facts).dropFirst(5).dropLast()) == lines)
    }
  }
}
