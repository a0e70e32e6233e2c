import DossierDomain
import Foundation
import JournalFormat
import SwiftProtobuf

/// The identifiers of clerks or epochs in a message. Each is listed once and then named by its index, because a message
/// has many rows about few of them.
private struct Names<Subject> {
  private(set) var list: [Identifier<Subject>] = []
  private var indexes: [Identifier<Subject>: UInt32] = [:]

  mutating func index(of identifier: Identifier<Subject>) -> UInt32 {
    if let known = indexes[identifier] { return known }
    let index = UInt32(list.count)
    list.append(identifier)
    indexes[identifier] = index
    return index
  }

  var messages: [Data] { list.map { Data($0.bytes) } }
}

extension MessageParts {
  /// - Parameter through: 0 in a request.
  static func message(_ signatures: Signatures, through: Int64 = 0) -> Dossier_Sync_Signatures {
    var clerks = Names<Clerk>()
    var epochs = Names<Device>()
    var message = Dossier_Sync_Signatures()
    message.statements = signatures.statements.map { statement in
      var before = statement.first
      return .with {
        $0.clerk = clerks.index(of: statement.clerk)
        $0.epoch = epochs.index(of: statement.epoch)
        $0.first = statement.first
        $0.span = UInt32(clamping: statement.last - statement.first)
        $0.confirmed = statement.confirmed.map { sequence in
          defer { before = sequence }
          return UInt32(clamping: sequence - before)
        }
        $0.signature = Data(statement.signature)
      }
    }
    message.heads = signatures.heads.map { head in
      .with {
        $0.device = Data(head.device.bytes)
        $0.epoch = epochs.index(of: head.epoch)
        $0.sequence = head.sequence
        $0.hash = Data(head.hash)
        $0.at = head.at.milliseconds
        $0.signature = Data(head.signature)
      }
    }
    message.keys = signatures.keys.map { key in
      .with {
        $0.clerk = clerks.index(of: key.clerk)
        $0.key = Data(key.key.bytes)
        $0.since = key.since.milliseconds
        $0.until = key.until?.milliseconds ?? 0
      }
    }
    message.machines = signatures.machines.map { machine in
      .with {
        $0.device = Data(machine.device.bytes)
        $0.name = machine.name
        $0.key = Data(machine.key.bytes)
        $0.revokedAt = machine.revokedAt?.milliseconds ?? 0
      }
    }
    message.clerks = clerks.messages
    message.epochs = epochs.messages
    message.through = through
    return message
  }

  static func signatures(_ message: Dossier_Sync_Signatures) throws(SyncProtocolError) -> Signatures {
    var clerks: [ClerkID] = []
    for clerk in message.clerks { clerks.append(try identifier(clerk)) }
    var epochs: [DeviceEpoch] = []
    for epoch in message.epochs { epochs.append(try identifier(epoch)) }
    var signatures = Signatures()
    for statement in message.statements {
      signatures.statements.append(try Self.statement(statement, clerks, epochs))
    }
    for head in message.heads {
      guard head.hash.count == 32 else { throw .malformed("head") }
      signatures.heads.append(
        MachineHead(
          device: try identifier(head.device), epoch: try named(head.epoch, epochs), sequence: try place(head.sequence),
          hash: Array(head.hash), at: try instant(head.at), signature: try signature(head.signature)))
    }
    for key in message.keys {
      signatures.keys.append(
        ClerkKey(
          clerk: try named(key.clerk, clerks), key: try publicKey(key.key), since: try instant(key.since),
          until: try optionalInstant(key.until)))
    }
    for machine in message.machines {
      guard machine.name.utf8.count <= 400 else { throw .malformed("machine") }
      signatures.machines.append(
        Machine(
          device: try identifier(machine.device), name: machine.name, key: try publicKey(machine.key),
          revokedAt: try optionalInstant(machine.revokedAt)))
    }
    return signatures
  }

  private static func statement(
    _ message: Dossier_Sync_Statement, _ clerks: [ClerkID], _ epochs: [DeviceEpoch]
  ) throws(SyncProtocolError) -> ClerkStatement {
    let first = try place(message.first)
    let last = try place(first + Int64(message.span))
    guard last - first < ClerkStatement.longestSpan else { throw .malformed("statement") }
    var confirmed: [Int64] = []
    for step in message.confirmed {
      let sequence = (confirmed.last ?? first) + Int64(step)
      // The sequences ascend; the first one may be that of the first entry itself.
      guard sequence <= last, confirmed.isEmpty || step > 0 else { throw .malformed("statement") }
      confirmed.append(sequence)
    }
    return ClerkStatement(
      clerk: try named(message.clerk, clerks), epoch: try named(message.epoch, epochs), first: first, last: last,
      confirmed: confirmed, signature: try signature(message.signature))
  }

  private static func named<Name>(_ index: UInt32, _ names: [Name]) throws(SyncProtocolError) -> Name {
    guard names.indices.contains(Int(index)) else { throw .malformed("name") }
    return names[Int(index)]
  }

  static func signature(_ data: Data) throws(SyncProtocolError) -> [UInt8] {
    guard data.count == SigningPublicKey.signatureLength else { throw .malformed("signature") }
    return Array(data)
  }

  static func publicKey(_ data: Data) throws(SyncProtocolError) -> SigningPublicKey {
    guard let key = SigningPublicKey(bytes: data) else { throw .malformed("key") }
    return key
  }

  // MARK: Credentials

  static func message(_ credential: ClerkCredential) -> Dossier_Sync_Credential {
    .with {
      $0.clerk = Data(credential.clerk.bytes)
      $0.salt = Data(credential.salt)
      $0.digest = Data(credential.digest)
      $0.key = Data(credential.key?.bytes ?? [])
      $0.wrappedKey = Data(credential.wrappedKey)
      $0.isInitial = credential.isInitial
      $0.signature = Data(credential.signature)
    }
  }

  static func credential(_ message: Dossier_Sync_Credential) throws(SyncProtocolError) -> ClerkCredential {
    guard message.salt.count <= 64, message.digest.count <= 64, message.wrappedKey.count <= 128,
      message.key.isEmpty == message.wrappedKey.isEmpty
    else { throw .malformed("credential") }
    return ClerkCredential(
      clerk: try identifier(message.clerk), salt: Array(message.salt), digest: Array(message.digest),
      key: message.key.isEmpty ? nil : try publicKey(message.key), wrappedKey: Array(message.wrappedKey),
      isInitial: message.isInitial, signature: message.signature.isEmpty ? [] : try signature(message.signature))
  }

  // MARK: Who may sign in

  static func message(_ clerks: MachineClerks) -> Dossier_Sync_MachineClerks {
    .with {
      switch clerks {
      case .everybody: $0.everybody = true
      case .only(let clerks): $0.clerks = clerks.sorted().map { Data($0.bytes) }
      }
    }
  }

  static func machineClerks(_ message: Dossier_Sync_MachineClerks) throws(SyncProtocolError) -> MachineClerks {
    if message.everybody { return .everybody }
    var clerks: Set<ClerkID> = []
    for clerk in message.clerks { clerks.insert(try identifier(clerk)) }
    return .only(clerks)
  }
}
