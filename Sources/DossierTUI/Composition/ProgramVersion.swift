/// What this program calls itself: to the province, which lists its machines, and to people.
enum ProgramVersion {
  static let text = "0.2.0"
}
