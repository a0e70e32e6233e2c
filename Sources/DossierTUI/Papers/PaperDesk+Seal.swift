import Documents
import DossierDomain
import DossierStore
import JournalFormat
import OfficeWork
import PageDescription

extension PageDescription {
  /// The page as it is printed; without a sealer as it is.
  func sealed(_ number: PaperNumber, _ form: PaperFormID, by sealer: PaperSealer?) -> PageDescription {
    guard let sealer else { return self }
    return sealed(number, form, seal: sealer.seal)
  }
}

extension PaperDesk {
  func sealer() throws(AttachmentError) -> PaperSealer? {
    do throws(StoreError) { return try workplace.store.papers.sealer() } catch { throw .store(error) }
  }

  /// - Parameter text: as a scanner gives it.
  func check(_ text: String, viewer: Viewer) throws(StoreError) -> PaperCheck {
    try PaperCheck(
      at: .desk, text,
      prove: { (seal, text) throws(StoreError) in try workplace.store.papers.verdict(onSeal: seal, over: text) },
      find: { (code, isProven) throws(StoreError) in try record(of: code, isProven, viewer: viewer) })
  }

  private func record(
    of code: SealedPaperCode, _ isProven: Bool, viewer: Viewer
  ) throws(StoreError) -> PaperCheck.Record {
    let (queue, name) = (workplace.store.queue, DossierCode.normalised(code.fields.dossier))
    do throws(StoreError) {
      for row in try queue.findByCode(name, viewer: viewer, withLeft: true) {
        guard let dossier = try queue.card(row.id, viewer: viewer)?.dossier,
          dossier.codes.contains(where: { $0.text == name })
        else { continue }
        for filed in try workplace.store.papers.recorded(for: row.id, viewer: viewer).reversed()
        where code.mayBe(filed.paper) {
          let isSame = isSame(code, isProven, filed.paper.issue)
          // Without a number other papers of the same moment are meant to be passed over.
          guard code.sealed != nil || isSame == true else { continue }
          return .here(PaperCheck.Recorded(filed, isSame: isSame))
        }
      }
      return .notHere
    } catch .denied(.confidential) {
      return .confidential
    } catch {
      throw error
    }
  }

  /// By the page if it is here, otherwise by the entry.
  private func isSame(_ code: SealedPaperCode, _ isProven: Bool, _ issue: PaperIssue) -> Bool? {
    if let page = page(of: issue) { return code.isThat(of: page) }
    return code.sealed.map { PaperSeal.isSame($0.seal, $0.form, isProven: isProven, as: issue) } ?? false
  }

  /// Nil if it was destroyed, or has not come from the other desk yet.
  func page(of issue: PaperIssue) -> PageDescription? {
    (try? workplace.store.papers.page(of: issue, unsealed: PageDescription.unsealed)).flatMap {
      try? PageDescription(bytes: $0)
    }
  }
}

extension SealedPaperCode {
  /// By its number; a code without a seal has none, and is told by its time.
  fileprivate func mayBe(_ paper: IssuedPaper) -> Bool {
    sealed.map { $0.number == paper.issue.number } ?? (fields.issuedAt.iso8601 == paper.at.iso8601)
  }

  /// Whether the recorded page has this very code, and its seal is over this page.
  fileprivate func isThat(of page: PageDescription) -> Bool {
    guard let code = page.paperCode.flatMap({ SealedPaperCode($0) }), code.isSame(as: self) else { return false }
    return sealed.map { PaperSeal(text: $0.seal)?.isOf(page.unsealed.bytes) ?? false } ?? true
  }
}
