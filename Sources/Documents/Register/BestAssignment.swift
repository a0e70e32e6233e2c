/// Gives each meaning at most one column and each column at most one meaning, so that the sum of the scores is greatest
/// (the Hungarian method, Kuhn 1955). A pair without a positive score is never chosen.
///
/// Its cost is the square of the meanings times the columns. Columns without a positive score, which are nearly all of
/// a wide table, do not enter.
struct BestAssignment {
  /// For each meaning the column, or nil.
  let columns: [Int?]
  /// How many pairs were looked at.
  private(set) var steps = 0

  /// - Parameter scores: for each meaning a score for each column; all rows have the same length.
  init(_ scores: [[Int]]) {
    let entering = (scores.first?.indices ?? 0..<0).filter { column in scores.contains { $0[column] > 0 } }
    var steps = 0
    columns = Self.columns(scores.map { row in entering.map { row[$0] } }, &steps).map { $0.map { entering[$0] } }
    self.steps = steps
  }

  private static func columns(_ scores: [[Int]], _ steps: inout Int) -> [Int?] {
    let rows = scores.count
    guard let count = scores.first?.count, count > 0 else { return Array(repeating: nil, count: rows) }
    // As many imaginary columns as meanings, so that a meaning can stay without a column at a cost of 0.
    let width = count + rows
    func cost(_ row: Int, _ column: Int) -> Int { column < count ? -max(0, scores[row][column]) : 0 }
    var rowPotential = Array(repeating: 0, count: rows + 1)
    var columnPotential = Array(repeating: 0, count: width + 1)
    /// The row (from 1) to which a column (from 1) is given; 0 is free.
    var given = Array(repeating: 0, count: width + 1)
    var way = Array(repeating: 0, count: width + 1)
    for row in 1...rows {
      given[0] = row
      var column = 0
      var least = Array(repeating: Int.max, count: width + 1)
      var isUsed = Array(repeating: false, count: width + 1)
      repeat {
        isUsed[column] = true
        let current = given[column]
        var (delta, next) = (Int.max, 0)
        steps += width
        for other in 1...width where !isUsed[other] {
          let reduced = cost(current - 1, other - 1) - rowPotential[current] - columnPotential[other]
          if reduced < least[other] { (least[other], way[other]) = (reduced, column) }
          if least[other] < delta { (delta, next) = (least[other], other) }
        }
        for other in 0...width {
          if isUsed[other] {
            rowPotential[given[other]] += delta
            columnPotential[other] -= delta
          } else if least[other] != Int.max {
            least[other] -= delta
          }
        }
        column = next
      } while given[column] != 0
      repeat {
        let previous = way[column]
        given[column] = given[previous]
        column = previous
      } while column != 0
    }
    var found: [Int?] = Array(repeating: nil, count: rows)
    for column in 1...count where given[column] > 0 && scores[given[column] - 1][column - 1] > 0 {
      found[given[column] - 1] = column - 1
    }
    return found
  }
}
