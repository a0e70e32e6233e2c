/// One item of what a procedure costs.
public struct FeeItem: Hashable, Sendable {
  /// Fee for a service (phí) and charge for an act of state (lệ phí), which are reported apart (Luật Phí và lệ phí 2015, Đ.3).
  public enum Kind: UInt8, CaseIterable, Sendable {
    case fee = 1
    case charge = 2
  }

  public enum Unit: UInt8, CaseIterable, Sendable {
    case copy = 1
    /// A matter (trường hợp), as certification counts signatures and contracts.
    case matter = 2
  }

  /// In đồng.
  public enum Amount: Hashable, Sendable {
    case unknown
    case fixed(Int)
    case each(Int, Unit)
    /// Of each copy: the rates of the first pages in turn, the last rate for all further ones, at most `cap` a copy.
    case pages(rates: [Int], cap: Int?)
  }

  /// What has to be counted before an item can be computed.
  public enum Quantity: String, CaseIterable, Sendable {
    case copies, pages, matters
  }

  /// In the order in which they are asked for.
  public var counted: [Quantity] {
    switch amount {
    case .unknown, .fixed: []
    case .each(_, .copy): [.copies]
    case .each(_, .matter): [.matters]
    case .pages: [.copies, .pages]
    }
  }

  public var name: String
  public var kind: Known<Kind>
  public var applies: Applicability
  public var amount: Amount

  public init(name: String, kind: Known<Kind> = .unknown, applies: Applicability = .always, amount: Amount) {
    self.name = name
    self.kind = kind
    self.applies = applies
    self.amount = amount
  }
}

/// Who pays less, and what shows it.
public struct FeeReduction: Hashable, Sendable {
  /// Names the reduction within its procedure.
  public var id: String
  public var reason: String
  /// The paper or look-up that proves it; empty if the law names none.
  public var proof: String
  /// From 1 to 100; 100 is an exemption.
  public var percent: Int
  public var applies: Applicability

  public init(id: String, reason: String, proof: String = "", percent: Int = 100, applies: Applicability = .always) {
    self.id = id
    self.reason = reason
    self.proof = proof
    self.percent = percent
    self.applies = applies
  }
}

/// What is counted for a fee.
public struct FeeQuantities: Hashable, Sendable {
  /// Also used by procedures that count nothing.
  public static let one = FeeQuantities(copies: 1, pages: 1, matters: 1)
  /// Far more than a counter certifies in a day, and small enough that no product overflows.
  public static let most = 10_000

  public var copies: Int
  /// Of one copy.
  public var pages: Int
  public var matters: Int

  public init(copies: Int, pages: Int, matters: Int) {
    self.copies = min(max(copies, 0), Self.most)
    self.pages = min(max(pages, 0), Self.most)
    self.matters = min(max(matters, 0), Self.most)
  }
}

/// One line of a computed fee.
public struct FeeLine: Hashable, Sendable {
  public var name: String
  public var kind: Known<FeeItem.Kind>
  /// As a sum, `30 × (2 × 2.000)`; empty for a fixed amount.
  public var calculation: String
  /// In đồng; nil if it is not known.
  public var amount: Int?
  /// What the amount is the product of. Nil if nothing was counted, or if the record does not say it.
  public var count: Count?

  /// So many of a unit, at so much each. What a cap leaves off is off the unit's amount; a reduction is off the sum of the lines.
  public struct Count: Hashable, Sendable {
    public var quantity: Int
    public var unit: FeeItem.Unit
    /// In đồng. Of a copy with all its pages, if the item is computed by pages.
    public var unitAmount: Int

    public init(_ quantity: Int, _ unit: FeeItem.Unit, at unitAmount: Int) {
      self.quantity = quantity
      self.unit = unit
      self.unitAmount = unitAmount
    }
  }

  /// In đồng. No reception writes more, so what comes to more is a mistake in the procedure or in a count, and not known.
  public static let highest = 999_999_999_999

  public init(name: String, kind: Known<FeeItem.Kind>, calculation: String, amount: Int?, count: Count? = nil) {
    self.name = name
    self.kind = kind
    self.calculation = calculation
    self.amount = amount
    self.count = count
  }
}

extension FeeLine.Count {
  public var amount: Int { quantity * unitAmount }

  /// Whether a reception can have counted it. Within these bounds the product is a number.
  var isBounded: Bool {
    (0...FeeQuantities.most).contains(quantity) && (0...FeeLine.highest).contains(unitAmount)
  }
}

extension FeeItem {
  /// What the item comes to. A known amount never falls when more copies, pages or matters are asked for.
  public func line(_ quantities: FeeQuantities) -> FeeLine {
    switch amount {
    case .unknown: FeeLine(name: name, kind: kind, calculation: "", amount: nil)
    case .fixed(let amount): FeeLine(name: name, kind: kind, calculation: "", amount: amount)
    case .each(let rate, let unit): line(FeeLine.Count(quantities.count(of: unit), unit, at: rate), amountText(rate))
    case .pages(let rates, let cap):
      if let copy = Self.copy(rates, cap, pages: quantities.pages) {
        line(FeeLine.Count(quantities.copies, .copy, at: copy.amount), "(\(copy.words))")
      } else {
        FeeLine(name: name, kind: kind, calculation: "", amount: nil)
      }
    }
  }

  /// - Parameter each: how the unit's amount is written.
  private func line(_ count: FeeLine.Count, _ each: String) -> FeeLine {
    let isKnown = count.isBounded && count.amount <= FeeLine.highest
    return FeeLine(
      name: name, kind: kind, calculation: "\(count.quantity) × \(each)", amount: isKnown ? count.amount : nil,
      count: isKnown ? count : nil)
  }

  private static func copy(_ rates: [Int], _ cap: Int?, pages: Int) -> (amount: Int, words: String)? {
    guard let last = rates.last else { return nil }
    var terms: [(count: Int, rate: Int)] = []
    for page in 0..<min(pages, rates.count) { terms.append(rate: rates[page], count: 1) }
    if pages > rates.count { terms.append(rate: last, count: pages - rates.count) }
    let sum = terms.reduce(0) { $0 + $1.count * $1.rate }
    let amount = min(sum, cap ?? sum)
    let words =
      amount < sum ? amountText(amount) : terms.map { "\($0.count) × \(amountText($0.rate))" }.joined(separator: " + ")
    return (amount, words)
  }
}

extension FeeQuantities {
  fileprivate func count(of unit: FeeItem.Unit) -> Int {
    switch unit {
    case .copy: copies
    case .matter: matters
    }
  }
}

extension [(count: Int, rate: Int)] {
  /// Pages of the same rate are one term.
  fileprivate mutating func append(rate: Int, count: Int) {
    if let last = indices.last, self[last].rate == rate { self[last].count += count } else { append((count, rate)) }
  }
}

/// A fee that was computed for one reception.
public struct FeeQuote: Hashable, Sendable {
  public var lines: [FeeLine]
  /// The reduction that was granted.
  public var reduction: FeeReduction?

  public init(lines: [FeeLine], reduction: FeeReduction? = nil) {
    self.lines = lines
    self.reduction = reduction
  }

  /// In đồng; nil if a part of it is not known. What is reduced is rounded down to whole đồng, in the citizen's favour.
  public var total: Int? {
    if reduction?.percent == 100 { return 0 }
    var sum = 0
    for line in lines {
      guard let amount = line.amount else { return nil }
      sum += amount
    }
    guard sum <= FeeLine.highest else { return nil }
    return reduction.map { sum * (100 - $0.percent) / 100 } ?? sum
  }
}

/// `12.000`: points between thousands, without a unit.
func amountText(_ amount: Int) -> String { String(moneyText(amount).dropLast(2)) }
