import DossierDomain
import PageDescription
import VietnameseText

extension AttestationFacts {
  /// What stands at a field; empty for a blank.
  func value(of field: AttestationField, in kind: AttestationKind) -> String {
    switch field {
    case .day: day.map { twoDigits($0.components.day) } ?? ""
    // Two digits for January and February (NĐ 30/2020/NĐ-CP, Phụ lục I), so that none is changed.
    case .month: day.map { $0.components.month <= 2 ? twoDigits($0.components.month) : "\($0.components.month)" } ?? ""
    case .year: day.map { "\($0.components.year)" } ?? ""
    case .dateWords: inWords
    case .hour: minuteOutside.map { twoDigits($0 / 60) } ?? ""
    case .minute: minuteOutside.map { twoDigits($0 % 60) } ?? ""
    case .place: place
    case .agency: agency
    case .signer: certifier?.name ?? ""
    case .title: certifier?.title ?? ""
    case .number: number.map(twoDigits) ?? ""
    case .volume: volume
    case .sign: sign(in: kind)
    }
  }

  func meets(_ condition: AttestationCondition) -> Bool {
    switch condition {
    case .outside: minuteOutside != nil
    }
  }

  func name(of signer: AttestationTemplate.Signature.Signer) -> String {
    switch signer {
    case .signer: certifier?.name ?? ""
    }
  }

  private var inWords: String {
    guard let (year, month, day) = day?.components else { return "" }
    return words.text(day: day, month: month, year: year) ?? ""
  }

  /// Without a day it is not known which sign holds.
  private func sign(in kind: AttestationKind) -> String {
    guard let book = kind.book, let day else { return "" }
    return book.sign(on: day)
  }
}

extension AttestationField {
  /// Of its blank, in tenths of a millimetre.
  var room: Int {
    switch self {
    case .day, .month, .hour, .minute: 100
    case .year, .number, .volume, .sign: 150
    case .dateWords, .place, .agency, .signer, .title: 600
    }
  }
}
