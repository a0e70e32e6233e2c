/// A size in columns and rows.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

public struct Position: Hashable, Sendable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

public enum Alignment: Sendable {
  case leading
  case trailing
  case center
}

/// The meaning of a piece of text; a theme gives it colours.
public enum Role: UInt8, CaseIterable, Sendable {
  case text, muted, strong, title, heading, border, key, hint, critical, warning, good, info, match, input, placeholder
  case error
}

/// The background of a piece of text; a theme gives it colours.
public enum Ground: UInt8, CaseIterable, Sendable {
  case plain, focused, marked, bar, dialog, field, tabActive
}

public struct Style: Hashable, Sendable {
  public var role: Role
  public var ground: Ground

  public init(_ role: Role = .text, on ground: Ground = .plain) {
    self.role = role
    self.ground = ground
  }

  public static let text = Style()
}
