/// Procedures whose fee is that of one page or one copy, by code.
public enum UnitFees {
  public static let codes: Set<String> = ["2.000635", "2.000815", "2.000942"]
}
