import Testing

@testable import DossierDomain

/// What versions say of each other.
@Suite struct CatalogueConsistencyTests {
  private typealias Fault = CatalogueConsistency.Fault
  private typealias Remark = CatalogueConsistency.Remark

  private func version(
    _ number: Int, replacedBy replacement: Int? = nil, from: Int? = nil, through: Int? = nil,
    _ links: ProcedureLink...
  ) -> ProcedureVersion {
    var version = ProcedureVersion(code: code(number), name: "Thủ tục", field: "")
    if let replacement { version.standing = .ended(replacedBy: code(replacement)) }
    if let from { version.validFrom = .known(CivilDate(dayNumber: from)) }
    if let through { version.validTo = .known(CivilDate(dayNumber: through)) }
    version.rules.links = links
    return version
  }

  private func code(_ number: Int) -> String { "9." + String(1_000_000 + number).dropFirst() }

  private func part(_ number: Int) -> ProcedureLink { ProcedureLink(kind: .contains, code: code(number)) }

  @Test func replacementsGoInNoCircle() {
    let circle = [version(1, replacedBy: 2), version(2, replacedBy: 3), version(3, replacedBy: 1)]
    #expect(CatalogueConsistency(circle).faults == [.replacedInCircle([1, 2, 3].map(code))])
    #expect(CatalogueConsistency([version(1, replacedBy: 1)]).faults == [.replacedInCircle([code(1)])])
    #expect(CatalogueConsistency([version(1, replacedBy: 2), version(2, replacedBy: 3), version(3)]).faults == [])
    // A later version is in force again.
    #expect(CatalogueConsistency(circle + [version(2, from: 20_000)]).faults == [])
  }

  @Test func groupsContainNoneOfThemselves() {
    let group = [version(1, part(2), part(3)), version(2, part(4)), version(3, part(4)), version(4)]
    #expect(CatalogueConsistency(group) == CatalogueConsistency(group, about: [code(1)]))
    #expect(CatalogueConsistency(group).faults == [] && CatalogueConsistency(group).remarks == [])
    let circle = Array(group.dropLast()) + [version(4, part(1))]
    // One way back is enough to tell.
    #expect(CatalogueConsistency(circle).faults == [.containedInCircle([1, 2, 4].map(code))])
    // "Usually followed by" may lead back.
    let back = ProcedureLink(kind: .usuallyFollowedBy, code: code(1))
    #expect(CatalogueConsistency([version(1, part(2)), version(2, back)]).faults == [])
  }

  /// Whoever takes in one procedure cannot mend what others said of each other before.
  @Test func aCircleOfOthersIsNotTold() {
    let others = [version(2, part(3)), version(3, part(2)), version(1, part(2))]
    #expect(CatalogueConsistency(others).faults == [.containedInCircle([2, 3].map(code))])
    #expect(CatalogueConsistency(others, about: [code(1)]).faults == [])
    #expect(CatalogueConsistency(others, about: [code(3)]).faults == [.containedInCircle([3, 2].map(code))])
    let replaced = [version(2, replacedBy: 3), version(3, replacedBy: 2), version(1, replacedBy: 2)]
    #expect(CatalogueConsistency(replaced, about: [code(1)]).faults == [])
  }

  @Test func versionsOfACodeFollowEachOther() {
    #expect(CatalogueConsistency([version(1), version(1, from: 20_000)]).faults == [])
    #expect(CatalogueConsistency([version(1, through: 19_999), version(1, from: 20_000)]).faults == [])
    let (last, next) = (CivilDate(dayNumber: 20_000), CivilDate(dayNumber: 20_000))
    #expect(
      CatalogueConsistency([version(1, from: 20_000), version(1, through: 20_000)]).remarks
        == [.overlap(code: code(1), through: last, next: next)])
    #expect(
      CatalogueConsistency([version(1, from: 20_000), version(1, from: 20_000), version(2)]).faults
        == [.firstDayTwice(code: code(1), from: .known(next))])
    #expect(
      CatalogueConsistency([version(1), version(1)]).faults == [.firstDayTwice(code: code(1), from: .unknown)])
  }

  @Test func whatIsNotThereIsARemark() {
    var asking = version(2)
    asking.rules.papers = [PaperRule(name: "Giấy xác nhận"), PaperRule(name: "Tờ khai")]
    let known = ProcedureLink(kind: .resultIsPaper("Giấy xác nhận"), code: code(2))
    let other = ProcedureLink(kind: .resultIsPaper("Giấy khác"), code: code(2))
    let versions = [version(1, known, other, part(9)), version(3, replacedBy: 8), asking]
    let found = CatalogueConsistency(versions)
    #expect(found.faults == [])
    #expect(
      found.remarks == [
        .paperNotAsked(code: code(1), paper: "Giấy khác", other: code(2)),
        .linkUnknown(code: code(1), other: code(9)), .replacementUnknown(code: code(3), replacement: code(8)),
      ])
    // The other procedure may be the one that has changed.
    #expect(CatalogueConsistency(versions, about: [code(2)]).remarks == Array(found.remarks.prefix(1)))
    #expect(CatalogueConsistency(versions, about: [code(3)]).remarks == Array(found.remarks.suffix(1)))
    // A procedure that is known as a row asks for the papers of its row.
    asking.rules.papers = []
    asking.components = ["Giấy khác"]
    #expect(
      CatalogueConsistency([version(1, other), asking]).remarks == []
        && CatalogueConsistency([version(1, known), asking]).remarks.count == 1)
  }

  @Test func onlyWhatConcernsTheCodesIsTold() {
    let versions = [version(1, replacedBy: 1), version(2, replacedBy: 2), version(3, replacedBy: 2)]
    #expect(CatalogueConsistency(versions, about: [code(1)]).faults == [.replacedInCircle([code(1)])])
    #expect(CatalogueConsistency(versions).faults.count == 2)
  }

  /// Each name is followed once, however the groups contain each other; a long chain ends no thread.
  @Test func theWorkGrowsWithTheNames() {
    let chain = (0..<50_000).map { version($0, replacedBy: ($0 + 1) % 50_000, part(($0 + 1) % 50_000)) }
    let found = CatalogueConsistency(chain)
    #expect(found.faults.count == 2 && found.steps == 100_000)
    // Every pair of 400 groups, each containing all later ones and the first.
    let dense = (0..<400).map { number in
      var group = version(number)
      group.rules.links = ((number + 1)..<400).map(part) + [part(0)]
      return group
    }
    let all = CatalogueConsistency(dense)
    #expect(all.steps == 400 * 399 / 2 + 400)
    #expect(all.faults.count == CatalogueConsistency.mostCircles)
  }

  @Test func theStarterCatalogueIsConsistent() {
    let found = CatalogueConsistency(Catalogue.starter.versions)
    #expect(found.faults == [])
    #expect(found.remarks == [])
  }

  @Test(arguments: Language.allCases) func everyFindingIsTold(_ language: Language) {
    let way = Fault.replacedInCircle((0..<30).map(code)).wording(language)
    #expect(way.contains("\(code(7)) → … → \(code(0))") && !way.contains(code(8)))
    #expect(Fault.firstDayTwice(code: "9.000001", from: .unknown).wording(language).contains("9.000001"))
    #expect(Remark.linkUnknown(code: "9.000001", other: "9.000002").wording(language).contains("9.000002"))
  }
}
