/// The certification books of a commune (NĐ 23/2015 Đ.13).
public enum CertificationBooks {
  /// The sign behind the volume in a number, from its first day (`yyMMdd`) on; `-` for since ever. Until 31 October 2025 the four of NĐ
  /// 23/2015 Đ.13 k.4. NĐ 280/2025 renamed contracts (`hợp đồng, giao dịch`) to transactions (`giao dịch`).
  public static let signs = """
    copies	-	SCT/BS
    signatures	-	SCT/CK,ĐC
    translators	-	SCT/CKND
    transactions	-	SCT/HĐ,GD
    transactions	251101	SCT/GD
    """

  /// The book in which the acts of a procedure are numbered. The correction of a slip (2.000927) has no number of its own that anybody
  /// has seen.
  public static let ofProcedures = """
    2.000815	copies
    2.000942	copies
    2.000884	signatures
    2.000992	translators
    2.001008	translators
    2.001035	transactions
    2.001019	transactions
    2.001016	transactions
    2.001406	transactions
    2.000913	transactions
    """

  /// Those whose attestations are not that of any transaction.
  public static let willProcedure = "2.001019"
  public static let refusalProcedure = "2.001016"
  public static let divisionProcedure = "2.001406"
}
