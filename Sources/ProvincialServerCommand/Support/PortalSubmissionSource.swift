import DossierDomain
import ProvincialServer

/// Invented submissions for the procedures that citizens submit most, made from a seed.
struct PortalSubmissionSource {
  private var random: SplitMix
  private let agencyCode: String
  private let procedures: [ProcedureVersion]

  private static let families = ["Nguyễn", "Trần", "Lê", "Hồ", "Phan", "Võ", "Kray", "Hoàng"]
  private static let middles = ["Văn", "Thị", "Hữu", "Thị Kim", "Minh", "Ngọc"]
  private static let names = ["An", "Bình", "Chi", "Dũng", "Hà", "Hiếu", "Lan", "Mai", "Nga", "Sơn", "Tâm", "Vinh"]
  private static let hamlets = ["A Ngo", "A Đeng", "La Lay", "Ky Ne", "A Rồng"]

  init(seed: UInt64, agencyCode: String) {
    random = SplitMix(state: seed)
    self.agencyCode = agencyCode
    procedures = Catalogue.starter.versions.filter { version in
      version.isReceivable && !version.isConfidential && version.onlineLevel != .unknown
    }
  }

  mutating func next(at now: Instant) -> PortalSubmission {
    let owner = PortalSubmission.Party(
      name: "\(pick(Self.families)) \(pick(Self.middles)) \(pick(Self.names))",
      identityNumber: "0450\(70 + random.next() % 30)\(100_000 + random.next() % 900_000)",
      birth: "\(1970 + random.next() % 30)", phone: "09\(10_000_000 + random.next() % 90_000_000)",
      address: "Thôn \(pick(Self.hamlets))")
    let procedure = procedures.isEmpty ? nil : procedures[Int(random.next() % UInt64(procedures.count))]
    return PortalSubmission(
      portalCode: "G22.99-\(now.civilDate.compact)-\(100_000 + random.next() % 900_000)", agencyCode: agencyCode,
      procedureCode: procedure?.code ?? "", owner: owner, submittedAt: now.iso8601)
  }

  /// A random pause between half and one and a half times the mean.
  mutating func pause(mean: Int) -> Int { mean / 2 + Int(random.next() % UInt64(mean + 1)) }

  private mutating func pick(_ words: [String]) -> String { words[Int(random.next() % UInt64(words.count))] }
}

/// SplitMix64.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
