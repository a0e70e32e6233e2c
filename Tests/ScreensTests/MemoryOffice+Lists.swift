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
        }
      guard isAsked, query.holder.map({ $0 == row.assignee }) ?? true, let dossier = dossier(row.id) else { return nil }
      return Call(row: row, dossier: dossier)
    }
  }

  func favourites(since start: Instant) -> [String] {
    var counts: [String: Int] = [:]
    for dossier in entries.keys.compactMap({ dossier($0) })
    where !dossier.isVoid && dossier.receivedAt.map({ $0 >= start }) == true {
      counts[dossier.procedure.code, default: 0] += 1
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(9).map(\.key)
  }

  func dayEnd(_ now: Instant) -> EndOfDay {
    let unpaid = entries.keys.sorted().compactMap { dossier($0) }.filter {
      $0.unpaid > 0 && $0.receivedAt?.civilDate == now.civilDate
    }
    return EndOfDay(
      report: DayEndReport(
        receivedToday: entries.count, unpaid: unpaid.map(\.id), unpaidAmount: unpaid.reduce(0) { $0 + $1.unpaid },
        sync: status),
      backup: BackupStatus(isConfigured: false, isRunning: false, lastAt: nil))
  }
}
