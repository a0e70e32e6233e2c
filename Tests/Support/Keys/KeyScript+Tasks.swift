extension KeyScript {
  public static let all = [
    handBack, handBackPaid, handBackByName, handBackNamesake, takeFee, askForPapers, extend, result, maritalStatus,
    birth, birthByTab, birthByNumber, birthAtLastAddress, birthByCard, birthDeclaration, certifiedCopies,
  ]
}

/// Tasks with dossiers that exist.
extension KeyScript {
  public static let handBack = KeyScript(
    "hand back the selected dossier to its owner", wanted: Count(2), [.keys("t", "<enter>")])
  public static let handBackPaid = KeyScript(
    "hand back the selected dossier and take its unpaid fee", wanted: Count(3), [.keys("t", "<enter>", "2")])
  // The search needs no marks.
  public static let handBackByName = KeyScript(
    "hand back by a name of 10 letters", wanted: Count(13),
    [.keys("<F3>"), .text("ho thi mai"), .keys("<F4>", "<enter>")])
  public static let handBackNamesake = KeyScript(
    "hand back by a name that several bear", wanted: Count(15),
    [.keys("<F3>"), .text("ho thi mai"), .keys("<down>", "<F4>", "<enter>")])
  public static let takeFee = KeyScript("take the fee that is due", wanted: Count(2), [.keys("p", "<enter>")])
  public static let askForPapers = KeyScript(
    // The last Enter leaves open by when, where no procedure says it.
    "ask for two papers of the list", wanted: Count(5), [.keys("b", "1", "2", "<enter>", "<enter>")])
  public static let extend = KeyScript(
    "extend by days, for a reason from the list", wanted: Count(5), [.keys("l", "3", "<enter>", "1", "<enter>")])
  public static let result = KeyScript(
    "record a result with number and signer", wanted: Count(9), [.keys("x", "<enter>", "<enter>", "<enter>")])
}

/// Receptions. The nine procedures that are received most have the digits. Every person is invented.
extension KeyScript {
  public static let number = "045190001234"
  public static let mother = "045190001234|191234567|TRẦN THỊ MẪU|02031990|Nữ|Thôn A Ngo, Đa Krông, Quảng Trị|01012022"
  public static let father = "045088000001||Hồ Văn Cưới|01011988|Nam|Thôn Mẫu, Đa Krông, Quảng Trị|01012024||||"

  public static let maritalStatus = KeyScript(
    "receive a confirmation of marital status for a known person", wanted: Count(35),
    [.keys("<A-2>", "<tab>"), .text(number), .keys("<C-b>", "<F2>", "1")])
  public static let birth = KeyScript(
    "receive a birth registration", wanted: Count(55, telex: 64),
    child + [.keys("<tab>")] + applicant + [.keys("<tab>"), .text("Thôn A Ngo")] + issue)
  // A clerk who writes with VNI, or who goes on by Tab as everywhere.
  public static let birthByTab = KeyScript(
    "receive a birth registration, with a Tab behind each field", wanted: Count(60, telex: 69),
    [
      .keys("n", "1", "<enter>"), .text("Hồ Thị Mỹ Lan"), .keys("<tab>"), .text("251126"),
      .keys("<tab>", "2", "<tab>"), .text("Hồ Văn Lâm"), .keys("<tab>"), .text("0912345678"), .keys("<tab>"),
      .text("Thôn A Ngo"),
    ] + issue)
  public static let birthByNumber = KeyScript(
    "receive a birth registration that a known parent brings, by her number", wanted: Count(40, telex: 44),
    child + [.keys("<tab>"), .text(number), .keys("<C-b>")] + issue)
  public static let birthAtLastAddress = KeyScript(
    "receive a birth registration with the last citizen's address", wanted: Count(55, telex: 64),
    child + [.keys("<tab>")] + applicant + [.keys("<tab>", "<C-b>")] + issue)
  public static let birthByCard = KeyScript(
    "birth registration by the mother's card, to the printed receipt", wanted: Count(45),
    child + [.scan(mother), .text("0912345678")] + issue + receipt)
  public static let birthDeclaration = KeyScript(
    "birth registration by both parents' cards, to the printed receipt and declaration", wanted: Count(150),
    birthByCard.pressed + [
      .keys("<down>", "<enter>"), .scan(father),
      // The mother asks for it; the child's ethnicity.
      .keys("m", "<enter>"), .text("bru"), .keys("<enter>"),
      .text("Trạm y tế xã La Lay"), .keys("<enter>"), .text("xã La Lay, tỉnh Quảng Trị"), .keys("<enter>"),
      // Those of mother and father.
      .text("bru"), .keys("<enter>"), .text("bru"), .keys("<enter>"),
      // No copies. It is looked at before it is issued.
      .keys("2", "<F2>", "<enter>"),
    ])

  public static let certifiedCopies = KeyScript(
    "receive 30 certified copies of a diploma by a card, with the fee", wanted: Count(15),
    [.keys(","), .scan(mother), .text("bang 2 30"), .keys("<F2>", "1", "<enter>")])

  /// The date goes on from the name by its first digit, the sex from the date by its last.
  private static let child: [Pressed] = [
    .keys("<A-1>"), .text("Hồ Thị Mỹ Lan"), .text("251126"), .keys("2"),
  ]
  private static let applicant: [Pressed] = [.text("Hồ Văn Lâm"), .text("0912345678")]
  private static let issue: [Pressed] = [.keys("<F2>", "1")]
  /// It is looked at before it is issued.
  private static let receipt: [Pressed] = [.keys("<C-p>", "<enter>", "<enter>")]
}
