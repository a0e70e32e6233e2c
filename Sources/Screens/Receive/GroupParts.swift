import DossierDomain
import OfficeWork
import Terminal

extension ReceiveState {
  /// Why this office does not receive the procedure in this case.
  var receivedElsewhere: Denial? { office.flatMap { outcome?.denial(at: $0) } }

  /// The head of desk may receive it all the same, with a reason.
  var asksReasonHere: Bool { isHeadOfDesk && receivedElsewhere != nil }

  /// Nil where the reason is asked for instead.
  var denialElsewhere: Denial? {
    guard case .receivedElsewhere(let offices)? = receivedElsewhere, !isHeadOfDesk else { return nil }
    return .headDecides(.elsewhere(offices))
  }
}

/// The parts of a group (liên thông) become dossiers of their own, if the clerk wants that.
extension ReceiveCommands {
  static let part = Command(
    "receive.part", in: [.receive], keys: (1...9).map { .character(Character("\($0)")) },
    Words("Lập hồ sơ của một việc trong nhóm (theo số)", "Receive a part of the group (by its number)"),
    hint: Words("Việc trong nhóm", "A part"), group: .go,
    unless: { app in
      guard let form = app.top.screen as? ReceiveState, form.issued != nil else {
        return app.session.language.pick("Hãy cấp mã trước.", "Issue the code first.")
      }
      // On an open dossier the digit 5 would be the fee.
      return form.parts.isEmpty
        ? app.session.language.pick(
          "Thủ tục này không gồm việc nào khác. Enter mở hồ sơ; phí ở thẻ Phí (P ghi thu).",
          "It contains no other procedure. Enter opens the dossier; the fee is on its tab Fees (P records it).") : nil
    },
    argument: { app, number, now in begin(&app, Int(number) ?? 0, now) }
  ) { app, now in begin(&app, 1, now) }

  /// Begins a part for the same person. The others stay offered.
  private static func begin(_ app: inout App, _ number: Int, _ now: Instant) -> [Effect] {
    guard let form = app.top.screen as? ReceiveState, form.parts.indices.contains(number - 1) else { return [] }
    let code = form.parts[number - 1]
    let version = app.session.office.catalogue.version(of: code, on: now.civilDate)
    guard let version, version.denial == nil else {
      app.session.complain((version?.denial ?? .procedureUnknown(code: code)).wording(app.session.language))
      return []
    }
    var next = form.forTheSamePerson
    next.take(version)
    app.top.screen = next
    return app.appear(now)
  }
}
