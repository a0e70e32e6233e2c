/// The keystroke-level model: how long an expert who makes no error takes, from the operators of which her task consists.
///
/// Source: S. K. Card, T. P. Moran, A. Newell, "The Keystroke-Level Model for User Performance Time with Interactive Systems",
/// Communications of the ACM 23 (1980), 396–410. The times are those of its figure 1, and M is placed by the rules of its figure 2:
/// - Rule 0: M stands before each key that is a command or chooses, and before none of an argument proper, such as a name or a date.
/// - Rules 1 and 2: it falls away within keys that are one step. Only a `Pressed.step` is taken for one.
/// - Rules 3 and 4: a key that ends a text of changing content keeps its M. No key here is a redundant end.
///
/// What is outside the model: what the citizen says, reading her papers, and the program's own time.
public struct KeystrokeModel: Sendable {
  /// Seconds for one key.
  let key: Double
  static let think = 1.35
  /// From the keyboard to something else, or back.
  static let homing = 0.4
  static let pointing = 1.1

  /// An average skilled typist, 55 words a minute.
  public static let skilled = KeystrokeModel(key: 0.2)
  /// Somebody who is no typist by profession, 40 words a minute.
  public static let average = KeystrokeModel(key: 0.28)

  public func seconds(_ pressed: [Pressed], _ method: WritingMethod) -> Double {
    pressed.reduce(0) { sum, pressed in
      switch pressed {
      case .keys(let names): sum + Double(names.count) * (Self.think + key)
      case .step(let names): sum + Self.think + Double(names.count) * key
      case .text(let text): sum + Double(method.keys(of: text)) * key
      // The card is taken to the scanner as a mouse is to a target.
      case .scan: sum + Self.think + 2 * Self.homing + Self.pointing
      }
    }
  }
}
