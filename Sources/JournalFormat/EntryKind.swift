/// What an entry says happened, as its envelope names it. The numbers are in every journal: one is never used again.
///
/// From 1: about a dossier. From 100: about the office.
enum EntryKind: Hashable, Sendable {
  case dossier(DossierKind)
  case office(OfficeKind)
}

enum DossierKind: UInt32, CaseIterable, Sendable {
  case receive = 1
  case submitOnline = 2
  case acceptOnline = 3
  case importRow = 4
  case importUpdate = 5
  case assign = 6
  case handOver = 7
  case takeOver = 8
  case addComponent = 9
  case setComponentForm = 10
  case digitise = 11
  case reuse = 12
  case replaceByLookup = 13
  case requestSupplement = 14
  case receiveSupplement = 15
  case requestPayment = 16
  case recordPayment = 17
  case refuse = 18
  case withdraw = 19
  case stop = 20
  case extend = 21
  case complete = 22
  case reopen = 23
  case handBack = 24
  case note = 25
  case correct = 26
  case recomputeAppointment = 27
  case addCode = 28
  case void = 29
  case undo = 30
  case settleConflict = 31
  case release = 32
  case eraseScan = 33
}

enum OfficeKind: UInt32, CaseIterable, Sendable {
  case setOffice = 100
  case setClerk = 101
  case setAbsence = 102
  case clearAbsence = 103
  case confirmClock = 104
  case mapClerk = 105
  case setDays = 106
  case setProcedure = 107
  case recordReading = 108
}

extension EntryKind: CaseIterable, RawRepresentable {
  static let allCases = DossierKind.allCases.map { EntryKind.dossier($0) } + OfficeKind.allCases.map { .office($0) }

  init?(rawValue: UInt32) {
    if let kind = DossierKind(rawValue: rawValue) {
      self = .dossier(kind)
    } else if let kind = OfficeKind(rawValue: rawValue) {
      self = .office(kind)
    } else {
      return nil
    }
  }

  var rawValue: UInt32 {
    switch self {
    case .dossier(let kind): kind.rawValue
    case .office(let kind): kind.rawValue
    }
  }
}
