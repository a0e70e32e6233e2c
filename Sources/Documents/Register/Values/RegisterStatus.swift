import DossierDomain
import VietnameseText

/// The words by which registers name a dossier's status.
enum RegisterStatus {
  /// By the national number, by this program's words, or by those of other systems; nil if it is none of them.
  static func known(_ text: String) -> DossierStatus? {
    if let number = Int(text), let status = DossierStatus(rawValue: number) { return status }
    return byName[text.folded.words.joined(separator: " ")]
  }

  private static let byName: [String: DossierStatus] = {
    var table = otherNames
    for status in DossierStatus.allCases {
      for language in Language.allCases { table[status.wording(language).folded.words.joined(separator: " ")] = status }
    }
    return table
  }()

  /// Names of statuses in other systems (domain facts 3.1 and their forms).
  private static let otherNames: [String: DossierStatus] = [
    "moi dang ky": .registered, "moi": .registered, "duoc tiep nhan": .received, "da tiep nhan": .received,
    "moi tiep nhan": .received,
    "khong duoc tiep nhan": .refused, "tu choi": .refused, "tu choi tiep nhan": .refused, "dang xu ly": .inProgress,
    "dang giai quyet": .inProgress, "dang thu ly": .inProgress, "dang thuc hien": .inProgress,
    "yeu cau bo sung giay to": .supplementRequested, "cho bo sung": .supplementRequested,
    "yeu cau bo sung": .supplementRequested,
    "dang cho bo sung": .supplementRequested, "yeu cau thuc hien nghia vu tai chinh": .paymentRequested,
    "cho thanh toan": .paymentRequested, "cho nop phi": .paymentRequested, "chua giai quyet": .inProgress,
    "cong dan yeu cau rut ho so": .withdrawn, "rut ho so": .withdrawn, "da rut": .withdrawn,
    "cong dan rut ho so": .withdrawn,
    "dung xu ly": .stopped, "da xu ly xong": .completed, "cho tra ket qua": .completed, "da co ket qua": .completed,
    "da giai quyet": .completed, "da giai quyet xong": .completed, "da xu ly": .completed, "hoan thanh": .completed,
    "da hoan thanh": .completed, "cho tra": .completed,
    "da tra ket qua": .handedBack, "da tra": .handedBack, "da tra kq": .handedBack, "da tra cho cong dan": .handedBack,
  ]
}
