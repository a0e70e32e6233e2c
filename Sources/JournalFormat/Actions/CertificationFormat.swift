import DossierDomain
import SwiftProtobuf

import struct Foundation.Data

/// The byte form of certified lines, and of their numbers and books.
enum CertificationFormat {
  static func message(_ line: CertifiedLine) -> Dossier_Journal_CertifiedLine {
    .with {
      $0.paper = line.paper
      $0.person = line.person
      $0.pages = Wire.number(line.pages)
      $0.copies = Wire.number(line.copies)
    }
  }

  static func lines(_ messages: [Dossier_Journal_CertifiedLine]) throws(EntryFormatError) -> [CertifiedLine] {
    let lines = messages.prefix(CertifiedLine.most + 1).map {
      CertifiedLine(paper: $0.paper, person: $0.person, pages: Int($0.pages), copies: Int($0.copies))
    }
    guard lines.count <= CertifiedLine.most, lines.allSatisfy(\.isBounded) else { throw .malformed("certified lines") }
    return lines
  }

  static func message(_ numbering: Numbering) -> Dossier_Journal_Numbering {
    .with {
      $0.book = Wire.data(numbering.volume.book)
      $0.kind = UInt32(numbering.volume.kind.rawValue)
      $0.year = Wire.number(numbering.volume.year)
      $0.volume = Wire.number(numbering.volume.number)
      $0.date = Int32(clamping: numbering.date.dayNumber)
      $0.numbers = numbering.numbers.map(Wire.number)
      $0.signer = numbering.signer
    }
  }

  static func numbering(_ message: Dossier_Journal_Numbering) throws(EntryFormatError) -> Numbering {
    let volume = try volume(message.book, kind: message.kind, year: message.year, number: message.volume)
    let numbers = message.numbers.prefix(CertifiedLine.most + 1).map { Int($0) }
    guard
      let numbering = Numbering(
        volume: volume, date: try Wire.date(message.date), numbers: numbers, signer: message.signer)
    else { throw .malformed("numbers of a book") }
    return numbering
  }

  static func message(_ opening: BookOpening) -> Dossier_Journal_OpenedBook {
    .with {
      $0.book = Wire.data(opening.volume.book)
      $0.kind = UInt32(opening.volume.kind.rawValue)
      $0.year = Wire.number(opening.volume.year)
      $0.volume = Wire.number(opening.volume.number)
      $0.lastOnPaper = Wire.number(opening.lastOnPaper)
    }
  }

  static func opening(_ message: Dossier_Journal_OpenedBook) throws(EntryFormatError) -> BookOpening {
    let volume = try volume(message.book, kind: message.kind, year: message.year, number: message.volume)
    guard let opening = BookOpening(volume: volume, lastOnPaper: Int(message.lastOnPaper)) else {
      throw .malformed("opening of a book")
    }
    return opening
  }

  private static func volume(
    _ book: Data, kind: UInt32, year: UInt32, number: UInt32
  ) throws(EntryFormatError) -> BookVolume {
    guard
      let volume = BookVolume(
        book: try Wire.identifier(book), kind: try Wire.choice(kind), year: Int(year), number: Int(number))
    else { throw .malformed("volume of a book") }
    return volume
  }

  // MARK: In a folded dossier

  static func message(_ numbering: BookNumbering) -> Dossier_Journal_FoldedNumbering {
    .with {
      $0.at = numbering.at.milliseconds
      $0.by = Wire.data(numbering.by)
      $0.numbering = message(numbering.numbering)
      $0.struck = UInt32(numbering.struck?.rawValue ?? 0)
    }
  }

  static func numbering(_ message: Dossier_Journal_FoldedNumbering) throws(EntryFormatError) -> BookNumbering {
    BookNumbering(
      numbering: try numbering(message.numbering), at: try Wire.instant(message.at),
      by: try Wire.identifier(message.by),
      struck: message.struck == 0 ? nil : try Wire.choice(message.struck))
  }
}
