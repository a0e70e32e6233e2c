import ArgumentParser
import Console
import DossierDomain
import DossierStore
import OfficeWork

/// The options that say who reads people's data and for what purpose. Every command that shows such data uses this
/// group.
struct ReadingOptions: ParsableArguments {
  @OptionGroup var author: AuthorOptions

  @Option(
    name: .long,
    help: said(
      "Xem để làm gì, 3 đến 200 ký tự; ghi lại cùng dấu vết của lần xem.",
      "What for, 3 to 200 characters; kept with the record of it."))
  var purpose: String?

  func validate() throws {
    guard purpose.map({ DataReading.purpose($0) != nil }) ?? true else {
      throw ValidationError(said("--purpose phải có từ 3 đến 200 ký tự.", "--purpose has 3 to 200 characters."))
    }
  }
}

/// Whether numbers of people are shown as they are.
struct FullNumbersOption: ParsableArguments {
  @Flag(
    name: .long,
    help: said(
      "Số giấy tờ và điện thoại để nguyên, không che: chỉ cho phụ trách bộ phận, kèm --purpose.",
      "Numbers of people as they are, not masked: for a head of desk, with --purpose."))
  var full = false
}

extension ReadingOptions {
  /// Checks that full numbers are asked for with a purpose; only a head of desk may see them.
  func validate(full: Bool) throws {
    guard !full || purpose != nil else {
      throw ValidationError(said("--full phải kèm --purpose.", "--full needs --purpose."))
    }
  }

  /// Shows people's data to a clerk who has proved her identity.
  /// - Parameters:
  ///   - roles: any one of them will do; an empty set means everybody.
  ///   - work: uses the workplace of the reader that it receives.
  func reading(at workplace: Workplace, as roles: Set<Clerk.Role> = [], _ work: (DataReader) throws -> Void) throws {
    let purpose = purpose.flatMap(DataReading.purpose) ?? ""
    // A desk that has not exchanged yet knows no clerks, and holds no data about people either.
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
  /// In an office with PINs each try is recorded, so that nobody can try all PINs. The data are therefore opened for
  /// writing, unless another window already writes.
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

/// A clerk who reads people's data. Each reading is recorded before its output is printed.
struct DataReader {
  let workplace: Workplace
  /// Nil if the data hold no clerks yet.
  let meant: AuthorOptions.Meant?
  let purpose: String

  /// Prints the held output after its reading has been recorded.
  func putOut(_ held: HeldOutput, _ what: DataReading.What, persons: Int, showsNumbers: Bool = false) throws {
    let hash = try OfficeCommand.reporting(workplace) { () throws(StoreError) in try held.digest() }
    try record(reading(what, persons: persons, showsNumbers: showsNumbers, hash: hash))
    try OfficeCommand.reporting(workplace) { () throws(StoreError) in try held.putOut() }
  }

  /// - Parameter hash: empty until the output is complete.
  func reading(
    _ what: DataReading.What, persons: Int, showsNumbers: Bool = false,
    hash: [UInt8] = Array(repeating: 0, count: DataReading.hashLength)
  ) -> DataReading {
    DataReading(what: what, purpose: purpose, persons: persons, showsNumbers: showsNumbers, hash: hash)
  }

  /// Records a reading; ends the command if the record is required and cannot be written.
  func record(_ reading: DataReading) throws {
    try requireName(for: reading)
    try OfficeCommand.reporting(workplace) { () throws(StoreError) in try keep(reading) }
  }

  /// Ends the command if the reading must be recorded and the clerk is not named.
  func requireName(for reading: DataReading) throws {
    if reading.isRecorded { try meant?.requireName(workplace.language) }
  }

  func keep(_ reading: DataReading) throws(StoreError) {
    try writing(reading) { store, clerk throws(StoreError) in
      try store.decisions.perform(.recordReading(reading), by: clerk, at: workplace.clock.now)
    }
  }

  /// Checks whether a reading can be recorded, before the command starts something that takes long or cannot be
  /// reversed.
  func check(_ reading: DataReading) throws(StoreError) {
    try writing(reading) { store, clerk throws(StoreError) in
      try store.decisions.check(.recordReading(reading), by: clerk)
    }
  }

  /// The data are opened read-only, so that the command runs beside an open full-screen program. Write access is taken
  /// only while the record is written.
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
