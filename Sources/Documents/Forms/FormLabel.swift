/// The fixed texts of one paper, by the names under which a template has them.
protocol FormLabel: RawRepresentable, CaseIterable, Sendable where RawValue == String {}

extension FormLabel {
  static var names: [String] { allCases.map(\.rawValue) }
}
