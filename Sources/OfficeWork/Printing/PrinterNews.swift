import DossierDomain

/// The printer that papers go to, as it answered last.
public enum PrinterNews: Hashable, Sendable {
  case printer(Printer)
  /// The print server has none.
  case none
  /// It is not known how it is; its queue, if that is known. That is no "no": the print server may take a paper all the same.
  case unknown(PaperFailure, queue: String? = nil)

  public var printer: Printer? {
    switch self {
    case .printer(let printer): printer
    case .none, .unknown: nil
    }
  }

  /// Which queue it is; nil if that is not known.
  public var queue: String? {
    switch self {
    case .printer(let printer): printer.name
    case .none: nil
    case .unknown(_, let queue): queue
    }
  }

  /// The queue that a paper may be given to now; nil if it would come out some time, unseen, or not at all.
  /// - Parameter isAnyway: the clerk knows what the printer says against it.
  public func queue(isAnyway: Bool) -> String? {
    switch self {
    case .printer(let printer): printer.isReady || isAnyway ? printer.name : nil
    case .none: nil
    case .unknown(_, let queue): queue
    }
  }

  /// Whether a paper that is sent now is printed without anybody's help, as far as is known.
  public var isReady: Bool { printer?.isReady ?? false }

  /// A printer that keeps what it is sent until somebody sees to it; nil if it prints, or if nothing is known of it.
  var waiting: Printer? { printer.flatMap { $0.isReady ? nil : $0 } }

  /// Why papers cannot go this way, whatever the printer's state: a print server takes a tray that the printer does not have, and uses
  /// another one. Nil if they can, as far as is known.
  public func fault(of way: PrintWay) -> PaperFailure? {
    guard let tray = way.tray, let trays = printer?.trays, !trays.isEmpty, !trays.contains(tray) else { return nil }
    return .unknownTray(tray)
  }

  /// A sentence: which one it is, and what somebody has to do before it prints.
  public func wording(_ language: Language) -> String {
    switch self {
    case .printer(let printer):
      language.pick(
        "Máy in \(printer.name): \(printer.wording(.vi)).", "Printer \(printer.name): \(printer.wording(.en)).")
    case .none:
      language.pick("Máy này chưa có máy in; cắm máy in, bật điện.", "This machine has no printer; plug one in.")
    case .unknown(let failure, _): failure.wording(language)
    }
  }
}
