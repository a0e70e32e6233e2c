import DossierDomain
import Foundation
import JournalFormat
import SwiftProtobuf

/// Places of an order as columns. The bytes of entries lie together, own entries are runs of names, and only exceptions
/// (withheld, not accepted, of another office) take further space. `withheld` contains indexes, each as the difference
/// from the previous one.
protocol PlaceColumns {
  var entries: Dossier_Sync_EntryBatch { get set }
  var own: [Dossier_Sync_OwnRun] { get set }
  var withheld: [UInt32] { get set }
  var withheldHashes: Data { get set }
  var rulings: [Dossier_Sync_Ruling] { get set }
  var references: [UInt32] { get set }
  var seals: [Dossier_Sync_Seal] { get set }
}

extension Dossier_Sync_SyncResponse: PlaceColumns {}
extension Dossier_Sync_Places: PlaceColumns {}

extension PlaceColumns {
  // MARK: Encoding

  mutating func put(_ places: [OrderedEntry]) {
    var withBytes: [[UInt8]] = []
    var lastWithheld: UInt32 = 0
    for (index, place) in places.enumerated() {
      let index = UInt32(index)
      switch place.content {
      case .bytes(let bytes): withBytes.append(bytes)
      case .own(let reference): addOwn(reference, at: index)
      case .withheld(let hash):
        withheld.append(index - lastWithheld)
        lastWithheld = index
        withheldHashes.append(contentsOf: hash)
      }
      if let ruling = MessageParts.ruling(place.verdict, place: index) { rulings.append(ruling) }
      if place.isReference { references.append(index) }
      if !place.seal.isEmpty { seals.append(MessageParts.message(seal: place.seal, at: index)) }
    }
    if !withBytes.isEmpty { entries = EntryBatchEncoder.encode(withBytes) }
  }

  private mutating func addOwn(_ reference: EntryReference, at place: UInt32) {
    if let last = own.indices.last, own[last].epoch == Data(reference.epoch.bytes),
      own[last].first + Int64(own[last].count) == reference.sequence, own[last].place + own[last].count == place
    {
      own[last].count += 1
      return
    }
    own.append(
      .with {
        $0.place = place
        $0.epoch = Data(reference.epoch.bytes)
        $0.first = reference.sequence
        $0.count = 1
      })
  }

  // MARK: Decoding

  /// - Parameter sequences: the sequence of each place; there are as many places as sequences.
  func places(
    at sequences: some RandomAccessCollection<Int64>, _ limits: SyncLimits
  ) throws(SyncProtocolError) -> [OrderedEntry] {
    let contents = try contents(count: sequences.count, limits)
    var places: [OrderedEntry] = []
    places.reserveCapacity(contents.count)
    for (sequence, content) in zip(sequences, contents) {
      places.append(OrderedEntry(officeSequence: sequence, verdict: .accepted, content: content))
    }
    for ruling in rulings {
      guard places.indices.contains(Int(ruling.place)) else { throw .malformed("ruling") }
      places[Int(ruling.place)].verdict = try MessageParts.verdict(ruling)
    }
    for index in references {
      guard places.indices.contains(Int(index)) else { throw .malformed("reference") }
      places[Int(index)].isReference = true
    }
    for seal in seals {
      guard places.indices.contains(Int(seal.place)) else { throw .malformed("seal") }
      places[Int(seal.place)].seal = try MessageParts.seal(seal.code)
    }
    return places
  }

  private func contents(count: Int, _ limits: SyncLimits) throws(SyncProtocolError) -> [OrderedEntry.Content] {
    guard count <= limits.entries else { throw .tooMany(count) }
    var contents = [OrderedEntry.Content?](repeating: nil, count: count)
    func put(_ content: OrderedEntry.Content, at index: Int) throws(SyncProtocolError) {
      guard contents.indices.contains(index), contents[index] == nil else { throw .malformed("place") }
      contents[index] = content
    }
    for run in own {
      let epoch: DeviceEpoch = try MessageParts.identifier(run.epoch)
      guard run.count <= count else { throw .malformed("own") }
      let first = try MessageParts.place(run.first)
      for offset in 0..<run.count {
        try put(
          .own(EntryReference(epoch: epoch, sequence: first + Int64(offset))), at: Int(run.place) + Int(offset))
      }
    }
    let hashes = Array(withheldHashes)
    guard hashes.count == withheld.count * 32 else { throw .malformed("withheld") }
    var index = 0
    for (number, step) in withheld.enumerated() {
      index += Int(step)
      try put(.withheld(hash: Array(hashes[number * 32..<number * 32 + 32])), at: index)
    }
    var bytes = try EntryBatchDecoder.decode(entries, limits: limits)[...]
    var complete: [OrderedEntry.Content] = []
    complete.reserveCapacity(count)
    for content in contents {
      if let content {
        complete.append(content)
      } else if let next = bytes.popFirst() {
        complete.append(.bytes(next))
      } else {
        throw .malformed("places")
      }
    }
    guard bytes.isEmpty else { throw .malformed("places") }
    return complete
  }
}

extension MessageParts {
  static func message(seal: [UInt8], at place: UInt32) -> Dossier_Sync_Seal {
    .with {
      $0.place = place
      $0.code = Data(seal)
    }
  }

  static func seal(_ code: Data) throws(SyncProtocolError) -> [UInt8] {
    guard code.count <= 64 else { throw .malformed("seal") }
    return Array(code)
  }

  /// Encodes places that need not be consecutive. Each sequence is sent as the difference from the previous one.
  static func message(_ places: [OrderedEntry]) -> Dossier_Sync_Places {
    var message = Dossier_Sync_Places()
    var last: Int64 = 0
    message.sequences = places.map { place in
      defer { last = place.officeSequence }
      return place.officeSequence - last
    }
    message.put(places)
    return message
  }

  /// - Throws: `.malformed` also if a place occurs twice.
  static func places(_ message: Dossier_Sync_Places, _ limits: SyncLimits) throws(SyncProtocolError) -> [OrderedEntry] {
    guard message.sequences.count <= limits.entries else { throw .tooMany(message.sequences.count) }
    var sequences: [Int64] = []
    sequences.reserveCapacity(message.sequences.count)
    var last: Int64 = 0
    for step in message.sequences {
      let (sequence, overflows) = last.addingReportingOverflow(step)
      guard !overflows else { throw .malformed("sequence") }
      sequences.append(try place(sequence))
      last = sequence
    }
    guard Set(sequences).count == sequences.count else { throw .malformed("sequence") }
    return try message.places(at: sequences, limits)
  }
}
