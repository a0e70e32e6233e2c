import DossierDomain
import SwiftProtobuf

extension Wire {
  static func message(_ reading: DataReading) -> Dossier_Journal_Reading {
    .with {
      $0.what = UInt32(reading.what.rawValue)
      $0.purpose = reading.purpose
      $0.persons = number(reading.persons)
      $0.showsNumbers = reading.showsNumbers
      $0.hash = data(bytes: reading.hash)
    }
  }

  static func reading(_ message: Dossier_Journal_Reading) throws(EntryFormatError) -> DataReading {
    guard message.hash.count == DataReading.hashLength else { throw .malformed("hash") }
    guard message.purpose.utf8.count <= DataReading.longestPurpose else { throw .malformed("purpose") }
    return DataReading(
      what: try choice(message.what), purpose: message.purpose, persons: Int(message.persons),
      showsNumbers: message.showsNumbers, hash: Array(message.hash))
  }
}
