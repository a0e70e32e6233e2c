/// Procedures whose owner is a child that gets its number by them, by code.
public enum NewbornProcedures {
  public static let codes: Set<String> = ["1.001193", "1.000689", "3.000722"]
}
