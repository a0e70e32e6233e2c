import DossierDomain

/// The kind of an entry, as the envelope stores it. The numbers are in every journal, so none may be used again.
///
/// From 1 to 99: about a dossier. From 100: about the office. From 200: about a counter of the office, see
/// `EntryKind.ofCounters`.
enum EntryKind: Hashable, Sendable {
  case dossier(DossierKind)
  case office(OfficeKind)
}

typealias DossierKind = DossierAction.Kind

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
  case setOpeningWeek = 109
  case setOpeningDay = 110
  /// A version of a procedure that has rules.
  case setProcedureRules = 111
  case announce = 112
  case retractAnnouncement = 113
  case printBlanks = 114
  case strikeBlanks = 115
  case openBook = 200
}

extension EntryKind {
  /// For entries about what a counter of an office keeps: its books, till, receipts and tickets. Such an entry has no
  /// dossier (what concerns one is an entry about the dossier), and field 1 of its payload is the 16-byte id of the book or
  /// till, so that machines that do not know the kind can still group the entries. They keep them raw, like every unknown
  /// kind.
  static let ofCounters: ClosedRange<UInt32> = 200...299
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
