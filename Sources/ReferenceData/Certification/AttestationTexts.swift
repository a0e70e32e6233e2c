/// The attestations (lời chứng) of certification that come with the program.
///
/// A line `[name]` begins the attestation of a kind; what follows are its facts and, from the top down, its rows:
///
/// - `form`: its number in the annex of `law`; `?` if it is not known.
/// - `date`: the version of this text. `from`: the first day of papers for which it is; `?` if it is not known.
/// - `seen`: whether its words were read on papers or in a text that quotes the annex. What was not seen is printed only after the
///   office has laid the annex beside it: `confirmed`.
/// - `source`: where the words were read. `open`: what nobody has confirmed, in Vietnamese | English.
/// - `text` is a paragraph, `centre` a centred line, `bold` a centred line in bold type; `person` a paragraph for each person, `recipient`
///   one for whoever gets an original. `text = ?`: its words are not known, so nothing is printed.
/// - `sign`: places of signature beside each other, divided by `|`: `signer`, `receiver` or `person`, then role and note; `-` is an empty
///   place.
///
/// `{name}` is a field, dotted while its value is not known. `[outside: …]` stands there only outside of the office, `[fingerprint: …]`
/// only if somebody gave a fingerprint, `[one: …]` and `[several: …]` by the number of persons, `[interpreter: …]` and `[witnesses: …]` if
/// somebody helped.
public enum AttestationTexts {
  public static let text = copies + "\n" + signatures + "\n" + transactions

  /// On the first page of a copy: offices stamp it, no text that was seen prescribes it.
  public static let copyMark = "BẢN SAO"

  /// The identity papers that note 6 of form 02 names, as they stand in an attestation.
  public static let identityPapers = [
    "thẻ căn cước", "thẻ CCCD", "Căn cước điện tử", "giấy chứng nhận căn cước", "hộ chiếu", "giấy tờ xuất nhập cảnh",
    "giấy tờ đi lại quốc tế",
  ]

  // swift-format-ignore
  static let copies = #"""
    [copy]
    form = 01
    law = Nghị định 280/2025/NĐ-CP
    date = 03/12/2026
    from = 01/11/2025
    seen = yes
    confirmed = no
    source = Bản sao đã chứng thực và ba phần mềm công khai; ghi chú (1) của mẫu 01
    open = Cách trình bày các dòng: chưa đối chiếu. | The arrangement of the lines was not compared with the annex.
    bold = Chứng thực bản sao đúng với bản chính
    centre = Số chứng thực {number} quyển số {volume} - {sign}
    centre = Ngày {day} tháng {month} năm {year}
    sign = signer: Người thực hiện chứng thực (ký, ghi rõ họ, tên và đóng dấu)

    [electronic-copy]
    form = ?
    law = Nghị định 280/2025/NĐ-CP
    date = 03/12/2026
    from = 01/11/2025
    seen = no
    confirmed = no
    source = Mã nguồn một phần mềm một cửa: sổ chứng thực bản sao điện tử riêng
    open = Ký hiệu của sổ bản sao điện tử và số của mẫu: chưa rõ. | The sign of the book of electronic copies and the number of the form are not known.
    bold = Chứng thực bản sao đúng với bản chính
    centre = Số chứng thực {number} quyển số {volume} - {sign}
    centre = Ngày {day} tháng {month} năm {year}
    sign = signer: Người thực hiện chứng thực (ký, ghi rõ họ, tên và đóng dấu)
    """#
}
