import DossierDomain
import VietnameseText

/// Who is being received: by her number, or by her exact name while there is no number.
public struct KnownQuery: Hashable, Sendable {
  public var name: String
  public var number: String
  /// Of her earlier identity card, as her present card says it: older dossiers have only that one.
  public var oldNumber: String
  public var viewer: Viewer

  public init(name: String, number: String, oldNumber: String = "", viewer: Viewer) {
    self.name = name
    self.number = number
    self.oldNumber = oldNumber
    self.viewer = viewer
  }

  public var isEmpty: Bool { number.isEmpty && !name.contains(where: \.isLetter) }

  /// The numbers in the form in which dossiers have them; none if she is looked for by her name.
  public var numbers: [String] {
    number.isEmpty ? [] : [number, oldNumber].map(IdentityKind.normalised).filter { !$0.isEmpty }
  }
}

/// A person known from dossiers, as the newest of them has her.
public struct KnownPerson: Hashable, Sendable {
  public var person: Person
  /// The newest ones, at most `mostDossiers`, newest first; none that the viewer may not see.
  public var dossiers: [QueueRow]

  public init(person: Person, dossiers: [QueueRow]) {
    self.person = person
    self.dossiers = dossiers
  }

  public static let mostDossiers = 20

  /// How many of them count: what was undone or entered by mistake is none.
  public var counted: Int { dossiers.count { !$0.isVoid } }

  /// Her dossiers of this procedure that are open, or were received today: a further one may be a second one for the
  /// same request.
  public func doubles(of procedure: String, on today: CivilDate) -> [QueueRow] {
    dossiers.filter { row in
      row.procedureCode == procedure && !row.isVoid
        && (!row.status.isFinal || row.receivedAt?.civilDate == today)
    }
  }
}

extension KnownPerson {
  /// The persons whom the query may mean, in the order of their newest dossiers.
  /// - Parameter found: dossiers with their rows, newest first.
  public static func persons(_ query: KnownQuery, among found: [(dossier: Dossier, row: QueueRow)]) -> [KnownPerson] {
    var known: [KnownPerson] = []
    for (dossier, row) in found {
      for person in dossier.people where query.means(person) {
        if let index = known.firstIndex(where: { query.joins($0.person, person) || $0.person.isSame(as: person) }) {
          if known[index].dossiers.last?.id != row.id { known[index].dossiers.append(row) }
          known[index].person.complete(from: person)
        } else {
          known.append(KnownPerson(person: person, dossiers: [row]))
        }
      }
    }
    return known
  }
}

extension KnownQuery {
  fileprivate func means(_ person: Person) -> Bool {
    number.isEmpty ? person.name.exactFolded == name.exactFolded : !person.numbers.isDisjoint(with: numbers)
  }

  /// Both have one of the numbers of one person, and her name. A number without the name makes nobody the same: it may have been
  /// mistyped in one of the dossiers.
  fileprivate func joins(_ person: Person, _ other: Person) -> Bool {
    !number.isEmpty && person.isNamed(as: other)
  }
}

extension Person {
  fileprivate var numbers: Set<String> { Set([identityNumber, oldNumber].filter { !$0.isEmpty }) }

  fileprivate func isNamed(as other: Person) -> Bool { name.exactFolded == other.name.exactFolded }

  /// By the number that both have today, otherwise by the name and one more fact that both have: an earlier number, the birth,
  /// phone or address. A name alone makes nobody the same person: registers of other programs often contain nothing else.
  fileprivate func isSame(as other: Person) -> Bool {
    if !identityNumber.isEmpty, identityNumber == other.identityNumber { return true }
    guard isNamed(as: other) else { return false }
    if !numbers.isDisjoint(with: other.numbers) { return true }
    guard identityNumber.isEmpty, other.identityNumber.isEmpty else { return false }
    func isShared(_ fact: KeyPath<Person, String>) -> Bool {
      !self[keyPath: fact].isEmpty && self[keyPath: fact] == other[keyPath: fact]
    }
    if !birth.isEmpty, !other.birth.isEmpty { return birth == other.birth }
    return isShared(\.phone) || isShared(\.address)
  }

  /// Takes over what an older dossier knows and a newer one does not.
  fileprivate mutating func complete(from older: Person) {
    if birth.isEmpty { birth = older.birth }
    if sex == nil { sex = older.sex }
    if phone.isEmpty { phone = older.phone }
    if address.isEmpty { address = older.address }
    if relative.isEmpty { relative = older.relative }
    if oldNumber.isEmpty { oldNumber = older.oldNumber }
  }
}
