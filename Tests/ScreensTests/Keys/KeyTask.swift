import DossierDomain
import Testing

@testable import Screens

/// Something that clerks do many times a day, and the keys that it takes.
struct KeyTask: CustomTestStringConvertible, Sendable {
  /// Keys with one key a letter, and with Telex.
  struct Count: Equatable, Sendable {
    var plain: Int
    var telex: Int

    init(_ plain: Int, telex: Int? = nil) {
      self.plain = plain
      self.telex = telex ?? plain
    }

    subscript(method: WritingMethod) -> Int { method == .plain ? plain : telex }
  }

  let name: String
  /// The number that a good program needs.
  let wanted: Count
  /// The number that this program needs; it must not grow.
  let bound: Count
  /// The desk at the moment from which the keys are counted.
  let start: @Sendable () -> TestDriver
  let pressed: [Pressed]
  /// Checks what stands in the office afterwards.
  let check: @Sendable (TestDriver) throws -> Void

  var testDescription: String { name }

  var isReached: Bool { bound.plain <= wanted.plain && bound.telex <= wanted.telex }

  func run(_ method: WritingMethod) -> Typist {
    var typist = Typist(start(), method)
    for pressed in pressed { typist.press(pressed) }
    return typist
  }
}

/// The desks at which tasks begin.
enum KeyDesk {
  static let number = "045190001234"

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
