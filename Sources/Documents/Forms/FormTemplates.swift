import DossierDomain
import ReferenceData

/// The templates of all papers: those that came with the program, and what an office has put in their place.
public struct FormTemplates: Hashable, Sendable {
  private var byKind: [FormKind: FormTemplate]

  public static let shipped = FormTemplates(byKind: FormTemplateReader(onto: nil).read(StarterForms.text).templates)

  /// As an office's file may say it otherwise.
  public static var shippedText: String { StarterForms.text }

  private init(byKind: [FormKind: FormTemplate]) { self.byKind = byKind }

  /// The shipped templates, changed by an office's file. It has the form of `StarterForms`, with the values that change only;
  /// each form in it says its `date`, by which papers of before and after are told apart.
  /// - Throws: all faults of the file; then nothing of it holds.
  public init(changedBy bytes: [UInt8]) throws(FormTemplateFaults) {
    guard bytes.count <= FormTemplateReader.maximumBytes, let text = String(validating: bytes, as: UTF8.self) else {
      throw FormTemplateFaults([FormTemplateFault(line: 1, .notText)])
    }
    let (templates, faults) = FormTemplateReader(onto: FormTemplates.shipped.byKind).read(text)
    guard faults.isEmpty else { throw FormTemplateFaults(faults) }
    byKind = FormTemplates.shipped.byKind.merging(templates) { $1 }
  }

  public subscript(kind: FormKind) -> FormTemplate { byKind[kind] ?? FormTemplate(kind: kind) }
}
