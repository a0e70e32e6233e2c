import VietnameseText

/// The words by which offices and their software name the columns of a register, without marks.
///
/// A heading is compared with all phrases of all meanings; a phrase that covers more of the heading scores higher, so
/// that "hẹn trả kết quả" is the appointment although it contains "trả kết quả".
enum HeadingWords {
  /// For each meaning that the heading may have, up to 100 if it is one of its phrases. A page of text has none.
  static func scores(_ heading: Heading) -> [RegisterColumn: Int] {
    var scores: [RegisterColumn: Int] = [:]
    for (start, word) in heading.words.enumerated() {
      for phrase in phrasesByFirstWord[word, default: []] where heading.contains(phrase.words, at: start) {
        let covered =
          phrase.words.count == heading.words.count ? 100 : 50 + 45 * phrase.words.count / heading.words.count
        let score = covered - (phrase.isLoose ? 15 : 0)
        scores[phrase.column] = max(scores[phrase.column] ?? 0, score)
      }
    }
    return ofOnePerson(scores, heading)
  }

  /// What a heading says of a person belongs to the one that it names: "SĐT chủ hồ sơ" is the owner's telephone, "CCCD
  /// người nộp" is nobody's whom an import knows.
  private static func ofOnePerson(_ scores: [RegisterColumn: Int], _ heading: Heading) -> [RegisterColumn: Int] {
    let attributes: Set<RegisterColumn> = [
      .identityNumber, .phone, .addressAndPhone, .birth, .birthOfWoman, .sex, .sexOfWoman, .email, .dateOfIssue,
    ]
    guard scores.keys.contains(where: attributes.contains) else { return scores }
    if otherPersons.contains(where: { heading.contains($0) }) { return [.otherPerson: 95] }
    guard let owner = scores[.owner], scores.contains(where: { attributes.contains($0.key) && $0.value < owner }) else {
      return scores
    }
    return scores.filter { attributes.contains($0.key) }.mapValues { _ in 95 }
  }

  private static let otherPersons = [
    "nguoi nop", "can bo", "cong chuc", "nguoi nhan", "nguoi tiep nhan", "cha", "me", "bo me", "vo", "chong", "con",
    "nguoi duoc uy quyen", "uy quyen", "nguoi than", "nguoi dai dien", "dai dien", "nguoi giam ho", "nguoi xu ly",
    "nguoi thu ly", "nguoi giai quyet", "nguoi lam chung", "chuyen vien", "nguoi ky",
  ].map { $0.split(separator: " ").map(String.init) }

  /// The folded words of a heading, without what stands in brackets.
  struct Heading: Hashable {
    let words: [String]

    /// - Parameter text: a long text is no heading; it gives no words.
    init(_ text: String) {
      guard text.utf8.count <= 400 else {
        words = []
        return
      }
      var depth = 0
      var kept = ""
      // What stands in brackets explains a heading, but here it is half of it: "Năm sinh (nữ)".
      for character in text.replacing(/\((nam|nữ)\)/.ignoresCase(), with: { " " + $0.output.1 }) {
        if character == "(" || character == "[" { depth += 1 }
        kept.append(depth > 0 ? " " : character)
        if character == ")" || character == "]" { depth = max(0, depth - 1) }
      }
      words = kept.folded.words
    }

    init(words: [String]) { self.words = words }

    func contains(_ phrase: [String], at start: Int) -> Bool {
      start + phrase.count <= words.count && words[start..<start + phrase.count].elementsEqual(phrase)
    }

    func contains(_ phrase: [String]) -> Bool { words.indices.contains { contains(phrase, at: $0) } }
  }

  private struct Phrase {
    var words: [String]
    var column: RegisterColumn
    /// A word that offices also use for something else, where there is a better one: "ngày vào sổ" beside "ngày nhận".
    var isLoose: Bool
  }

  private static let phrasesByFirstWord: [String: [Phrase]] = written.reduce(into: [:]) { table, row in
    for text in row.value.split(separator: ",") {
      let words = text.split { $0 == " " || $0 == "\n" || $0 == "~" }.map(String.init)
      if let first = words.first {
        table[first, default: []].append(Phrase(words: words, column: row.key, isLoose: text.contains("~")))
      }
    }
  }

  /// The phrases, divided by commas; a loose one begins with "~".
  private static let written: [RegisterColumn: String] = [
    .ordinal: "tt, stt, so tt, so thu tu, no, thu tu",
    .code: """
    ma ho so, ma hs, ma so ho so, ma so hs, so ho so, so hs, ~so bien nhan, ~ma bien nhan, ~so giay bien nhan, ~ma so bien nhan, ~ma so, \
    mshs, ~ma tiep nhan, ~so tiep nhan, ~ma tra cuu, ~ma so tra cuu, ~ma phieu, ~so phieu, ~so phieu hen, ~ma don, ~so don, ma hs dvc, code, \
    ma dinh danh ho so, ~so giay tiep nhan, ~ma giay tiep nhan
    """,
    .procedureCode: """
    ma thu tuc, ma tthc, ma thu tuc hanh chinh, ma so tthc, ma so thu tuc, ma so thu tuc hanh chinh, ma dich vu cong, ma dvc, ma dvctt
    """,
    .procedureName: """
    ten thu tuc, ten tthc, ten thu tuc hanh chinh, thu tuc hanh chinh, thu tuc, tthc, ten dich vu cong, ten dvc, dich vu cong, \
    loai ho so, loai thu tuc, ~noi dung, noi dung yeu cau, noi dung yeu cau giai quyet, noi dung ho so, noi dung giai quyet, \
    linh vuc thu tuc, ~cong viec, noi dung cong viec, ten cong viec, trich yeu, ten ho so, viec can giai quyet
    """,
    .copies: "so luong ho so, so bo, so luong, sl, so luong bo, so bo ho so, so bo hs, so luong hs",
    .owner: """
    chu ho so, ten chu ho so, ho ten chu ho so, ho va ten chu ho so, chu hs, ho ten, ho va ten, ho ten cong dan, ho va ten cong dan, \
    ten cong dan, cong dan, ten ca nhan, ten ca nhan to chuc, ten to chuc ca nhan, ca nhan to chuc, to chuc ca nhan, ten to chuc, \
    ten nguoi dan, ho ten nguoi dan, nguoi dan, khach hang, ten khach hang, ten doanh nghiep, ~nguoi yeu cau, ho ten nguoi yeu cau, \
    ho va ten nguoi yeu cau, ~nguoi de nghi, ho ten nguoi de nghi, ho va ten nguoi de nghi, nguoi duoc dang ky, ho ten ca nhan, \
    nguoi dung ten, ho ten nguoi dung ten ho so, nguoi dung don, ten nguoi yeu cau, ho chu dem ten, ~ca nhan, owner
    """,
    .identityNumber: """
    so giay to, so giay to tuy than, giay to tuy than, cccd, cmnd, so cccd, so cmnd, can cuoc, so can cuoc, can cuoc cong dan, \
    so can cuoc cong dan, so dinh danh, so dinh danh ca nhan, ma so dinh danh, ma dinh danh, cmnd cccd, cccd cmnd, so cmnd cccd, \
    so cccd cmnd, cmt, so cmt, so the can cuoc, the can cuoc, ddcn, so ddcn, ho chieu, so ho chieu, cmnd ho chieu, \
    cccd ho chieu, cmnd cccd ho chieu, cc cccd, so cc, so cc cccd
    """,
    .addressAndPhone: """
    dia chi, dia chi so dien thoai, dia chi dien thoai, dia chi sdt, dia chi lien he, dia chi lien lac, noi cu tru, noi o, \
    noi o hien nay, thuong tru, dia chi thuong tru, noi thuong tru, ho khau thuong tru, cho o, thon, thon ban, noi cu tru hien nay, \
    dia chi chu ho so
    """,
    .phone: """
    so dien thoai, dien thoai, sdt, dt, so dt, dien thoai lien he, so dien thoai lien he, dt lien he, tel, phone, di dong, \
    dien thoai di dong, so lien he, so lien lac
    """,
    .decidingOffice: """
    co quan chu tri giai quyet, co quan giai quyet, co quan chu tri, co quan thuc hien, co quan xu ly, don vi giai quyet, don vi xu ly, \
    don vi chu tri, don vi thuc hien, ~don vi, ~co quan, phong ban xu ly, phong ban, noi giai quyet, co quan co tham quyen
    """,
    .received: """
    nhan ho so, ngay nhan, ngay nhan ho so, ngay nhan hs, nhan hs, ngay tiep nhan, ngay tiep nhan ho so, ngay tiep nhan hs, tiep nhan, \
    thoi gian tiep nhan, thoi gian tiep nhan ho so, thoi gian nhan, thoi gian nhan ho so, thoi diem tiep nhan, thoi diem nhan, \
    ngay gio nhan, ngay gio tiep nhan, ~ngay nop, ~ngay nop ho so, ~thoi gian nop, ~ngay gio nop, ngay thang nhan, \
    ngay thang nam nhan, ngay thang nam tiep nhan, ngay thang tiep nhan, ~ngay vao so, ~ngay dang ky, tiep nhan ho so, ngay tn, \
    ~thoi gian nop ho so, ngay nhan don, gio nhan, received
    """,
    .due: """
    hen, hen tra, hen tra ket qua, hen tra kq, ngay hen, ngay hen tra, ngay hen tra ket qua, ngay hen tra kq, hen ngay tra, han tra, \
    han tra ket qua, han tra kq, ngay han tra, han giai quyet, han xu ly, han xu ly ho so, thoi han tra, thoi han tra ket qua, \
    thoi gian hen tra, thoi gian hen tra ket qua, thoi gian hen, thoi diem hen tra, du kien tra, ngay du kien tra, ngay tra du kien, \
    thoi gian du kien tra, ngay den han, den han, han hoan thanh, ngay phai tra, ngay het han, het han, phai tra, thoi han giai quyet, \
    ngay tra theo hen, han cuoi, ngay hen tra theo phieu, ~lich hen, lich hen tra, ~han chot, deadline, ngay tra hen, ngay hen kq, due
    """,
    .handedBack: """
    tra ket qua, tra kq, ngay tra, ngay tra ket qua, ngay tra kq, thoi gian tra, thoi gian tra ket qua, thoi diem tra ket qua, \
    ngay tra thuc te, ngay da tra, da tra ket qua, ngay giao ket qua, ngay nhan ket qua, ngay nhan kq, thoi gian nhan ket qua, \
    cong dan nhan ket qua, ngay thang tra, ngay tra ket qua thuc te, thuc tra, ngay thuc tra, ngay tra ho so, ngay phat ket qua, \
    ngay dan nhan
    """,
    .resolved: """
    ngay xu ly xong, xu ly xong, ket thuc xu ly, ngay ket thuc, ngay ket thuc xu ly, ngay hoan thanh, thoi gian hoan thanh, hoan thanh, \
    ngay giai quyet xong, giai quyet xong, ngay co ket qua, ngay co kq, ngay giai quyet, ngay ky ket qua, ngay ban hanh ket qua, \
    ngay xong, thoi gian ket thuc, ngay hoan tat, ngay hoan thanh xu ly
    """,
    .status: """
    trang thai, trang thai ho so, trang thai xu ly, trang thai hs, tinh trang, tinh trang ho so, tinh trang xu ly, tinh trang hs, \
    tinh trang giai quyet, trang thai giai quyet, status
    """,
    .delivery: """
    phuong thuc nhan ket qua, hinh thuc nhan ket qua, hinh thuc tra ket qua, phuong thuc tra ket qua, phuong thuc tra, hinh thuc tra, \
    cach nhan ket qua, hinh thuc nhan kq, phuong thuc nhan kq, hinh thuc tra kq, noi nhan ket qua, noi tra ket qua
    """,
    .signature:
      "ky nhan, nguoi nhan ky, chu ky, nguoi nhan ky ten, ky ten, ky nhan ket qua, nguoi nhan ket qua ky nhan",
    .note: "ghi chu, note, chu thich, luu y, nhan xet",
    .applicant: """
    nguoi nop, nguoi nop ho so, ten nguoi nop, ho ten nguoi nop, ho va ten nguoi nop, ho ten nguoi nop ho so, nguoi di nop, \
    nguoi duoc uy quyen, nguoi lam thay, nguoi dai dien, ho ten nguoi dai dien, nguoi nop hs, ho va ten nguoi nop ho so, nguoi nop don, \
    nguoi nop thay, nguoi di dang ky, nguoi di khai
    """,
    .relative: """
    ho ten me, ten me, ho va ten me, me, ho ten nguoi me, me vo chong, ten me vo chong, ~ho ten vo, ~ten vo, ~vo, ~ho va ten vo, \
    ~ho ten chong, ~ten chong, ~chong, ~ho va ten chong, ~vo chong, ~ten vo chong, ~ho ten vo chong, me hoac vo chong, me vo hoac chong
    """,
    .parent: "ho ten cha, ten cha, ho va ten cha, cha, ho ten bo, bo, cha me, ho ten cha me, ten cha me",
    .placeOfReception: """
    noi tiep nhan, dia diem tiep nhan, quay, quay tiep nhan, quay so, bo phan tiep nhan, co quan tiep nhan, don vi tiep nhan, \
    diem tiep nhan, noi nop, noi nop ho so, noi nhan, noi nhan ho so, noi tiep nhan ho so, trung tam
    """,
    .clerk: """
    nguoi tiep nhan, can bo tiep nhan, can bo, can bo xu ly, can bo thu ly, nguoi xu ly, nguoi thu ly, cong chuc tiep nhan, cong chuc, \
    nguoi nhan ho so, nguoi giai quyet, can bo nhan, can bo giai quyet, chuyen vien, chuyen vien xu ly, nguoi nhan, nguoi dang xu ly, \
    cong chuc xu ly, cong chuc thu ly, nguoi ky, can bo tra ket qua, nguoi tra ket qua, nhan vien tiep nhan, can bo mot cua
    """,
    .recipient: "nguoi nhan ket qua, ten nguoi nhan ket qua, ho ten nguoi nhan ket qua, nguoi nhan kq",
    .channel: """
    hinh thuc tiep nhan, hinh thuc nop, hinh thuc nop ho so, kenh tiep nhan, kenh nop, kenh, phuong thuc tiep nhan, phuong thuc nop, \
    cach nop, nguon, nguon ho so, hinh thuc, loai tiep nhan, muc do
    """,
    .fee: "le phi, phi, phi le phi, so tien, thu phi, muc thu, tong phi, tien, phi va le phi, thanh tien",
    .birth: """
    ngay sinh, nam sinh, ngay thang nam sinh, sinh ngay, ngay thang sinh, nam sinh nam, ngay sinh nam, ngay thang nam sinh nam
    """,
    .birthOfWoman: "nam sinh nu, ngay sinh nu, ngay thang nam sinh nu",
    .sex: "gioi tinh, nam nu, gioi, gioi tinh nam, gioi tinh nam nu, gioi tinh nu nam",
    .sexOfWoman: "gioi tinh nu",
    .email: "email, e mail, thu dien tu, dia chi email",
    .field: "linh vuc, nhom thu tuc, ten linh vuc, nhom, linh vuc thuc hien",
    .dateOfIssue: "ngay cap, noi cap, ngay cap cccd, ngay cap giay to, noi cap cccd, ngay noi cap",
    .timeLimit: """
    thoi han, thoi gian giai quyet, thoi gian xu ly, so ngay giai quyet, so ngay xu ly, thoi han xu ly, so ngay, \
    thoi gian quy dinh, so ngay quy dinh, thoi han quy dinh, thoi han giai quyet
    """,
    .punctuality: """
    dung han, tre han, qua han, som han, truoc han, so ngay tre, so ngay qua han, tien do, danh gia, dung han qua han, dung han tre han, \
    so ngay con lai, con lai, ket qua dung han
    """,
    .result: """
    ket qua, so ket qua, so quyet dinh, so van ban, ket qua giai quyet, so ky hieu, ten ket qua, giay to ket qua, so ky hieu van ban
    """,
    .otherDate: """
    ngay chuyen, ngay yeu cau bo sung, ngay bo sung, ngay tam dung, ngay thu phi, ngay nop phi, ngay sua, ngay cap nhat, ngay in, \
    ngay cap so, ngay rut, ngay chuyen xu ly, ngay phan cong, ngay lap
    """,
  ]
}
