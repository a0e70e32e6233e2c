/// A Vietnamese letter as it is typed: a base key, a shape and a tone. Nil for letters with neither.
struct VietnameseLetter {
  enum Tone: Int {
    case grave, hook, tilde, acute, dot

    func key(_ method: InputMethodFilter.Method) -> Character? {
      switch method {
      case .telex: ["f", "r", "x", "s", "j"][rawValue]
      case .vni: ["2", "3", "4", "1", "5"][rawValue]
      case .none: nil
      }
    }
  }

  enum Shape {
    case circumflex, horn, breve, stroke

    /// The key that adds the shape or tone. Nil where Telex repeats the base letter, because no command uses the same
    /// letter twice in a row.
    func key(_ method: InputMethodFilter.Method, base: Character) -> Character? {
      switch (method, self) {
      case (.telex, .horn), (.telex, .breve): "w"
      case (.vni, .circumflex): "6"
      case (.vni, .horn): "7"
      case (.vni, .breve): "8"
      case (.vni, .stroke): "9"
      default: nil
      }
    }
  }

  var base: Character
  var shape: Shape?
  var tone: Tone?

  init?(_ letter: Character) {
    let lower = Character(letter.lowercased())
    guard let found = Self.table[lower] else { return nil }
    self = found
    if lower != letter { base = Character(base.uppercased()) }
  }

  private init(base: Character, shape: Shape?, tone: Tone?) {
    self.base = base
    self.shape = shape
    self.tone = tone
  }

  private static let table: [Character: VietnameseLetter] = {
    let rows: [(letters: String, base: Character, shape: Shape?)] = [
      ("aàảãáạ", "a", nil), ("ăằẳẵắặ", "a", .breve), ("âầẩẫấậ", "a", .circumflex), ("eèẻẽéẹ", "e", nil),
      ("êềểễếệ", "e", .circumflex), ("iìỉĩíị", "i", nil), ("oòỏõóọ", "o", nil), ("ôồổỗốộ", "o", .circumflex),
      ("ơờởỡớợ", "o", .horn), ("uùủũúụ", "u", nil), ("ưừửữứự", "u", .horn), ("yỳỷỹýỵ", "y", nil), ("đ", "d", .stroke),
    ]
    var table: [Character: VietnameseLetter] = [:]
    for row in rows {
      for (index, letter) in row.letters.enumerated() where index > 0 || row.shape != nil {
        table[letter] = VietnameseLetter(base: row.base, shape: row.shape, tone: Tone(rawValue: index - 1))
      }
    }
    return table
  }()
}
