import ArgumentParser
import Console
import DossierDomain
import DossierStore
import OfficeWork

/// Who looks at people's data, and what for: a group that each command takes which shows them.
struct ReadingOptions: ParsableArguments {
  @OptionGroup var author: AuthorOptions

  @Option(name: .long, help: "What for, 3 to 200 characters; kept with the record of it.")
  var purpose: String?

  func validate() throws {
    guard purpose.map({ DataReading.purpose($0) != nil }) ?? true else {
      throw ValidationError("--purpose has 3 to 200 characters.")
    }
  }
}

extension ReadingOptions {
  /// Numbers of people are shown to a head of desk who says what for.
  func validate(full: Bool) throws {
    guard !full || purpose != nil else { throw ValidationError("--full needs --purpose.") }
  }

  /// Shows people's data to a clerk who has said who she is.
  /// - Parameters:
  ///   - roles: any one of them will do; an empty set means everybody.
  ///   - work: works on the reader's workplace.
  func reading(at workplace: Workplace, as roles: Set<Clerk.Role> = [], _ work: (DataReader) throws -> Void) throws {
    let purpose = purpose.flatMap(DataReading.purpose) ?? ""
    // A desk that has not exchanged yet knows no clerks, and has nobody's data.
    let isEmpty = try OfficeCommand.reporting(workplace) { () throws(StoreError) in
      try workplace.store.office.clerks().isEmpty
    }
    guard !isEmpty else { return try work(DataReader(workplace: workplace, meant: nil, purpose: purpose)) }
    let hers = try OfficeCommand.reporting(workplace) { () throws(StoreError) in try signingIn(at: workplace) }
    try author.withMeant(at: hers, as: roles) { meant in
      try work(DataReader(workplace: hers, meant: meant, purpose: purpose))
    }
  }
}

extension ReadingOptions {
  /// A PIN that was tried is written down, so that nobody tries all of them: in an office with PINs the data are opened to be
  /// written, where no other window does.
  private func signingIn(at workplace: Workplace) throws(StoreError) -> Workplace {
    guard workplace.store.access == .readOnly, try workplace.store.office.current().requiresPIN else {
      return workplace
    }
    var writing = workplace
    do throws(StoreError) {
      writing.store = try LocalStore(folder: workplace.locations.data, access: .readWrite)
    } catch {
      guard [.inUse, .readOnlyDisk, .diskFull].contains(error) else { throw error }
    }
    return writing
  }
}

/// A clerk who looks at people's data. What she is shown is recorded before she sees it.
struct DataReader {
  let workplace: Workplace
  /// Nil where there is nobody yet.
  let meant: AuthorOptions.Meant?
  let purpose: String

  /// Puts out what was held back, once it is recorded.
  func putOut(_ held: HeldOutput, _ what: DataReading.What, persons: Int, showsNumbers: Bool = false) throws {
    let hash = try OfficeCommand.reporting(workplace) { () throws(StoreError) in try held.digest() }
    try record(reading(what, persons: persons, showsNumbers: showsNumbers, hash: hash))
    try OfficeCommand.reporting(workplace) { () throws(StoreError) in try held.putOut() }
  }

  /// - Parameter hash: not known before it is there.
  func reading(
    _ what: DataReading.What, persons: Int, showsNumbers: Bool = false,
    hash: [UInt8] = Array(repeating: 0, count: DataReading.hashLength)
  ) -> DataReading {
    DataReading(what: what, purpose: purpose, persons: persons, showsNumbers: showsNumbers, hash: hash)
  }

  /// Ends the command where it has to be recorded and cannot be.
  func record(_ reading: DataReading) throws {
    try requireName(for: reading)
    try OfficeCommand.reporting(workplace) { () throws(StoreError) in try keep(reading) }
  }

  /// Ends the command where it has to be recorded and nobody knows under whom.
  func requireName(for reading: DataReading) throws {
    if reading.isRecorded { try meant?.requireName(workplace.language) }
  }

  func keep(_ reading: DataReading) throws(StoreError) {
    try writing(reading) { store, clerk throws(StoreError) in
      try store.decisions.perform(.recordReading(reading), by: clerk, at: workplace.clock.now)
    }
  }

  /// Whether it could be kept, asked before something is begun that takes long or cannot be taken back.
  func check(_ reading: DataReading) throws(StoreError) {
    try writing(reading) { store, clerk throws(StoreError) in
      try store.decisions.check(.recordReading(reading), by: clerk)
    }
  }

  /// Who only looks runs beside an open desk; a record takes the right to write for its moment.
  private func writing(
    _ reading: DataReading, _ work: (LocalStore, ClerkID) throws(StoreError) -> Void
  ) throws(StoreError) {
    guard reading.isRecorded else { return }
    guard let clerk = meant?.first.id else { throw .noOffice }
    guard workplace.store.access != .readWrite else { return try work(workplace.store, clerk) }
    let store = try LocalStore(folder: workplace.locations.data, access: .readWrite)
    defer { store.close() }
    try work(store, clerk)
  }
}
