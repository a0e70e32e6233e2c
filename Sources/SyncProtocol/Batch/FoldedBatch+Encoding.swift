import Foundation
import SwiftProtobuf

/// Splits folded dossiers into shapes and columns of values.
struct FoldedBatchEncoder {
  private(set) var message = FoldedBatch.Message()
  private var shapes: [[UInt8]: UInt32] = [:]
  private var columns: [FoldedBatch.Path: Column] = [:]

  private struct Column {
    var index: Int
    var known: [Data: UInt32] = [:]
    /// The last number of the column, for numbers that are sent as differences.
    var last: Int64 = 0
  }

  private struct Leaf {
    var path: FoldedBatch.Path
    var value: WireFields.Value
  }

  mutating func add(_ bytes: [UInt8], at place: Int) {
    var shape: [UInt8] = []
    var leaves: [Leaf] = []
    var again: [UInt8] = []
    guard Self.take(bytes[...], outer: 0, &shape, &leaves, &again), again == bytes else {
      message.irregular.append(
        .with {
          $0.place = UInt32(place)
          $0.bytes = Data(bytes)
        })
      return
    }
    let index = shapes[shape] ?? UInt32(shapes.count)
    if index == shapes.count {
      shapes[shape] = index
      message.shapes.append(Data(shape))
    }
    message.shape.append(index)
    var moment: Int64 = 0
    for leaf in leaves { put(leaf, &moment) }
  }

  /// Splits a message into its shape and its values, and encodes it again as a decoder would, so that the caller can
  /// compare the bytes.
  private static func take(
    _ bytes: ArraySlice<UInt8>, outer: UInt32, _ shape: inout [UInt8], _ leaves: inout [Leaf], _ again: inout [UInt8]
  ) -> Bool {
    var fields = WireFields(bytes)
    while !fields.isAtEnd {
      guard let (key, value) = fields.next() else { return false }
      let path = FoldedBatch.path(outer, UInt32(key >> 3))
      shape.append(varint: key)
      again.append(varint: key)
      switch value {
      case .number(let number): again.append(varint: number)
      case .bytes(let content):
        again.append(varint: UInt64(content.count))
        if FoldedBatch.nested.contains(path) {
          guard take(content, outer: path, &shape, &leaves, &again) else { return false }
          shape.append(0)
          continue
        }
        if path == FoldedBatch.identifier, content.count != 16 { return false }
        again += content
      }
      leaves.append(Leaf(path: path, value: value))
    }
    return true
  }

  private mutating func put(_ leaf: Leaf, _ moment: inout Int64) {
    var column = columns[leaf.path] ?? Column(index: message.columns.count)
    if column.index == message.columns.count { message.columns.append(.with { $0.path = leaf.path }) }
    switch leaf.value {
    case .number(let number): message.columns[column.index].numbers.append(told(number, leaf.path, &column, &moment))
    case .bytes(let content) where leaf.path == FoldedBatch.identifier:
      moment = identifierTime(content)
      message.columns[column.index].numbers.append(moment - column.last)
      message.columns[column.index].values.append(Data(content.dropFirst(6)))
      column.last = moment
    case .bytes(let content):
      let value = Data(content)
      message.columns[column.index].uses.append(column.known[value].map { $0 + 1 } ?? 0)
      if column.known[value] == nil {
        column.known[value] = UInt32(column.known.count)
        message.columns[column.index].values.append(value)
      }
    }
    columns[leaf.path] = column
  }

  private func told(
    _ number: UInt64, _ path: FoldedBatch.Path, _ column: inout Column, _ moment: inout Int64
  ) -> Int64 {
    switch FoldedBatch.numbers(at: path) {
    case .plain: return Int64(bitPattern: number)
    case .time:
      defer { moment = unzigzag(number) }
      return unzigzag(number) &- moment
    case .step:
      defer { column.last = unzigzag(number) }
      return unzigzag(number) &- column.last
    }
  }
}
