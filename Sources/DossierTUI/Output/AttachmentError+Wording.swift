import DossierDomain
import DossierStore

extension AttachmentError {
  /// Why the file was not taken: the middle of a sentence.
  func wording(_ language: Language) -> String {
    switch self {
    case .missing(let path): language.pick("không có tệp \(path)", "there is no file \(path)")
    case .notAFile(let path): language.pick("\(path) không phải tệp", "\(path) is no file")
    case .empty(let path): language.pick("tệp \(path) trống", "\(path) is empty")
    case .tooLarge(_, let limit):
      language.pick("tệp lớn hơn \(limit >> 20) MB", "the file is larger than \(limit >> 20) MB")
    case .noPermission(let path): language.pick("không có quyền với \(path)", "no permission for \(path)")
    case .diskFull: language.pick("ổ đĩa đầy", "the disk is full")
    case .readOnly: language.pick("ổ đĩa chỉ cho đọc", "the disk is read-only")
    case .fileSystem(let path, let code):
      language.pick("lỗi đọc tệp \(path) (\(code))", "the file \(path) cannot be read (\(code))")
    }
  }
}
