import DossierDomain
import Testing

@testable import OfficeWork

@Suite struct KnownPersonTests {
  private let viewer = Viewer(clerk: ClerkID(high: 1, low: 1), seesConfidential: true)

  private func found(
    _ number: Int, _ owner: Person, status: DossierStatus = .inProgress, procedure: String = "1.004873",
    receivedAt: String = "2026-11-20T08:00"
  ) -> (dossier: Dossier, row: QueueRow) {
    let office = OfficeID(high: 9, low: 9)
    var dossier = Dossier(
      id: DossierID(high: 1, low: UInt64(number)), codes: [DossierCode("26-\(number)", origin: .office)],
      procedure: ProcedureReference(code: procedure, name: "x"), owner: owner, status: status, receivingOffice: office,
      decidingOffice: office, lastEntry: EntryReference(epoch: DeviceEpoch(high: 1, low: 1), sequence: 1),
      lastClerk: viewer.clerk, lastChangedAt: Instant(milliseconds: 0))
    dossier.receivedAt = Instant(iso8601: receivedAt)
    return (dossier, QueueRow(dossier, delivery: .recorded))
  }

  @Test func aNumberMeansOnePersonWhateverHerNameIs() {
    let old = Person(name: "Hồ Thị Lan", identityNumber: "045190001234", phone: "0912345678", address: "Thôn A Ngo")
    let new = Person(name: "Hồ Thị Lan", identityNumber: "045190001234", birth: "02/03/1990", sex: .female)
    let persons = KnownPerson.persons(
      KnownQuery(name: "Ai đó", number: "045 190 001234", viewer: viewer),
      among: [found(2, new), found(1, old), found(3, Person(name: "Hồ Thị Lan"))])
    #expect(persons.count == 1)
    #expect(persons.first?.dossiers.map(\.id.low) == [2, 1])
    // The newest dossier comes first; what it does not know is taken from older ones.
    #expect(persons.first?.person.birth == "02/03/1990")
    #expect(persons.first?.person.phone == "0912345678")
  }

  /// Older dossiers have the number of the earlier card only, and newer ones may have both.
  @Test func theNumberOfAnEarlierCardMeansTheSamePerson() {
    var both = Person(name: "Hồ Thị Lan", identityNumber: "045190001234")
    both.oldNumber = "191234567"
    let old = Person(name: "Hồ Thị Lan", identityNumber: "191234567", phone: "0912345678")
    let among = [found(2, both), found(1, old), found(3, Person(name: "Hồ Thị Lan", identityNumber: "191234568"))]
    for query in [
      KnownQuery(name: "", number: "045190001234", oldNumber: "191234567", viewer: viewer),
      KnownQuery(name: "", number: "191 234 567", viewer: viewer),
    ] {
      let persons = KnownPerson.persons(query, among: among)
      #expect(persons.map { $0.dossiers.map(\.id.low) } == [[2, 1]])
      #expect(persons.first?.person.phone == "0912345678")
    }
    // No dossier says that the numbers belong together, but her card does.
    let apart = [found(2, Person(name: "Hồ Thị Lan", identityNumber: "045190001234")), found(1, old)]
    let scanned = KnownQuery(name: "", number: "045190001234", oldNumber: "191234567", viewer: viewer)
    #expect(KnownPerson.persons(scanned, among: apart).map { $0.dossiers.map(\.id.low) } == [[2, 1]])
  }

  /// The number of nine digits was typed for two people; phone and address of one are not those of the other.
  @Test(
    arguments: [
      (("Hồ Thị Lan", "045190001234", "191234567"), ("Hồ Văn Sơn", "191234567", ""), 2),
      (("Hồ Thị Lan", "045190001234", "191234567"), ("Hồ Văn Sơn", "045190001299", "191234567"), 2),
      (("Hồ Thị Lan", "", "191234567"), ("Hồ Văn Sơn", "", "191234567"), 2),
      (("Hồ Thị Lan", "045190001234", "191234567"), ("HỒ THỊ LAN", "191234567", ""), 1),
      (("Hồ Thị Lan", "191234567", ""), ("Hồ Thị Lan Anh", "191234567", ""), 1),
    ] as [((String, String, String), (String, String, String), Int)])
  func anEarlierNumberAloneMakesNobodyTheSamePerson(
    one: (String, String, String), other: (String, String, String), count: Int
  ) {
    let people = [one, other].map { name, number, old in
      var person = Person(name: name, identityNumber: number)
      person.oldNumber = old
      return person
    }
    var older = people[1]
    (older.phone, older.address) = ("0912345678", "Thôn A Ngo")
    let persons = KnownPerson.persons(
      KnownQuery(name: "", number: "191234567", viewer: viewer), among: [found(2, people[0]), found(1, older)])
    #expect(persons.count == count)
    #expect(persons.first?.person.phone == (count == 1 ? "0912345678" : ""))
    #expect(persons.first?.person.address == (count == 1 ? "Thôn A Ngo" : ""))
  }

  /// A register of another program may contain nothing but names.
  @Test func aNameAloneMakesNobodyTheSamePerson() {
    let query = KnownQuery(name: "Hồ Thị Lan", number: "", viewer: viewer)
    let bare = (1...3).map { found($0, Person(name: "Hồ Thị Lan")) }
    #expect(KnownPerson.persons(query, among: bare).count == 3)
    let neighbours = [
      found(1, Person(name: "Hồ Thị Lan", birth: "1990", address: "Thôn A Ngo")),
      found(2, Person(name: "Hồ Thị Lan", address: "Thôn A Ngo")),
      found(3, Person(name: "Hồ Thị Lan", birth: "1971", address: "Thôn A Ngo")),
      found(4, Person(name: "Hồ Thị Lan", phone: "0912345678")),
    ]
    #expect(KnownPerson.persons(query, among: neighbours).map(\.dossiers.count) == [2, 1, 1])
  }

  @Test func personsOfOneNameAreKeptApart() {
    let among = [
      found(1, Person(name: "Hồ Thị Lan", birth: "1990")), found(2, Person(name: "Hồ Thị Lan", birth: "1971")),
      found(3, Person(name: "Hồ Thị Lan Anh")), found(4, Person(name: "hồ thị lan", birth: "1990")),
    ]
    let persons = KnownPerson.persons(KnownQuery(name: "Hồ Thị Lan", number: "", viewer: viewer), among: among)
    #expect(persons.map(\.person.birth) == ["1990", "1971"])
    #expect(persons.first?.dossiers.count == 2)
    let withoutMarks = KnownPerson.persons(KnownQuery(name: "Ho Thi Lan", number: "", viewer: viewer), among: among)
    #expect(withoutMarks.isEmpty)
  }

  @Test func whatIsVoidIsListedAndNotCounted() {
    let owner = Person(name: "Hồ Thị Lan")
    var rows = [1, 2, 3].map { found($0, owner).row }
    rows[1].isVoid = true
    let person = KnownPerson(person: owner, dossiers: rows)
    #expect(person.dossiers.count == 3 && person.counted == 2)
  }

  @Test func onlyOpenDossiersAndThoseOfTodayAreDoubles() {
    let owner = Person(name: "Hồ Thị Lan")
    let rows = [
      found(1, owner), found(2, owner, status: .handedBack),
      found(3, owner, status: .handedBack, receivedAt: "2026-11-25T07:30"),
      found(4, owner, procedure: "2.000815"),
    ].map(\.row)
    let person = KnownPerson(person: owner, dossiers: rows)
    let today = CivilDate(year: 2026, month: 11, day: 25)
    #expect(today.map { person.doubles(of: "1.004873", on: $0).map(\.id.low) } == [1, 3])
  }
}
