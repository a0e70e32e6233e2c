import DossierDomain
import ReferenceData
import VietnameseText

/// What is known for a citizen's declarations, by field id. It is asked once, whatever declarations it fills.
///
/// Values are cleaned, in NFC, and bounded. Dates are `dd/mm/yyyy`, `mm/yyyy` or `yyyy`. An empty value was emptied by a clerk: the paper
/// has a blank there, and nothing that is known or follows from others comes back in its place.
public struct DeclarationFacts: Hashable, Sendable {
  public private(set) var values: [String: String] = [:]

  /// In characters.
  public static let longestValue = 500
  public static let mostValues = 200
  static let mostValueBytes = 2_500

  public init() {}

  /// Takes each value as `set` does, in the order of the ids; an empty one was emptied.
  public init(_ values: [String: String]) {
    for (id, value) in values.sorted(by: { $0.key < $1.key }) {
      if value.isEmpty { leaveEmpty(id) } else { set(id, to: value) }
    }
  }

  /// Empty if it is not known or was emptied.
  public subscript(id: String) -> String { values[id] ?? "" }

  /// Takes a text as it is, cleaned; an empty one removes the value. An id that no field can have, and what is beyond
  /// `mostValues`, is left out.
  public mutating func set(_ id: String, to text: String) {
    let value = Self.tidied(text)
    guard !value.isEmpty else {
      values[id] = nil
      return
    }
    put(value, id)
  }

  /// A clerk has emptied the field.
  public mutating func leaveEmpty(_ id: String) { put("", id) }

  public func isLeftEmpty(_ id: String) -> Bool { values[id]?.isEmpty == true }

  private mutating func put(_ value: String, _ id: String) {
    guard Self.isID(id), values[id] != nil || values.count < Self.mostValues else { return }
    values[id] = value
  }

  /// Removes everything about one person or matter.
  public mutating func remove(_ group: DeclarationGroup) {
    values = values.filter { !$0.key.hasPrefix(group.rawValue + ".") }
  }

  /// Takes what was entered in a field, in the form in which it is printed; nothing leaves it empty. Another date takes the words of
  /// the earlier one away.
  public mutating func enter(_ text: String, in field: DeclarationField) throws(DeclarationFieldFault) {
    let before = self[field.id]
    let value = try field.normalised(text)
    if value.isEmpty { leaveEmpty(field.id) } else { set(field.id, to: value) }
    if self[field.id] != before { set(field.wordsID, to: "") }
  }

  /// The numbers of people's papers and their telephones, which screens mask.
  public var numbersOfPeople: [String] {
    values.filter { $0.key.hasSuffix(".number") || $0.key.hasSuffix(".phone") }.map(\.value)
  }

  /// Whether the person's number is given, so that note 2 of the circular leaves further lines blank.
  func hasNumber(_ group: DeclarationGroup) -> Bool {
    switch numberKind(of: group) {
    case .citizenNumber, .oldNumber: true
    case .passport, .other, .none: false
    }
  }

  /// Whether note 2 leaves the field blank. “Đã chết” is no residence and is always printed.
  /// - Parameter wantsResidence: the office wants these lines filled all the same.
  func isLeftBlank(_ field: DeclarationField, wantsResidence: Bool) -> Bool {
    field.isBlankWithNumber && !wantsResidence && hasNumber(field.group)
      && self[field.id] != DeclarationChoices.residenceOfTheDead
  }

  /// `group.name`, with further names behind points: letters and digits, each beginning with a small letter.
  static func isID(_ text: String) -> Bool {
    let names = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return text.utf8.count <= 60 && names.count > 1
      && names.allSatisfy { name in
        name.first.map { (0x61...0x7A).contains($0) } == true
          && name.allSatisfy {
            (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
          }
      }
  }

  static func tidied(_ text: String) -> String {
    var value = text.cleaned(maxLength: longestValue)[...]
    // One character may have any number of marks.
    if value.utf8.count > mostValueBytes {
      var count = 0
      value = value.prefix { letter in
        count += letter.utf8.count
        return count <= mostValueBytes
      }
    }
    let start = value.drop { $0 == " " }
    guard let end = start.lastIndex(where: { $0 != " " }) else { return "" }
    return String(start[...end])
  }
}
