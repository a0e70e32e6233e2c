import Console
import Documents
import DossierDomain

/// The texts of papers as an office has changed them in a file, or as they came with the program.
struct OfficeTexts<Templates: Sendable>: Sendable {
  let templates: Templates
  /// Of the office's file, of which nothing holds then.
  let faults: [FormTemplateFault]
  let path: String

  /// - Parameters:
  ///   - path: of the office's file, which need not be there.
  ///   - changed: what holds with the bytes of that file.
  init(path: String, shipped: Templates, changed: ([UInt8]) throws(FormTemplateFaults) -> Templates) {
    self.path = path
    guard let bytes = WholeFile.bytes(at: path, atMost: 1 << 20) else {
      (templates, faults) = (shipped, [])
      return
    }
    do throws(FormTemplateFaults) {
      templates = try changed(bytes)
      faults = []
    } catch {
      (templates, faults) = (shipped, error.all)
    }
  }

  /// That the office's own texts do not hold, and where its file is wrong; nil if all is well.
  func remark(_ language: Language) -> String? {
    guard let fault = faults.first else { return nil }
    return language.pick(
      "\(path), \(fault.wording(.vi)). Đang dùng mẫu của chương trình.",
      "\(path), \(fault.wording(.en)). The program's own texts are used.")
  }
}

extension Locations {
  /// Read whenever it is used, so that a corrected file holds at once.
  var attestations: OfficeTexts<AttestationTemplates> {
    OfficeTexts(path: configuration + "/attestations.txt", shipped: .shipped) { bytes throws(FormTemplateFaults) in
      try AttestationTemplates(changedBy: bytes)
    }
  }
}
