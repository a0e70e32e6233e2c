import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

/// The dossier of a wrong procedure in whose place a form receives another one. It becomes void in the act that issues the
/// code, so that a form that is given up changes nothing.
struct ReplacedDossier: Equatable, Sendable {
  struct Paper: Equatable, Sendable {
    var name: String
    var form: Component.Form
    var counts = PaperCounts()
  }

  var id: DossierID
  /// As it is shown.
  var code: String
  /// What was handed in; the new procedure's papers of the same names are taken over.
  var papers: [Paper]

  init(_ dossier: Dossier) {
    (id, code) = (dossier.id, dossier.code.short)
    papers = dossier.components.filter { $0.form != .missing }.map {
      Paper(name: $0.name, form: $0.form, counts: $0.handedIn)
    }
  }

  /// As far as an undone act tells.
  init(_ row: QueueRow) { (id, code, papers) = (row.id, row.code.short, []) }

  // MARK: As a draft keeps it

  /// Nil for a form that replaces nothing.
  init?(_ place: Place) {
    guard let id = place["replaces"].flatMap(DossierID.init(hexadecimal:)) else { return nil }
    self.id = id
    code = place["replaces-code"] ?? ""
    let counts = place.all("replaces-counts")
    papers = zip(place.all("replaces-paper"), place.all("replaces-form")).enumerated().compactMap {
      index, kept -> Paper? in
      guard let form = UInt8(kept.1).flatMap(Component.Form.init(rawValue:)) else { return nil }
      let counted = counts.indices.contains(index) ? PaperCounts(text: counts[index]) : nil
      return Paper(name: kept.0, form: form, counts: counted ?? PaperCounts())
    }
  }

  var placeFields: [Place.Field] {
    [Place.Field("replaces", id.hexadecimal), Place.Field("replaces-code", code)]
      + papers.flatMap {
        [
          Place.Field("replaces-paper", $0.name), Place.Field("replaces-form", String($0.form.rawValue)),
          Place.Field("replaces-counts", $0.counts.text),
        ]
      }
  }

  func line(_ language: Language) -> String {
    language.pick(
      "Thay hồ sơ \(code): hồ sơ ấy được hủy khi cấp mã này.",
      "In the place of \(code), which becomes void with this code.")
  }
}

extension ReceiveState {
  /// A form with the persons and papers of a dossier whose procedure was wrong; the procedure is asked for.
  init(replacing dossier: Dossier) {
    self.init()
    let owner = dossier.owner
    let texts: [(Field.ID, String)] = [
      ("owner", owner.name), ("number", owner.identityNumber), ("birth", owner.birth),
      ("sex", owner.sex.map { String($0.rawValue) } ?? ""), ("phone", owner.phone), ("address", owner.address),
      ("relative", owner.relative), ("applicant", dossier.applicant?.name ?? ""),
      ("delivery", String(dossier.delivery.rawValue)), ("copies", String(dossier.copies)),
    ]
    for (id, text) in texts where !text.isEmpty { fill(id, text) }
    // What a citizen sent in herself comes to the desk now.
    let isOfDesk = dossier.isAssisted || dossier.channel == .postal
    take(
      dossier.owner, dossier.applicant, dossier.related, channel: isOfDesk ? dossier.channel : .direct,
      deliveryPlace: dossier.deliveryPlace)
    takeOffice(deciding: dossier.decidingOffice, receiving: dossier.receivingOffice)
    replaced = ReplacedDossier(dossier)
    // Its code and time are on the citizen's paper.
    if let onBlank = dossier.onBlank, let receivedAt = dossier.receivedAt {
      fill(code: dossier.code, receivedAt: receivedAt, reason: onBlank.reason)
    }
    // The first dossier of a visit is what the others name.
    visit = dossier.visitID
  }

  /// Marks the papers of the chosen procedure that the replaced dossier has under the same name.
  mutating func carryPapers() {
    guard let replaced, let procedure else { return }
    for (field, rule) in zip(allPapers, procedure.paperRules) {
      guard let paper = replaced.papers.first(where: { $0.name.nameKey == rule.name.nameKey }) else { continue }
      let value = String(paper.form.rawValue)
      if field.options?.contains(where: { $0.value == value }) == true {
        form.set(field, value)
        if paper.counts.total > 1 { form.set(PaperCounts.field(of: field), paper.counts.text) }
      }
    }
  }
}
