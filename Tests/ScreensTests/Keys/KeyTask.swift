import DossierDomain
import KeysForTests
import OfficeWork
import Testing

@testable import Screens

/// A script of keys with the desk at which it begins, and what has to stand in the office afterwards.
struct KeyTask: CustomTestStringConvertible, Sendable {
  let script: KeyScript
  /// The number of keys that this program needs; it must not grow.
  let bound: KeyScript.Count
  /// The desk at the moment from which the keys are counted.
  let start: @Sendable () -> TestDriver
  /// Checks what stands in the office afterwards.
  let check: @Sendable (TestDriver) throws -> Void

  init(
    _ script: KeyScript, bound: KeyScript.Count, start: @escaping @Sendable () -> TestDriver,
    check: @escaping @Sendable (TestDriver) throws -> Void
  ) {
    (self.script, self.bound, self.start, self.check) = (script, bound, start, check)
  }

  var testDescription: String { script.name }

  func run(_ method: WritingMethod) -> Typist {
    var typist = Typist(start(), method)
    for pressed in script.pressed { typist.press(pressed) }
    return typist
  }
}

/// The desks at which tasks begin.
enum KeyDesk {
  /// The usual office, after some more receptions and acts.
  static func office(
    receiving people: [(procedure: String, owner: Person)] = [], _ acts: [(dossier: Int, command: DossierCommand)] = []
  ) -> MemoryOffice {
    var office = SampleOffice.busy(requiresPIN: false)
    for (index, (procedure, owner)) in people.enumerated() {
      perform(
        .receive(ReceptionForm(procedureCode: procedure, owner: owner, components: [])), on: firstAdded + index, &office
      )
    }
    for (dossier, command) in acts { perform(command, on: dossier, &office) }
    return office
  }

  /// With a printer that works.
  static func officeWithPrinter(_ offers: [PaperOffer] = []) -> MemoryOffice {
    var office = office()
    office.papers.printer = .printer(Printer(name: "Canon"))
    office.papers.offers += offers
    return office
  }

  /// The number of the first dossier that `office` adds.
  static let firstAdded = 30

  private static func perform(_ command: DossierCommand, on dossier: Int, _ office: inout MemoryOffice) {
    _ = office.perform(
      Act(dossier: SampleOffice.id(dossier), commands: [command]), SampleOffice.lan.id,
      SampleOffice.moment("2026-11-25T08:15"))
  }

  static let granted = DossierCommand.complete(DossierResult(approved: true, title: "Giấy xác nhận"))

  /// In the list of all dossiers, at the one of this owner.
  static func at(_ owner: String, _ office: MemoryOffice) -> TestDriver {
    var driver = TestDriver.signedIn(office: office)
    select(owner, &driver)
    return driver
  }

  static func select(_ owner: String, _ driver: inout TestDriver) {
    driver.press("<esc>", "7", "/")
    driver.type(owner)
    driver.press("<enter>")
  }
}
