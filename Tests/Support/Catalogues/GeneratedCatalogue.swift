import DossierDomain

/// Procedures with rules as a province has them, for benchmarks and tests: cases, six papers each, fees by page or copy, and
/// limits. The same number and seed give the same catalogue everywhere.
public struct GeneratedCatalogue {
  public static let papersOfEach = 6

  public let versions: [ProcedureVersion]

  /// - Parameters:
  ///   - count: 862 and 2,057 are what provinces publish for communes and for all their offices.
  ///   - validFrom: unknown if they have always been in force.
  public init(count: Int, seed: UInt64 = 862, validFrom: Known<CivilDate> = .unknown) {
    var words = Words(seed: seed)
    versions = (0..<count).map { number in
      var version = words.version(number)
      version.validFrom = validFrom
      return version
    }
  }

  /// The versions that a decision changes: every so many of them have another fee and another limit.
  public func changed(_ count: Int) -> [ProcedureVersion] {
    let step = max(1, versions.count / max(1, count))
    return stride(from: 0, to: versions.count, by: step).prefix(count).map { place in
      var version = versions[place]
      version.rules.fees[0].amount = .fixed(47_500)
      version.rules.limits[0].stages = [LimitRule.Stage(limit: .workingDays(4))]
      return version
    }
  }
}

/// Draws words and numbers as procedures have them.
private struct Words {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  private mutating func pick(_ texts: [String]) -> String { texts[below(texts.count)] }

  private static let doing = [
    "Cấp", "Cấp lại", "Cấp đổi", "Gia hạn", "Thu hồi", "Điều chỉnh", "Xác nhận", "Đăng ký", "Công nhận", "Phê duyệt",
  ]
  private static let things = [
    "giấy phép", "giấy chứng nhận", "chứng chỉ hành nghề", "văn bản chấp thuận", "hồ sơ", "quyết định", "danh sách",
    "thẻ",
  ]
  private static let fields = [
    "Đất đai", "Xây dựng", "Hộ tịch", "Bảo trợ xã hội", "Nông nghiệp", "Kinh doanh", "Giáo dục", "Y tế", "Môi trường",
    "Văn hóa",
  ]
  private static let persons = [
    "hộ gia đình", "cá nhân", "tổ chức", "hợp tác xã", "cơ sở giáo dục", "người có công", "hộ kinh doanh",
    "cộng đồng dân cư",
  ]
  private static let papers = [
    "Đơn đề nghị", "Tờ khai", "Bản sao giấy chứng nhận", "Bản vẽ hiện trạng", "Văn bản thỏa thuận", "Giấy ủy quyền",
    "Hợp đồng", "Biên bản kiểm tra", "Bản cam kết", "Báo cáo thuyết minh", "Quyết định thành lập", "Giấy xác nhận",
  ]

  mutating func version(_ number: Int) -> ProcedureVersion {
    let digits = String(900_000 + number)
    let (thing, field, person) = (pick(Self.things), pick(Self.fields), pick(Self.persons))
    var version = ProcedureVersion(
      code: "\(1 + below(3)).\(digits)",
      name: "\(pick(Self.doing)) \(thing) về \(field.lowercased()) cho \(person) (mẫu \(number + 1))", field: field,
      onlineLevel: .known(below(2) == 0 ? .full : .partial), timeLimit: .workingDays([3, 5, 10, 15, 20][below(5)]),
      fee: .unknown)
    version.rules = rules(thing)
    return version
  }

  private mutating func rules(_ thing: String) -> ProcedureRules {
    var rules = ProcedureRules()
    rules.questions = [
      CaseQuestion(id: "lan", text: "Cấp lần đầu hay cấp lại?", answers: ["lần đầu", "cấp lại", "cấp đổi"], usual: 1),
      CaseQuestion(id: "uy-quyen", text: "Có ủy quyền thực hiện?", answers: ["không", "có"], usual: 1),
    ]
    rules.cases = zip(["moi", "lai", "doi"], ["Cấp lần đầu", "Cấp lại do mất, hỏng", "Cấp đổi do thay đổi thông tin"])
      .enumerated().map { index, one in
        ProcedureCase(
          id: one.0, name: one.1, condition: CaseCondition([.init(question: "lan", answers: [index + 1])]))
      }
    let authorised = Applicability(condition: CaseCondition([.init(question: "uy-quyen", answers: [2])]))
    rules.papers = (0..<GeneratedCatalogue.papersOfEach).map { place in
      PaperRule(
        name: place == 5 ? "Văn bản ủy quyền" : "\(pick(Self.papers)) \(thing) (bản \(place + 1))", need: .required,
        applies: place == 5
          ? authorised : place < 3 ? .always : Applicability(cases: [["moi", "lai", "doi"][below(3)]]),
        form: .known(PaperRule.Form.allCases[below(4)]), count: .known(1 + below(2)),
        formNumber: place == 0 ? "Mẫu số \(1 + below(40))" : "", replacedBy: place == 2 ? "CSDLQG về dân cư" : "")
    }
    rules.fees = [
      FeeItem(name: "Lệ phí \(thing)", kind: .known(.charge), amount: .fixed(5000 * (1 + below(20)))),
      FeeItem(
        name: "Phí thẩm định hồ sơ", kind: .known(.fee), applies: Applicability(cases: ["moi"]),
        amount: .each(1000 * (1 + below(50)), .copy)),
    ]
    rules.limits = [
      LimitRule(
        applies: Applicability(cases: ["lai", "doi"]),
        stages: [LimitRule.Stage(limit: .workingDays(2 + below(6)))])
    ]
    return rules
  }
}
