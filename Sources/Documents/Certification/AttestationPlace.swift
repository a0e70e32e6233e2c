import DossierDomain
import PageDescription

/// Where an attestation is printed onto an A4 photocopy, in millimetres.
public struct AttestationPlace: Hashable, Sendable {
  public enum Corner: String, CaseIterable, Sendable {
    case topLeft = "top-left"
    case topRight = "top-right"
    case bottomLeft = "bottom-left"
    case bottomRight = "bottom-right"
    /// As wide as the page.
    case bottom
  }

  public let corner: Corner
  /// From the edge of the sheet at the side; at the bottom from both.
  public let across: Int
  /// From its upper or lower edge.
  public let down: Int
  public let width: Int

  public static let usual = AttestationPlace(corner: .bottomRight)

  private static let (sheetWidth, sheetHeight) = (210, 297)
  /// What printers cannot print on, and the least in which an attestation can be set.
  private static let (edge, leastWidth, leastHeight) = (5, 50, 60)

  /// Nil if it does not fit on the sheet.
  /// - Parameter width: of a corner; at the bottom it follows from `across`.
  public init?(corner: Corner, across: Int, down: Int, width: Int) {
    guard (Self.edge...Self.sheetWidth).contains(across),
      (Self.edge...Self.sheetHeight - Self.leastHeight).contains(down), width <= Self.sheetWidth
    else { return nil }
    let own = corner == .bottom ? Self.sheetWidth - 2 * across : width
    guard own >= Self.leastWidth, across + own <= Self.sheetWidth - Self.edge else { return nil }
    (self.corner, self.across, self.down, self.width) = (corner, across, down, own)
  }

  /// As far from the edges as papers of an office are written, and somewhat narrower than half a sheet.
  init(corner: Corner) {
    (self.corner, across, down) = (corner, 15, 15)
    width = corner == .bottom ? Self.sheetWidth - 30 : 85
  }

  /// At the next corner, for a key that goes through all of them.
  public var next: AttestationPlace {
    let corners = Corner.allCases
    let at = corners.firstIndex(of: corner).map { ($0 + 1) % corners.count } ?? 0
    return AttestationPlace(corner: corners[at])
  }

  /// Down to the other end of the sheet, so that a long attestation grows away from the edge.
  func placed(_ blocks: [Block]) -> Block {
    let height = Self.sheetHeight - down - Self.edge
    let isRight = [.topRight, .bottomRight].contains(corner)
    return .placed(
      Placed(
        x: 10 * (isRight ? Self.sheetWidth - across - width : across), y: 10 * (isAtBottom ? Self.edge : down),
        width: 10 * width, height: 10 * height, isAtBottom: isAtBottom, blocks))
  }

  private var isAtBottom: Bool {
    switch corner {
    case .topLeft, .topRight: false
    case .bottomLeft, .bottomRight, .bottom: true
    }
  }
}

extension AttestationPlace {
  /// `bottom-right 15 15 85`, as a setting keeps it.
  public var text: String { "\(corner.rawValue) \(across) \(down) \(width)" }

  public init?(text: String) {
    let words = text.split(separator: " ")
    let numbers = words.dropFirst().compactMap { isDigits($0) ? Int($0) : nil }
    guard words.count == 4, numbers.count == 3, let corner = Corner(rawValue: String(words[0])) else { return nil }
    self.init(corner: corner, across: numbers[0], down: numbers[1], width: numbers[2])
  }

  public func wording(_ language: Language) -> String {
    switch corner {
    case .topLeft: language.pick("góc trên bên trái", "upper left corner")
    case .topRight: language.pick("góc trên bên phải", "upper right corner")
    case .bottomLeft: language.pick("góc dưới bên trái", "lower left corner")
    case .bottomRight: language.pick("góc dưới bên phải", "lower right corner")
    case .bottom: language.pick("cuối trang", "bottom of the page")
    }
  }
}
