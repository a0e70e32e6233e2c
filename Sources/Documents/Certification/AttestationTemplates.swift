import DossierDomain
import ReferenceData

/// The attestations of all kinds: those that came with the program, and what an office has confirmed or put in their place.
public struct AttestationTemplates: Hashable, Sendable {
  private var byKind: [AttestationKind: AttestationTemplate]

  public static let shipped = AttestationTemplates(
    byKind: AttestationTemplateReader(onto: nil).read(AttestationTexts.text).templates)

  /// As an office's file may say it otherwise.
  public static var shippedText: String { AttestationTexts.text }

  private init(byKind: [AttestationKind: AttestationTemplate]) { self.byKind = byKind }

  /// The shipped attestations, changed by an office's file. It has the form of `AttestationTexts`, with what changes only; its rows
  /// take the place of all shipped ones of their kind. A confirmation names the version of the text in `date`.
  /// - Throws: all faults of the file; then nothing of it holds.
  public init(changedBy bytes: [UInt8]) throws(FormTemplateFaults) {
    guard bytes.count <= AttestationTemplateReader.maximumBytes,
      let text = String(validating: bytes, as: UTF8.self)
    else { throw FormTemplateFaults([FormTemplateFault(line: 1, .notText)]) }
    let (templates, faults) = AttestationTemplateReader(onto: AttestationTemplates.shipped.byKind).read(text)
    guard faults.isEmpty else { throw FormTemplateFaults(faults) }
    byKind = AttestationTemplates.shipped.byKind.merging(templates) { $1 }
  }

  public subscript(kind: AttestationKind) -> AttestationTemplate { byKind[kind] ?? AttestationTemplate(kind: kind) }
}
