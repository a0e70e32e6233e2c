/// Why nothing can be numbered in a book, or a volume cannot be opened.
public enum BookDenial: Error, Hashable, Sendable {
  case lineInvalid
  case tooManyLines
  /// The procedure certifies no copies.
  case nothingCertified
  /// The reception recorded no line.
  case linesMissing
  case numberedBefore(Numbering)
  case signerMissing
  /// No volume of the year is open at this desk.
  case notOpen(BookKind, year: Int)
  /// Another machine of the office numbers in it.
  case notHeld(BookKind)
  /// The data were restored or copied, so that numbers may stand on paper that they do not know.
  case closed(BookKind, lastKnown: Int)
  /// The day of the last number is later: the days in a book never go back.
  case dateBackwards(before: CivilDate)
  case full
  /// A volume is opened in its own year only.
  case otherYear(Int)
  /// Volumes follow each other.
  case volumeNotNext(next: Int)
  /// The numbers of the year are known here, and go on behind the last one.
  case lastNumberKnown(Int)
  /// Nobody has said which number stands last in the book on paper.
  case lastNumberMissing
  /// These data know a higher one.
  case lastNumberTooLow(known: Int)
  /// There is no such volume, or no such number.
  case impossible
}

extension BookDenial {
  public func wording(_ language: Language) -> String {
    switch self {
    case .lineInvalid:
      language.pick("Một dòng sao chứng thực ghi sai.", "A line of the certified copies is wrong.")
    case .tooManyLines:
      language.pick(
        "Mỗi hồ sơ nhiều nhất \(CertifiedLine.most) dòng. Lập thêm hồ sơ cho phần còn lại.",
        "A dossier has at most \(CertifiedLine.most) lines. Receive the rest as another one.")
    case .nothingCertified:
      language.pick("Thủ tục này không chứng thực bản sao.", "This procedure certifies no copies.")
    case .linesMissing:
      language.pick(
        "Lúc tiếp nhận chưa ghi dòng nào (loại giấy, số trang, số bản).",
        "No line (kind of paper, pages, copies) was recorded at the reception.")
    case .numberedBefore(let numbering):
      language.pick("Hồ sơ đã có số \(numbering.wording).", "It has the number \(numbering.wording) already.")
    case .signerMissing: language.pick("Chưa ghi người ký.", "The signer is missing.")
    case .notOpen(let kind, let year):
      language.pick(
        "Máy này chưa mở \(kind.wording(.vi).lowercased()) năm \(year): dossier book open \(kind.word)",
        "This desk has opened no volume of the \(kind.wording(.en).lowercased()) of \(year): dossier book open \(kind.word)"
      )
    case .notHeld(let kind):
      language.pick(
        """
        Máy khác của đơn vị đang giữ \(kind.wording(.vi).lowercased()). Nếu máy ấy mất hoặc thôi giữ, gõ số cuối trong sổ \
        giấy: dossier book open \(kind.word) --take-over --last …
        """,
        """
        Another machine of the office holds the \(kind.wording(.en).lowercased()). If it is lost or gives it up, look up the \
        last number on paper: dossier book open \(kind.word) --take-over --last …
        """)
    case .closed(let kind, let lastKnown):
      language.pick(
        """
        Dữ liệu đã khôi phục hoặc sao chép, chỉ biết đến số \(lastKnown). Xem số cuối trong sổ giấy rồi gõ: \
        dossier book open \(kind.word) --last …
        """,
        """
        These data were restored or copied and know numbers up to \(lastKnown). Look up the last one on paper, then: \
        dossier book open \(kind.word) --last …
        """)
    case .dateBackwards(let last):
      language.pick(
        "Số trước ghi ngày \(last.slashed), sau ngày máy đang chỉ. Sổ không lùi ngày: xem lại đồng hồ.",
        "The last number is of \(last.slashed), later than the machine's date. A book never goes back: check the clock."
      )
    case .full: language.pick("Sổ đã hết số.", "The book has no further number.")
    case .otherYear(let year):
      language.pick("Chỉ mở sổ của năm nay (\(year)).", "Only a volume of this year (\(year)) can be opened.")
    case .volumeNotNext(let next):
      language.pick("Quyển tiếp theo là quyển \(next).", "The next volume is number \(next).")
    case .lastNumberKnown(let last):
      language.pick(
        "Số cuối của năm là \(last), số tiếp theo đi sau số đó. Không gõ --last.",
        "The last number of the year is \(last), and the next one follows it. Leave out --last.")
    case .lastNumberMissing:
      language.pick(
        "Chưa gõ số cuối cùng đã ghi trong sổ giấy của năm (0 nếu chưa có số nào).",
        "The last number in the year's book on paper is missing (0 if there is none).")
    case .lastNumberTooLow(let known):
      language.pick(
        "Dữ liệu đã có đến số \(known). Xem lại số cuối cùng trong sổ giấy.",
        "These data have numbers up to \(known). Look again for the last one on paper.")
    case .impossible:
      language.pick(
        "Quyển từ 1 đến \(BookVolume.mostVolumes), số từ 0 đến \(RegisterBook.highestNumber).",
        "Volumes are from 1 to \(BookVolume.mostVolumes), numbers from 0 to \(RegisterBook.highestNumber).")
    }
  }
}
