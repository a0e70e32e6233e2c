import DossierDomain
import Synchronization
import Testing

/// Which procedure gives a paper that another one asks for.
@Suite struct CatalogueLinksTests {
  private static func giver(_ code: String, _ links: [ProcedureLink], from: CivilDate? = nil) -> ProcedureVersion {
    var version = ProcedureVersion(code: code, name: "Việc \(code)", field: "Hộ tịch")
    version.validFrom = from.map { .known($0) } ?? .unknown
    version.rules.links = links
    return version
  }

  private static let link = ProcedureLink(kind: .resultIsPaper("Giấy xác nhận tình trạng hôn nhân"), code: "1.000894")

  @Test func aPaperIsFoundByItsNameMarksAndCaseAside() {
    let catalogue = Catalogue(changes: [Self.giver("9.000001", [Self.link]), Self.giver("9.000002", [Self.link])])
    func givers(_ paper: String, _ code: String = "1.000894") -> [String] {
      catalogue.givers(of: paper, in: code, on: Catalogue.day).map(\.code)
    }
    #expect(givers("Giấy xác nhận tình trạng hôn nhân") == ["9.000001", "9.000002"])
    #expect(givers("GIAY XAC NHAN tinh trang hon nhan") == ["9.000001", "9.000002"])
    #expect(givers("Giấy xác nhận") == [])
    #expect(givers("Giấy xác nhận tình trạng hôn nhân", "1.001193") == [])
  }

  @Test func whatTheVersionOfTheDayNoLongerSaysIsNotSaid() {
    let later = Self.giver("9.000001", [], from: Catalogue.day)
    let catalogue = Catalogue(changes: [Self.giver("9.000001", [Self.link]), later])
    #expect(catalogue.givers(of: "Giấy xác nhận tình trạng hôn nhân", in: "1.000894", on: Catalogue.day) == [])
    #expect(
      catalogue.givers(of: "Giấy xác nhận tình trạng hôn nhân", in: "1.000894", on: Catalogue.day.adding(days: -1))
        .map(\.code) == ["9.000001"])
  }

  /// A start and a reception by a code read nothing of it.
  @Test func allDecisionsAreReadForTheFirstQuestionOnly() {
    let reads = Reads()
    let versions = [Self.giver("9.000001", [Self.link])]
    let catalogue = Catalogue(
      reading: KeptVersions(
        ofCode: { code in versions.filter { $0.code == code } },
        all: {
          reads.count.withLock { $0 += 1 }
          return versions
        }))
    _ = catalogue.version(of: "9.000001", on: Catalogue.day)
    #expect(!catalogue.isReady && reads.count.withLock { $0 } == 0)
    for _ in 1...3 {
      #expect(
        catalogue.givers(of: "Giấy xác nhận tình trạng hôn nhân", in: "1.000894", on: Catalogue.day).count == 1)
    }
    #expect(catalogue.isReady && reads.count.withLock { $0 } == 1)
  }

  private final class Reads: Sendable {
    let count = Mutex(0)
  }
}
