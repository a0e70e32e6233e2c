import DossierDomain
import Testing

struct OfficeFoldTests {
  private let first = DeviceEpoch(high: 1, low: 1)
  private let second = DeviceEpoch(high: 2, low: 2)
  private let beginning = Office(
    id: OfficeID(high: 9, low: 9), name: "xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594")

  private func changed(_ office: Office? = nil, _ change: (inout Office) -> Void) -> Office {
    var changed = office ?? beginning
    change(&changed)
    return changed
  }

  @Test func twoDesksThatChangeDifferentSettingsBothHaveTheirWay() {
    let hours = WorkingHours(morning: 450..<690, afternoon: 780..<990)
    let folded = Office.folded([
      OfficeSetting(epoch: first, place: 1, base: 0, office: beginning),
      OfficeSetting(epoch: first, place: 2, base: 1, office: changed { $0.workingHours = hours }),
      // The author has not seen the change of the hours.
      OfficeSetting(epoch: second, place: 3, base: 1, office: changed { $0.idleLockMinutes = 5 }),
    ])
    #expect(folded?.workingHours == hours)
    #expect(folded?.idleLockMinutes == 5)
  }

  @Test func whoKnewTheOtherTakesItBack() {
    let folded = Office.folded([
      OfficeSetting(epoch: first, place: 1, base: 0, office: beginning),
      OfficeSetting(epoch: first, place: 2, base: 1, office: changed { $0.restsOn24November = true }),
      OfficeSetting(epoch: second, place: 3, base: 2, office: beginning),
    ])
    #expect(folded == beginning)
  }

  @Test func ofOneSettingTheLaterPlaceCountsAndOwnEntriesStandOnTop() {
    let folded = Office.folded([
      OfficeSetting(epoch: first, place: 1, base: 0, office: beginning),
      OfficeSetting(epoch: second, place: 2, base: 1, office: changed { $0.idleLockMinutes = 3 }),
      OfficeSetting(epoch: first, place: 3, base: 1, office: changed { $0.idleLockMinutes = 7 }),
      // A desk knows its own chain even before its entries have places.
      OfficeSetting(
        epoch: second, place: nil, base: 2,
        office: changed {
          $0.idleLockMinutes = 3
          $0.extensionLimit = 2
        }),
    ])
    #expect(folded?.idleLockMinutes == 7)
    #expect(folded?.extensionLimit == 2)
  }

  @Test func proceduresAreAddedAndRemovedOneByOne() {
    let both = changed { $0.wholePeriodProcedures = ["1", "2"] }
    let folded = Office.folded([
      OfficeSetting(epoch: first, place: 1, base: 0, office: both),
      OfficeSetting(epoch: first, place: 2, base: 1, office: changed(both) { $0.wholePeriodProcedures.insert("3") }),
      OfficeSetting(epoch: second, place: 3, base: 1, office: changed(both) { $0.wholePeriodProcedures.remove("1") }),
    ])
    #expect(folded?.wholePeriodProcedures == ["2", "3"])
    #expect(Office.folded([]) == nil)
  }
}
