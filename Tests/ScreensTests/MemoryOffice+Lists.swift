import DossierDomain
import OfficeWork

@testable import Screens

extension MemoryOffice {
  func calls(_ query: CallQuery) -> [Call] {
    rows(query.viewer).compactMap { row in
      let isAsked =
        switch query.reason {
        case .awaited: row.status == .supplementRequested || row.status == .paymentRequested
        case .result: row.status == .completed
        case .closed: isStranded(row, from: query.today)
        }
      guard isAsked, query.holder.map({ $0 == row.assignee }) ?? true, let dossier = dossier(row.id) else { return nil }
      return Call(row: toldApart([row])[0], dossier: dossier)
    }
  }

  func isStranded(_ row: QueueRow, from date: CivilDate) -> Bool {
    guard let due = row.dueAt, due.civilDate >= date, row.resolvedAt == nil else { return false }
    return !snapshot.openingHours.welcomes(due, snapshot.calendar)
  }

  func favourites(since start: Instant) -> [String] {
    var counts: [String: Int] = [:]
    for dossier in entries.keys.compactMap({ dossier($0) })
    where !dossier.isVoid && dossier.receivedAt.map({ $0 >= start }) == true {
      counts[dossier.procedure.code, default: 0] += 1
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(9).map(\.key)
  }

  func dayEnd(_ now: Instant, _ viewer: Viewer) -> EndOfDay {
    let rows = rows(viewer).filter { !$0.isVoid }
    let counts = OpenWork.allCases.map { work in (work, rows.count { isOpen($0, work, at: now) }) }
    let unpaid = rows.filter { isOpen($0, .unpaid, at: now) }.compactMap { dossier($0.id)?.unpaid }
    return EndOfDay(
      report: DayEndReport(
        receivedToday: entries.count, open: Dictionary(uniqueKeysWithValues: counts),
        unpaidAmount: unpaid.reduce(0, +), toPrint: papers.open.count + papers.unread,
        blanks: blanks.isEmpty ? nil : drawer(viewer).counts, sync: status),
      backup: BackupStatus(isConfigured: false, isRunning: false, lastAt: nil))
  }

  /// Whether a dossier that is not void has this work left.
  func isOpen(_ row: QueueRow, _ work: OpenWork, at now: Instant) -> Bool {
    let isOfToday = row.receivedAt?.civilDate == now.civilDate
    return switch work {
    case .overdue: row.status.isRunning && row.dueAt.map { $0 < now } == true
    case .dueToday: row.status.isRunning && row.dueAt.map { $0 >= now && $0.civilDate == now.civilDate } == true
    case .notHandedOver: row.status == .received && isOfToday
    case .withoutScan:
      (row.status.isRunning || row.status.isPaused) && row.componentsCountable > row.componentsDigitised && isOfToday
    case .unpaid: isOfToday && dossier(row.id).map { $0.unpaid > 0 } == true
    case .provisional: row.code.origin == .provisional
    case .inConflict: row.conflicts > 0
    case .supplementLate: isSupplementLate(row, now)
    }
  }

  private func isSupplementLate(_ row: QueueRow, _ now: Instant) -> Bool {
    guard row.status == .supplementRequested, let dossier = dossier(row.id) else { return false }
    let bounds = snapshot.version(of: dossier)?.bounds(under: dossier.answers)
    return ProcedureBounds.supplementUntil(of: dossier, bounds, snapshot.calendar).map { $0 < now.civilDate } ?? false
  }

  /// Whether a page of the view says how many dossiers it has.
  func isCounted(_ view: QueueFilter) -> Bool { if case .open = view { true } else { false } }
}
