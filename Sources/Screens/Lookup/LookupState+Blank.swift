import DossierDomain
import OfficeWork

/// A code that no dossier bears may be that of a blank receipt, which still has to be entered.
extension LookupState {
  mutating func askBlank(_ code: String, _ session: inout Session) -> [Effect] {
    let request: Request<FoundBlank?> = session.request()
    pendingBlank = request
    return [.ask(.blank(request, code: code))]
  }

  /// The code that was typed as a whole, or scanned; nil for any other text.
  var wholeCode: String? {
    if case .code(let code)? = scanned?.content { return code }
    guard case .dossier(let code)? = ScannedCode(field.text) else { return nil }
    return code
  }

  mutating func takeBlank(_ found: FoundBlank?, _ session: inout Session) {
    guard let code = wholeCode else { return }
    tell(found, DossierCode(code, origin: .office).short, &session)
    // A void dossier may be all that there is of a code.
    let only = dossiers.count == 1 ? dossiers[0].id : nil
    if let only, scanned?.found == nil { scanned?.found = .dossier(only) }
  }

  private mutating func tell(_ found: FoundBlank?, _ code: String, _ session: inout Session) {
    let language = session.language
    switch found {
    case nil: tellUnknown(&session)
    case .own(let blank)? where blank.denial == nil:
      if let reason = session.reasonAgainstReceiving {
        session.complain(
          language.pick(
            "Phiếu dự phòng \(blank.code.short) chưa nhập. ", "Blank receipt \(blank.code.short) is not entered. ")
            + reason)
      } else {
        open(blank.code, &session)
      }
    // Of one that was entered its dossier says it.
    case .own(let blank)? where blank.state == .used && !dossiers.isEmpty: break
    case let found?: found.denial(code, language).map { session.complain($0) }
    }
  }

  /// A scan opens the form at once. What was typed waits for Enter, because the next key may change it.
  private mutating func open(_ code: DossierCode, _ session: inout Session) {
    guard scanned == nil else {
      scanned?.found = .blank(code)
      return
    }
    typedBlank = code
    session.say(
      Words(
        "Phiếu dự phòng \(code.short) chưa nhập. Enter: nhập phiếu này.",
        "Blank receipt \(code.short) is not entered. Enter: enter it."))
  }

  private func tellUnknown(_ session: inout Session) {
    // Of a sealed paper its check says it.
    guard scanned?.isPaper == false, dossiers.isEmpty else { return }
    session.complain(session.language.pick("Máy này không có hồ sơ của mã vừa quét.", "No dossier here has this code."))
  }
}

extension FoundBlank {
  /// Why it cannot be entered here, as far as that does not depend on the time on it; nil if it can.
  /// - Parameter code: as it is shown.
  func denial(_ code: String, _ language: Language) -> String? {
    switch self {
    case .own(let blank): blank.denial?.wording(language)
    case .ofOther(let machine, let reason?):
      language.pick(
        "Phiếu dự phòng \(code) đã hủy ở \(Self.named(machine, .vi)) (\(reason)).",
        "Blank receipt \(code) was struck at \(Self.named(machine, .en)) (\(reason)).")
    case .ofOther(let machine, nil):
      language.pick(
        "Phiếu dự phòng \(code) do \(Self.named(machine, .vi)) in và chưa thấy nhập. Nhập ở máy đó.",
        "Blank receipt \(code) was printed by \(Self.named(machine, .en)) and is not entered as far as is known. Enter it there."
      )
    }
  }

  private static func named(_ machine: String, _ language: Language) -> String {
    machine.isEmpty
      ? language.pick("máy khác của cơ quan", "another machine of the office")
      : language.pick("máy \(machine)", machine)
  }
}
