import Foundation
import SwiftProtobuf

/// Builds folded dossiers from shapes and columns. The input may come from an attacker: every value must be in the
/// columns, and the total size is limited.
struct FoldedBatchDecoder {
  private var columns: [FoldedBatch.Path: Column] = [:]
  private let shapes: [[UInt8]]
  private var bytesLeft: Int

  private struct Column {
    var numbers: ArraySlice<Int64>
    var values: [Data]
    var uses: ArraySlice<UInt32>
    var nextNew = 0
    var last: Int64 = 0
  }

  init(_ message: FoldedBatch.Message, mostBytes: Int) throws(SyncProtocolError) {
    shapes = message.shapes.map { Array($0) }
    bytesLeft = mostBytes
    for column in message.columns {
      let isNew =
        columns.updateValue(
          Column(numbers: column.numbers[...], values: column.values, uses: column.uses[...]), forKey: column.path)
        == nil
      guard isNew else { throw .malformed("column") }
    }
  }

  mutating func next(_ index: UInt32) throws(SyncProtocolError) -> [UInt8] {
    guard shapes.indices.contains(Int(index)) else { throw .malformed("shape") }
    var shape = shapes[Int(index)][...]
    var moment: Int64 = 0
    let bytes = try message(&shape, outer: 0, &moment)
    guard shape.isEmpty else { throw .malformed("shape") }
    return bytes
  }

  private mutating func message(
    _ shape: inout ArraySlice<UInt8>, outer: UInt32, _ moment: inout Int64
  ) throws(SyncProtocolError) -> [UInt8] {
    var bytes: [UInt8] = []
    while let key = try Self.key(&shape) {
      guard key > 0 else {
        guard outer > 0 else { throw .malformed("shape") }
        return bytes
      }
      let path = FoldedBatch.path(outer, UInt32(key >> 3))
      let before = bytes.count
      bytes.append(varint: key)
      switch key & 7 {
      case 0: bytes.append(varint: try number(path, &moment))
      case 2:
        let isMessage = FoldedBatch.nested.contains(path)
        let content = isMessage ? try message(&shape, outer: path, &moment) : try value(path, &moment)
        bytes.append(varint: UInt64(content.count))
        bytes += content
      default: throw .malformed("shape")
      }
      bytesLeft -= bytes.count - before
      guard bytesLeft >= 0 else { throw .tooLarge(bytes.count) }
    }
    guard outer == 0 else { throw .malformed("shape") }
    return bytes
  }

  /// Reads a key of one or two bytes; nil at the end of the shape.
  private static func key(_ shape: inout ArraySlice<UInt8>) throws(SyncProtocolError) -> UInt64? {
    guard let first = shape.popFirst() else { return nil }
    guard first >= 0x80 else { return UInt64(first) }
    guard let second = shape.popFirst(), second > 0, second < 0x10 else { throw .malformed("shape") }
    return UInt64(first & 0x7F) | UInt64(second) << 7
  }

  private mutating func number(_ path: FoldedBatch.Path, _ moment: inout Int64) throws(SyncProtocolError) -> UInt64 {
    guard var column = columns[path], let told = column.numbers.popFirst() else { throw .malformed("numbers") }
    defer { columns[path] = column }
    switch FoldedBatch.numbers(at: path) {
    case .plain: return UInt64(bitPattern: told)
    case .time:
      moment = moment &+ told
      return zigzag(moment)
    case .step:
      column.last = column.last &+ told
      return zigzag(column.last)
    }
  }

  private mutating func value(_ path: FoldedBatch.Path, _ moment: inout Int64) throws(SyncProtocolError) -> [UInt8] {
    guard var column = columns[path] else { throw .malformed("values") }
    defer { columns[path] = column }
    if path == FoldedBatch.identifier {
      guard let step = column.numbers.popFirst(), column.values.indices.contains(column.nextNew),
        column.values[column.nextNew].count == 10
      else { throw .malformed("identifier") }
      column.last = column.last &+ step
      moment = column.last
      defer { column.nextNew += 1 }
      return identifierBytes(time: moment) + column.values[column.nextNew]
    }
    guard let use = column.uses.popFirst() else { throw .malformed("values") }
    let index = use == 0 ? column.nextNew : Int(use) - 1
    guard column.values.indices.contains(index), use == 0 || index < column.nextNew else { throw .malformed("values") }
    if use == 0 { column.nextNew += 1 }
    return Array(column.values[index])
  }

  /// Checks that every value of every column was used.
  func checkEnd() throws(SyncProtocolError) {
    let isAtEnd = columns.values.allSatisfy {
      $0.numbers.isEmpty && $0.uses.isEmpty && $0.nextNew == $0.values.count
    }
    guard isAtEnd else { throw .malformed("columns") }
  }
}
