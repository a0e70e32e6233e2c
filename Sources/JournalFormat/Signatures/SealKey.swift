import DossierDomain

/// The public key of a machine whose seals can be checked here.
public struct SealKey: Hashable, Sendable {
  public var key: SigningPublicKey
  public var office: OfficeID
  public var machine: SealingMachine

  public init(_ key: SigningPublicKey, office: OfficeID, machine: SealingMachine) {
    (self.key, self.office, self.machine) = (key, office, machine)
  }
}

extension [SealKey] {
  /// What the seal proves of the code that it ends.
  /// - Parameters:
  ///   - seal: as it stands in the code; empty if there is none.
  ///   - text: what of the code's text is signed, in its canonical form.
  public func verdict(on seal: String, over text: String) -> SealVerdict {
    guard !seal.isEmpty else { return .unsealed }
    // Scanners cut codes and double characters.
    guard PaperSeal.hasForm(seal) else { return .unreadable }
    guard let seal = PaperSeal(text: seal) else { return .wrong }
    let named = filter { PaperSeal.name(of: $0.key) == seal.machine }
    guard !named.isEmpty else { return .unknownMachine }
    let signer = named.first { seal.isSigned(by: $0.key, text: text, office: $0.office) }
    return signer.map { .signed($0.machine) } ?? .wrong
  }
}
