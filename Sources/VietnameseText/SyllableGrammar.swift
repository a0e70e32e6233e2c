/// The parts of Vietnamese syllables as they are written, without tones.
enum SyllableGrammar {
  /// "qu" and "gi" are onsets of their own: their vowel letter belongs to no rime.
  static let onsets: Set<Substring> = set(
    """
    b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x
    """
  ).union([""])

  static let rimes: Set<Substring> = set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên \
    ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay \
    oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơp ơt u ua uân \
    uâng uât uây uc uê uêch uênh uêu ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyp uyt uyu ư \
    ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y ych yêm yên yêng yêt yêu ynh yp yt êng
    """)

  /// Further onsets of names in the province's other languages (Bru, Tà Ôi) and those of the Central Highlands.
  static let nameOnsets: Set<Substring> = set(
    "bl br bh dr đr đh dl gl gr hl hr j jr kl kr kp ks ml mr mn pl pr sr tl w y z")

  /// Further rimes of such names (Niê). They may also end in k where the language has c.
  static let nameRimes: Set<Substring> = ["iê", "uô", "ươ"]

  /// Names of more than one syllable that are written as one word.
  static let nameWords: Set<String> = ["đakrông", "đăkrông", "đắkrông", "êđê", "cơtu", "pacô"]

  /// Onsets with which the rime "uơ" exists ("huơ", "thuở"). Everywhere else "uơ" is the beginning of ươ with an ending.
  static let openHornOnsets: Set<Substring> = ["h", "th", "kh"]

  /// After c, ch, p and t only the tones sắc and nặng exist.
  static func allows(_ tone: Tone, behind rime: Substring) -> Bool {
    tone == .sac || tone == .nang || !isStop(rime)
  }

  static func isStop(_ rime: Substring) -> Bool {
    switch rime.utf8.last {
    case UInt8(ascii: "c"), UInt8(ascii: "p"), UInt8(ascii: "t"): true
    case UInt8(ascii: "h"): rime.utf8.dropLast().last == UInt8(ascii: "c")
    default: false
    }
  }

  private static func set(_ text: String) -> Set<Substring> { Set(text.split(separator: " ")) }
}
