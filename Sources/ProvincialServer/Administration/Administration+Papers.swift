import DossierDomain
import JournalFormat

/// What the province has recorded of a paper with the number of a code.
public struct ProvincePaper: Hashable, Sendable {
  public var filed: FiledPaper
  /// Whether the code is that of this paper; nil if the entry does not tell.
  public var isSame: Bool?
}

extension Administration {
  /// The paper with a number: one that counts for the dossier with a code, or one that is kept back among the entries of the machine that
  /// sealed the code, such as those that arrived after its revocation.
  /// - Parameters:
  ///   - code: of the dossier, as the paper's code names it.
  ///   - seal: the text of the seal, and the form of the paper, in the code.
  ///   - isProven: the signature is right.
  public func paper(
    _ number: PaperNumber, of code: String, seal: String, _ form: PaperFormID, isProven: Bool
  ) throws -> ProvincePaper? {
    let machines = try sealingDevices(named: seal)
    return try store.read { transaction in
      var found = try counting(number, DossierCode.normalised(code), transaction)
      for machine in machines where found == nil {
        found = try kept(number, by: machine.device, in: machine.office, transaction)
      }
      return found.map {
        ProvincePaper(filed: $0, isSame: PaperSeal.isSame(seal, form, isProven: isProven, as: $0.paper.issue))
      }
    }
  }

  private func counting(
    _ number: PaperNumber, _ code: String, _ transaction: any ServerTransaction
  ) throws -> FiledPaper? {
    let rows = try transaction.rows(
      """
      SELECT c.office, c.dossier FROM office o JOIN dossier_code c ON c.office = o.id AND c.code = $1 ORDER BY o.id
      """, [.text(code)])
    for row in rows {
      guard let office = OfficeID(bytes: try row.blob(0)), let id = DossierID(bytes: try row.blob(1)),
        let dossier = try DossierHistories(of: [id], office: office, in: transaction).folded(id),
        let paper = dossier.issuedPaper(number)
      else { continue }
      return FiledPaper(
        paper, on: dossier, visit: paper.issue.form.isOfVisit ? try visit(of: dossier, office, transaction) : [dossier])
    }
    return nil
  }

  /// What was handed in with it, and itself: among the dossiers whose codes are of the same day.
  private func visit(
    of dossier: Dossier, _ office: OfficeID, _ transaction: any ServerTransaction
  ) throws -> [Dossier] {
    let day = dossier.code.text.split(separator: "-").prefix(2).joined(separator: "-")
    let ids = try transaction.rows(
      "SELECT dossier FROM dossier_code WHERE office = $1 AND code LIKE $2 ORDER BY code",
      [.blob(office.bytes), .text(day + "-%")]
    ).compactMap { DossierID(bytes: try $0.blob(0)) }
    let histories = try DossierHistories(of: Set(ids), office: office, in: transaction)
    let others = ids.compactMap { histories.folded($0) }.filter { other in
      other.id != dossier.id && other.visitID == dossier.visitID
        && (other.applicant ?? other.owner).isSurelySame(as: dossier.applicant ?? dossier.owner)
    }
    return [dossier] + others
  }

  private func kept(
    _ number: PaperNumber, by device: DeviceID, in office: OfficeID, _ transaction: any ServerTransaction
  ) throws -> FiledPaper? {
    let rows = try transaction.rows(
      """
      SELECT e.dossier, e.bytes, e.verdict FROM device_epoch d
      JOIN entry e ON e.office = d.office AND e.epoch = d.epoch AND e.verdict IS NOT NULL AND e.dossier IS NOT NULL
      WHERE d.office = $1 AND d.device = $2 ORDER BY e.sequence
      """, [.blob(office.bytes), .blob(device.bytes)])
    for row in rows {
      guard let dossier = DossierID(bytes: try row.blob(0)),
        let entry = try? EntryFormat.decodeTrusted(try row.blob(1)).recorded(as: try Verdicts.read(row, 2)),
        let paper = FiledPaper(held: entry, on: dossier), paper.number == number
      else { continue }
      return paper
    }
    return nil
  }
}
