import ArgumentParser
import Console
import DossierDomain
import ProvincialServer

struct OfficeUnitCodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unit-code", abstract: "Lists the codes of the communes of an office; adds and removes one.",
    discussion: """
      What other offices receive for these communes is for it, whatever code its own settings have. After a merger it \
      may have several. A code is one office's.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var office: OfficeOption
  @Option(name: .long, help: "A code that it has from now on, with the dossiers that wait for it; may be repeated.")
  var add: [String] = []
  @Option(name: .long, help: "A code that it has no more, so that another office can have it; may be repeated.")
  var remove: [String] = []
  @Flag(name: .long, help: "Print as JSON: list of codes.") var json = false

  func run() throws {
    try reporting {
      if !(add + remove).isEmpty {
        try store.placing { administration in
          for code in remove { try administration.removeUnitCode(code, from: office.office) }
          for code in add { try administration.addUnitCode(code, to: office.office, at: Clock.now) }
        }
      }
      let codes = try store.administration().unitCodes(of: office.office)
      if json { return Output.json(codes) }
      for code in codes {
        let unit = AdministrativeUnits.quangTri.unit(code: code, era: .twoLevels)
        Output.data("\(code)  \(unit?.fullName ?? "not in this version's list of communes")")
      }
    }
  }
}
