/// What a paper says and how it is laid out, independent of the program that draws it.
///
/// `dossier` makes it and keeps its bytes (`bytes`); `dossier-paper` draws it as PDF. The bytes are canonical: equal descriptions have
/// equal bytes, so that a hash over them names what was printed. All lengths are in tenths of a millimetre, all sizes of type in
/// half points.
public struct PageDescription: Hashable, Sendable {
  public enum Sheet: UInt8, CaseIterable, Sendable {
    case a4 = 1
    case a4Landscape = 2
    case a5 = 3
    /// Each part takes one half of an upright A4 sheet, the upper one first. A part that is longer goes on in the next half.
    case halvesOfA4 = 4
  }

  public struct Margins: Hashable, Sendable {
    public var top, right, bottom, left: Int

    public init(top: Int, right: Int, bottom: Int, left: Int) {
      (self.top, self.right, self.bottom, self.left) = (top, right, bottom, left)
    }

    /// Top and bottom 20 mm, left 30 mm, right 20 mm (NĐ 30/2020/NĐ-CP, Phụ lục I).
    public static let official = Margins(top: 200, right: 200, bottom: 200, left: 300)
  }

  /// What begins on a page, or on a half of a sheet, of its own.
  public struct Part: Hashable, Sendable {
    public var blocks: [Block]

    public init(_ blocks: [Block]) { self.blocks = blocks }
  }

  public var sheet: Sheet
  public var margins: Margins
  /// Of the document, for the printer's queue and the PDF's properties. It has no personal data.
  public var title: String
  /// Seconds since 1970, which the PDF gives as its time of creation; so the same description makes the same file.
  public var createdAt: Int64
  /// Half points; 26 is the usual 13 pt.
  public var textSize: Int
  /// Pages from the second one on have their number at the top, centred (NĐ 30/2020/NĐ-CP, Phụ lục I).
  public var numbersPages: Bool
  public var parts: [Part]

  public init(
    sheet: Sheet = .a4, margins: Margins = .official, title: String, createdAt: Int64, textSize: Int = 26,
    numbersPages: Bool = true, parts: [Part]
  ) {
    self.sheet = sheet
    self.margins = margins
    self.title = title
    self.createdAt = createdAt
    self.textSize = textSize
    self.numbersPages = numbersPages
    self.parts = parts
  }
}
