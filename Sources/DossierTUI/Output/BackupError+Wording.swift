import DossierDomain
import DossierStore
import Glibc

extension BackupError {
  /// A sentence that says what happened and what to do. The earlier files are untouched in all cases.
  func wording(_ language: Language) -> String {
    switch self {
    case .targetMissing(let path):
      language.pick(
        "Không thấy nơi sao lưu \(path). Cắm USB rồi làm lại.",
        "The backup place \(path) is not there. Plug in the disk and try again.")
    case .alreadyRunning:
      language.pick(
        "Đang có lần sao lưu khác chạy. Đợi xong rồi làm lại.", "Another backup is running. Wait for its end.")
    case .noCopy(let path):
      language.pick(
        "\(path) chưa có bản sao lưu nào. Chạy: dossier backup.", "\(path) has no backup yet. Run: dossier backup.")
    case .noSpace(let path, let needed, let available):
      language.pick(
        "\(path) còn \(available >> 20) MB, cần \(needed >> 20 + 1) MB. Xóa bớt tệp rồi làm lại.",
        "\(path) has \(available >> 20) MB left, \(needed >> 20 + 1) MB are needed. Free some space.")
    case .notABackup(let path): language.pick("\(path) không phải bản sao lưu.", "\(path) is no backup.")
    case .newerVersion:
      language.pick("Bản sao lưu do bản mới hơn tạo ra. Cài bản mới.", "Made by a newer version. Install it.")
    case .wrongKey: language.pick("Mã khôi phục không đúng với bản này.", "The recovery key is not this backup's.")
    case .keyMistyped:
      language.pick("Mã khôi phục gõ sai. Xem lại từng nhóm.", "The recovery key is mistyped. Check each group.")
    case .damaged(let path, let chunk):
      language.pick(
        "\(path) hỏng ở đoạn \(chunk). Dùng bản khác.", "\(path) is damaged at part \(chunk). Use another one.")
    case .truncated(let path): language.pick("\(path) bị cụt. Dùng bản khác.", "\(path) is cut short. Use another one.")
    case .copyUnsound(let details):
      language.pick(
        "Bản sao đọc lại không khớp: \(details.joined(separator: "; "))",
        "The copy does not agree: \(details.joined(separator: "; "))")
    case .folderNotEmpty(let path):
      language.pick("\(path) đã có dữ liệu; không ghi đè.", "\(path) is not empty; nothing is overwritten.")
    case .database(let code):
      language.pick("Lỗi dữ liệu khi sao lưu (\(code)).", "Database error during the backup (\(code)).")
    case .fileSystem(let path, EROFS):
      language.pick(
        "Ổ đĩa của \(path) không cho ghi. Báo quản trị, rồi làm lại.",
        "The disk of \(path) takes no writes. Tell the administrator, then do it again.")
    case .fileSystem(let path, let code):
      language.pick("Lỗi ổ đĩa với \(path) (\(code)).", "File system error with \(path) (\(code)).")
    }
  }
}

extension Backup.Copy {
  /// Nil if the copy was noted, or made by somebody who is recorded.
  func noteTrouble(_ language: Language) -> String? {
    guard isUnnoted else { return nil }
    return language.pick(
      "Ổ đĩa dữ liệu không ghi được: không ghi lại được rằng máy đã làm bản sao này.",
      "The disk of the data takes no writes: that the machine made this copy could not be noted.")
  }
}

extension CopiedScans {
  /// What happened to the scans; nil if the office has none.
  func wording(_ language: Language) -> String? {
    guard new + mended + kept + unsound > 0 else { return nil }
    let counts = language.pick(
      "Tệp quét: chép thêm \(new), \(kept) đã có sẵn ở nơi sao lưu.",
      "Scans: \(new) copied, \(kept) were at the second place already.")
    return counts + (trouble(language).map { " " + $0 } ?? "")
  }

  /// Nil if all is well.
  func trouble(_ language: Language) -> String? {
    var sentences: [String] = []
    if mended > 0 {
      sentences.append(
        language.pick(
          "\(mended) tệp quét ở nơi sao lưu bị hỏng, đã chép lại: nên thay ổ.",
          "\(mended) scans at the second place were damaged and written again: replace that disk."))
    }
    if unsound > 0 {
      sentences.append(
        language.pick(
          "\(unsound) tệp quét không chép được: chạy dossier verify.",
          "\(unsound) scans could not be copied: run dossier verify."))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}
