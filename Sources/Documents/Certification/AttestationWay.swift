import DossierDomain

/// How attestations come onto the papers. An office keeps one for each kind of paper.
public enum AttestationWay: Hashable, Sendable {
  /// Onto the last page, which lies in the printer.
  case overlay(AttestationPlace)
  case labels(LabelSheet)
  /// On a page that is put behind the paper.
  case page
}

extension AttestationWay {
  /// `overlay bottom-right 15 15 85`, as a setting keeps it.
  public var text: String {
    switch self {
    case .overlay(let place): "overlay \(place.text)"
    case .labels(let sheet): "labels \(sheet.text)"
    case .page: "page"
    }
  }

  public init?(text: String) {
    let words = text.split(separator: " ", maxSplits: 1)
    let rest = words.count == 2 ? String(words[1]) : ""
    switch words.first {
    case "overlay":
      guard let place = AttestationPlace(text: rest) else { return nil }
      self = .overlay(place)
    case "labels":
      guard let sheet = LabelSheet(text: rest) else { return nil }
      self = .labels(sheet)
    case "page" where rest.isEmpty: self = .page
    default: return nil
    }
  }

  public func wording(_ language: Language) -> String {
    switch self {
    case .overlay(let place):
      language.pick("in lên trang cuối, \(place.wording(.vi))", "onto the last page, \(place.wording(.en))")
    case .labels(let sheet):
      language.pick("nhãn dán, \(sheet.count) nhãn một tờ", "labels, \(sheet.count) a sheet")
    case .page: language.pick("trang riêng", "a page of its own")
    }
  }

  /// A page that is put behind the paper lies on a sheet of its own.
  var sheetsAdded: Int {
    switch self {
    case .overlay, .labels: 0
    case .page: 1
    }
  }
}

/// Pages and sheets of one certified paper, as they are sealed.
public struct SealedSheets: Hashable, Sendable {
  public let pages: Int
  public let sheets: Int

  /// - Parameter pages: without that of the attestation.
  public init(pages: Int, sides: PrintedSides, way: AttestationWay) {
    (self.pages, sheets) = (pages + way.sheetsAdded, sides.sheets(ofPages: pages) + way.sheetsAdded)
  }

  /// From two sheets on, the seal goes over their edges (NĐ 23/2015 Đ.20 k.3).
  public var needsEdgeSeal: Bool { sheets >= 2 }

  /// `3 trang, 2 tờ: đóng dấu giáp lai`
  public func wording(_ language: Language) -> String {
    let count = language.pick(
      "\(pages) trang, \(sheets) tờ",
      "\(pages == 1 ? "1 page" : "\(pages) pages"), \(sheets == 1 ? "1 sheet" : "\(sheets) sheets")")
    return count + (needsEdgeSeal ? language.pick(": đóng dấu giáp lai", ": seal over the edges") : "")
  }
}
