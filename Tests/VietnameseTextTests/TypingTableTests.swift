import Testing
import VietnameseText

/// All rimes of the language with all tones, typed with both methods in every order of the keys. The rimes are written
/// with the tone sắc where the language writes it.
@Suite struct TypingTableTests {
  static let rimes = """
    á ác ách ái ám án áng ánh áo áp át áu áy ắc ắm ắn ắng ắp ắt ấc ấm ấn ấng ấp ất ấu ấy é éc ém én éng éo ép ét ế ếch ếm ến \
    ếnh ếp ết ếu í ích iếc iếm iến iếng iếp iết iếu ím ín ính íp ít íu ó óa oác oách oái oám oán oáng oánh oáo oáp oát oáy \
    oắc oắm oắn oắng oắt óc óe oén oéo oét ói óm ón óng óp ót ố ốc ối ốm ốn ống ốp ốt ớ ới ớm ớn ớp ớt ú úa uấn uấng uất uấy \
    úc uế uếch uếnh uếu úi úm ún úng uốc uối uốm uốn uống uốt úp út úy uýa uých uyến uyết uýnh uýp uýt uýu ứ ứa ức ứi ứng \
    ước ưới ướm ướn ướng ướp ướt ướu ứt ứu ý yếm yến yếng yết yếu
    """
  /// The vowels of "gi" and "qu" belong to no rime.
  static let others = """
    gí gín gích gít giá giác giám gián giáng giành giáo giáp giát giáu giáy giắc giắm giắn giắng giắt giấc giấm giấn giấp giất \
    giấu giấy gié giéo giếc giếng giết gió gióc giói gióng giót giố giốc giối giống giốt giớ giới giớn giớp giú giúa giúi giúm \
    giún giúp giuốc giứa giữ giường giượng quá quác quách quái quán quáng quánh quáo quát quáu quáy quắc quắm quắn quắng quắp \
    quắt quấn quấng quất quấy qué quéc quén quéo quét quế quếch quến quếnh quết quếu quí quít quính quớ quốc quý quých quýnh \
    quýp quýt quyến quyết huớ thuớ khuớ đá đắng được điện đường nghiếng ngoáy chuyến khuỷu nguyễn
    """

  static func targets(onsets: [String]) -> [String] {
    let written = rimes.split(separator: " ").flatMap { rime in onsets.map { $0 + rime } }
    let syllables = written + others.split(separator: " ").map { String($0) }
    return syllables.flatMap { syllable in
      let bare = syllable.map { TypingKeys.withoutTone($0).plain }
      let isStop = "cpt".contains(bare.last ?? " ") || bare.suffix(2) == ["c", "h"]
      // With a stop there are only sắc and nặng.
      return (isStop ? [4, 5] : Array(0...5)).map { TypingKeys.with($0, syllable) }
    }
  }

  @Test(arguments: TypingMethod.allCases)
  func everySyllableComesFromItsKeysInAnyOrder(method: TypingMethod) {
    let rules = TypingRules(method)
    var count = 0
    var wrong: [String] = []
    for target in Self.targets(onsets: ["", "t", "ngh"]) {
      for keys in TypingKeys(target, method).sequences {
        count += 1
        let ended = rules.composed(keys + " ")
        if rules.composed(keys) != target || ended != target + " " { wrong.append("\(keys): \(ended)not \(target)") }
      }
    }
    #expect(wrong == [])
    #expect(count > 10_000)
  }

  @Test(arguments: TypingMethod.allCases)
  func capitalsStayWhereTheyAre(method: TypingMethod) {
    let rules = TypingRules(method)
    for target in Self.targets(onsets: ["kh"]) {
      let keys = TypingKeys(target, method).plainSequence
      #expect(rules.composed(keys.uppercased()) == target.uppercased())
      let first = keys.prefix(1).uppercased() + keys.dropFirst()
      #expect(rules.composed(first) == target.prefix(1).uppercased() + target.dropFirst())
    }
  }

  /// Each backspace takes one letter, and the marks of the others stay.
  @Test(arguments: TypingMethod.allCases)
  func backspaceTakesOneLetterAtEveryPlace(method: TypingMethod) {
    let rules = TypingRules(method)
    for target in Self.targets(onsets: ["t"]) {
      let keys = TypingKeys(target, method).plainSequence
      let letters = target.map { TypingKeys.withoutTone($0).plain }
      for count in 0...letters.count {
        let left = rules.composed(keys + String(repeating: "\u{8}", count: count))
        #expect(left.map { TypingKeys.withoutTone($0).plain } == letters.dropLast(count), "\(target) \(count)")
      }
    }
  }

  /// What was erased can be typed again.
  @Test(arguments: TypingMethod.allCases)
  func theLastLetterCanBeTypedAgain(method: TypingMethod) {
    let rules = TypingRules(method, givesBack: false)
    for target in Self.targets(onsets: ["t"]) {
      guard let last = target.last, last.isASCII, target.count > 2 else { continue }
      #expect(rules.composed(TypingKeys(target, method).plainSequence + "\u{8}\(last)") == target)
    }
  }

  /// "oo" is typed with three keys in Telex, and its tone behind it.
  @Test(arguments: [
    ("xooongf", "xoòng"), ("xooong", "xoong"), ("boocs", "bốc"), ("booocs", "boóc"), ("ddooongf", "đoòng"),
  ])
  func aLongOHasThreeKeys(keys: String, text: String) {
    #expect(TypingRules(.telex).composed(keys) == text)
  }

  @Test(arguments: [
    ("xoong2", "xoòng"), ("booc1", "boóc"), ("o6o6ng", "ôông"), ("d9oong2", "đoòng"),
  ])
  func aLongOIsPlainInVNI(keys: String, text: String) {
    #expect(TypingRules(.vni).composed(keys) == text)
  }

  @Test(arguments: [
    ("oa", 1, "óa", "oá"), ("oe", 2, "hòe", "hoè"), ("uy", 1, "thúy", "thuý"), ("qu", 1, "quý", "quý"),
    ("mark", 1, "khuế", "khuế"), ("more", 1, "khoái", "khoái"), ("end", 1, "khoán", "khoán"),
    ("other", 1, "múa", "múa"),
  ])
  func theTwoStylesDifferInThreePairs(pair: String, tone: Int, old: String, new: String) {
    for method in TypingMethod.allCases {
      let keys = TypingKeys(old, method).plainSequence
      #expect(TypingRules(method).composed(keys) == old)
      #expect(TypingRules(method, tonePlace: .new).composed(keys) == new)
    }
  }
}
