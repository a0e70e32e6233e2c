import DossierDomain
import PageDescription
import VietnameseText

/// Of whom or what a row of an attestation speaks.
struct AttestationSubject {
  var kind: AttestationKind
  var person: CertifiedPerson?
  /// From 1.
  var ordinal: Int?
  var recipient: AttestationFacts.Originals.Recipient?
}

extension AttestationFacts {
  /// What stands at a field; empty for a blank.
  func value(of field: AttestationField, _ subject: AttestationSubject) -> String {
    let date = day?.components
    return switch field {
    case .day: date.map { twoDigits($0.day) } ?? ""
    // Two digits for January and February (NĐ 30/2020/NĐ-CP, Phụ lục I), so that none is changed.
    case .month: date.map { $0.month <= 2 ? twoDigits($0.month) : "\($0.month)" } ?? ""
    case .year: date.map { "\($0.year)" } ?? ""
    case .dateWords: date.flatMap { words.text(day: $0.day, month: $0.month, year: $0.year) } ?? ""
    case .hour: minuteOutside.map { twoDigits($0 / 60) } ?? ""
    case .minute: minuteOutside.map { twoDigits($0 % 60) } ?? ""
    case .place: place
    case .agency: agency
    case .signer: certifier?.name ?? ""
    case .title: certifier?.title ?? ""
    case .receiver: receiver?.name ?? ""
    case .honorific: receiver?.sex.honorific ?? "ông/bà"
    case .number: number.map(twoDigits) ?? ""
    case .volume: volume
    // Without a day it is not known which sign holds.
    case .sign: day.flatMap { subject.kind.book?.sign(on: $0) } ?? ""
    case .name: subject.person?.name ?? ""
    case .idKind: subject.person?.idKind ?? ""
    case .idNumber: subject.person?.idNumber ?? ""
    case .ordinal: subject.ordinal.map(String.init) ?? ""
    case .act: act
    case .matter: matter
    case .fromLanguage: fromLanguage
    case .toLanguage: toLanguage
    case .originals: originals.map { twoDigits($0.count) } ?? ""
    case .sheets: originals.map { twoDigits($0.sheets) } ?? ""
    case .pages: originals.map { twoDigits($0.pages) } ?? ""
    case .recipient: subject.recipient?.name ?? ""
    case .copies: subject.recipient.map { "\($0.copies)" } ?? ""
    case .interpreter: interpreter
    case .witnesses: witnesses.joined(separator: ", ")
    case .blank: ""
    }
  }

  func meets(_ condition: AttestationCondition) -> Bool {
    switch condition {
    case .outside: minuteOutside != nil
    case .fingerprint: persons.contains { $0.manner == .fingerprint }
    case .one: persons.count <= 1
    case .several: persons.count > 1
    case .interpreter: !interpreter.isEmpty
    case .witnesses: !witnesses.isEmpty
    }
  }

  func name(of signer: AttestationTemplate.Signature.Signer) -> String {
    switch signer {
    case .signer: certifier?.name ?? ""
    case .receiver: receiver?.name ?? ""
    case .person: persons.first?.name ?? ""
    }
  }

  /// Both words where both were done, and where nobody said which.
  private var act: String {
    let manners = Set(persons.map(\.manner))
    return manners == [.signature] ? "ký" : manners == [.fingerprint] ? "điểm chỉ" : "ký/điểm chỉ"
  }
}

extension Sex? {
  fileprivate var honorific: String? {
    switch self {
    case .male: "ông"
    case .female: "bà"
    case .undetermined, nil: nil
    }
  }
}

extension AttestationField {
  /// Of its blank, in tenths of a millimetre.
  var room: Int {
    switch self {
    case .day, .month, .hour, .minute, .ordinal, .originals, .sheets, .pages, .copies, .blank: 100
    case .year, .number, .volume, .sign, .act, .honorific: 150
    case .idKind, .idNumber, .fromLanguage, .toLanguage: 300
    case .dateWords, .place, .agency, .signer, .title, .receiver, .name, .matter, .recipient, .interpreter, .witnesses:
      600
    }
  }
}
