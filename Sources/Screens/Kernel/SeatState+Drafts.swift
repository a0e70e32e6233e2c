import DossierDomain
import OfficeWork

/// A desk is kept as drafts, one for each form that is half filled, so that each of them is erased with what it was made for, or
/// when nobody has touched it for long.
extension SeatState {
  /// The draft that says what else the desk looks like.
  private static let seatForm = "desk"
  /// Screens that are forms.
  private static let forms = Set(ScreenCatalogue.standard.screens.filter { $0.isForm }.map { $0.context.name })
  /// Stands in the place of an open form whose fields are in a draft of its own.
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

  /// Nil where nothing was kept. What cannot be read is left out, and so is an open form that was erased.
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

  /// Several forms of one name are told apart by their order.
  private static func form(of place: Place, over lower: some Collection<Place>) -> String {
    let earlier = lower.count { $0.name == place.name }
    return "\(seatForm) \(place.name)" + (earlier == 0 ? "" : " \(earlier + 1)")
  }

  /// A draft about one dossier has its identifier behind the name of the form.
  private static func parts(of name: String) -> (form: String, dossier: DossierID?) {
    let parts = name.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let id = DossierID(hexadecimal: String(parts[1])) else { return (name, nil) }
    return (String(parts[0]), id)
  }
}
