import Documents
import DossierStore
import Foundation

/// The columns of the system that is used beside this program, kept on this machine in a setting beside the journal.
struct RememberedForm {
  var store: OfficeStore

  private static let setting = "other system's register"

  /// Nil if none is known.
  var form: OtherSystemForm? {
    guard let text = try? store.setting(Self.setting) else { return nil }
    return try? JSONDecoder().decode(OtherSystemForm.self, from: Data(text.utf8))
  }

  /// Write access is taken for this only, because the command itself runs beside an open full-screen program.
  /// - Returns: false if another window has it.
  static func keep(_ form: OtherSystemForm, in workplace: Workplace) -> Bool {
    guard let json = try? JSONEncoder().encode(form),
      let store = try? LocalStore(folder: workplace.locations.data, access: .readWrite)
    else { return false }
    defer { store.close() }
    return (try? store.office.set(setting, to: String(decoding: json, as: UTF8.self))) != nil
  }
}
