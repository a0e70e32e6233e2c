import DossierDomain
import DossierStore
import OfficeWork

extension AttachmentError {
  /// The reason why the file was not stored, as the middle of a sentence.
  func wording(_ language: Language) -> String {
    switch self {
    case .missing(let path): language.pick("không có tệp \(path)", "there is no file \(path)")
    case .notAFile(let path): language.pick("\(path) không phải tệp", "\(path) is no file")
    case .empty(let path): language.pick("tệp \(path) trống", "\(path) is empty")
    case .tooLarge(_, let limit):
      language.pick("tệp lớn hơn \(limit >> 20) MB", "the file is larger than \(limit >> 20) MB")
    case .noPermission(let path): language.pick("không có quyền với \(path)", "no permission for \(path)")
    case .diskFull: language.pick("ổ đĩa đầy", "the disk is full")
    case .readOnlyDisk: language.pick("ổ đĩa chỉ cho đọc", "the disk is read-only")
    case .unknown: language.pick("không có bản quét hay giấy đã lập này", "there is no such scan or issued paper")
    case .erased: language.pick("tệp quét này đã được hủy", "this scan was erased")
    case .notHere(let percent):
      language.pick("tệp quét của máy khác, mới nhận \(percent)%", "a scan of another desk, \(percent)% received")
    case .damaged:
      language.pick("tệp quét bị hỏng; chạy dossier verify", "the scan is damaged; run dossier verify")
    case .store(let error): error.wording(language)
    case .fileSystem(let path, let code):
      language.pick("lỗi đọc tệp \(path) (\(code))", "the file \(path) cannot be read (\(code))")
    }
  }
}
