import DossierDomain
import OfficeWork

/// A seat is stored as drafts, one for each half-filled form. Each draft can thus be erased together with the act that
/// it was made for, or after nobody has touched it for a long time.
extension SeatState {
  /// The name of the draft that holds the rest of the seat. Stored data uses it, so it stays "desk".
  private static let seatForm = "desk"
  /// The names of the screens that are forms.
  private static let forms = Set(ScreenCatalogue.standard.screens.filter { $0.isForm }.map { $0.context.name })
  /// Replaces the fields of an open form that are stored in a draft of their own.
  private static let keptApart = Place.Field("kept-apart", "")

  public var asDrafts: [Draft] {
    var seat = SeatState(lastTouched: lastTouched, day: day)
    var result: [Draft] = []
    for place in screens {
      guard Self.forms.contains(place.name) else {
        seat.screens.append(place)
        continue
      }
      result.append(Draft(form: Self.form(of: place, over: seat.screens), content: SeatState(screens: [place]).encoded))
      seat.screens.append(Place(name: place.name, fields: [Self.keptApart]))
    }
    for draft in drafts {
      let (form, dossier) = Self.parts(of: draft.name)
      result.append(Draft(form: form, dossier: dossier, content: SeatState(drafts: [draft]).encoded))
    }
    return [Draft(form: Self.seatForm, content: seat.encoded)] + result
  }

  /// Nil if nothing was stored. Drafts that cannot be read are left out, and so is an open form whose draft was erased.
  public init?(drafts kept: [Draft]) {
    guard !kept.isEmpty else { return nil }
    var states: [String: SeatState] = [:]
    self.init()
    for draft in kept {
      guard let state = SeatState(encoded: draft.content) else { continue }
      states[draft.form] = state
      drafts += state.drafts
    }
    guard let seat = states[Self.seatForm] else { return }
    (lastTouched, day) = (seat.lastTouched, seat.day)
    for (index, place) in seat.screens.enumerated() {
      guard place.fields == [Self.keptApart] else {
        screens.append(place)
        continue
      }
      let form = Self.form(of: place, over: seat.screens[..<index])
      if let form = states[form]?.screens.first { screens.append(form) }
    }
    drafts.sort { $0.name < $1.name }
  }

  /// Several forms with the same name are distinguished by their order.
  private static func form(of place: Place, over lower: some Collection<Place>) -> String {
    let earlier = lower.count { $0.name == place.name }
    return "\(seatForm) \(place.name)" + (earlier == 0 ? "" : " \(earlier + 1)")
  }

  /// The name of a draft about one dossier ends with the dossier's identifier.
  private static func parts(of name: String) -> (form: String, dossier: DossierID?) {
    let parts = name.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let id = DossierID(hexadecimal: String(parts[1])) else { return (name, nil) }
    return (String(parts[0]), id)
  }
}
