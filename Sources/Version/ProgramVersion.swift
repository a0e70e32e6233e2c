/// The version that both programs report to each other and to people.
public enum ProgramVersion {
  public static let text = "0.3.0"
}
