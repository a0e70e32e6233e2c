import DossierDomain
import OfficeWork
import Testing

@testable import Screens

/// A desk with blank receipts in its drawer, the day after they were printed.
enum BlanksDesk {
  static func code(_ number: Int) -> DossierCode {
    DossierCode("000.19.45.H50-261124-00\(number)", origin: .office)
  }

  static let printedAt = SampleOffice.morning.adding(minutes: -1440)

  /// Three unused ones (21 to 23), a struck one and one of before a restore. The desk was silent for the last three hours.
  static func office() -> MemoryOffice {
    var office = SampleOffice.busy(requiresPIN: false)
    let states: [BlankReceipt.State] = [
      .unused, .unused, .unused, .struck(reason: "phiếu ướt"), .ofEarlierLife,
    ]
    office.blanks = states.enumerated().map {
      BlankReceipt(code: code(21 + $0.offset), printedAt: printedAt, state: $0.element)
    }
    office.silences = [SampleOffice.morning.adding(minutes: -180)...SampleOffice.morning.adding(minutes: 600)]
    office.snapshot.silences = office.silences
    return office
  }

  /// Fills in the open form on a blank, from its time on, and issues it.
  static func receive(_ driver: inout TestDriver) {
    driver.type("7:00")
    driver.press("<tab>")
    driver.type("mat dien")
    driver.go(to: "search")
    driver.type("1.004873")
    driver.press("<enter>")
    driver.type("Le Van Ninh")
    driver.issue()
  }
}
