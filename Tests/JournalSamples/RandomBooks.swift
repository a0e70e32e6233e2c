import DossierDomain

extension RandomContent {
  mutating func certifiedLines() -> [CertifiedLine] {
    (0...below(CertifiedLine.most)).map { _ in
      CertifiedLine(
        paper: ["Bằng tốt nghiệp", "Học bạ", "Giấy ủy quyền"][below(3)], person: ["", "Hồ Thị Mai"][below(2)],
        pages: 1 + below(300), copies: 1 + below(100))
    }
  }

  private mutating func volume() -> BookVolume {
    let book = BookID(high: random.next(), low: random.next())
    // A year and a volume within the bounds are always one.
    return BookVolume(
      book: book, kind: BookKind.allCases[below(BookKind.allCases.count)], year: 2020 + below(40),
      number: 1 + below(BookVolume.mostVolumes)) ?? volume()
  }

  mutating func bookOpening() -> BookOpening {
    BookOpening(volume: volume(), lastOnPaper: below(RegisterBook.highestNumber)) ?? bookOpening()
  }

  mutating func numbering() -> Numbering {
    let volume = volume()
    let first = 1 + below(5000)
    let places = certifiedLines().placesOfNumbers
    guard let date = CivilDate(year: volume.year, month: 1 + below(12), day: 1 + below(28)),
      let numbering = Numbering(
        volume: volume, date: date, numbers: places.map { first + $0 }, signer: "Hồ Văn Nam")
    else { return numbering() }
    return numbering
  }
}
