import Documents
import DossierDomain
import DossierStore
import OfficeWork

/// Why a paper was not issued although no rule of the journal forbids it. Nothing was recorded, and no number was used.
enum PaperIssueFailure: Error {
  case store(StoreError)
  /// Its record could not be kept.
  case notKept(AttachmentError)
  /// The dossier cannot have it any more; why, if a rule of the dossier says so.
  case notOffered(PaperDenial?)
  /// Nobody could print it.
  case unprintable(PaperFailure)

  init(_ error: AttachmentError) {
    switch error {
    case .store(let error): self = .store(error)
    case .empty: self = .notOffered(nil)
    case .tooLarge: self = .unprintable(.tooLarge)
    case .missing, .notAFile, .noPermission, .diskFull, .readOnlyDisk, .unknown, .erased, .notHere, .damaged,
      .fileSystem:
      self = .notKept(error)
    }
  }

  func wording(_ language: Language) -> String {
    let notIssued = language.pick("Chưa lập giấy. ", "No paper was issued. ")
    return switch self {
    case .store(let error): error.wording(language, isForCommandLine: false)
    case .notKept(let error):
      notIssued
        + language.pick(
          "Không lưu được bản lưu: \(error.wording(.vi)).", "Its record could not be kept: \(error.wording(.en)).")
    case .notOffered(let denial):
      notIssued
        + (denial?.wording(language)
          ?? language.pick(
            "Hồ sơ này không còn lập được giấy đó.", "This paper cannot be made of the dossier any more."))
    case .unprintable(let failure): notIssued + failure.wording(language)
    }
  }
}
