import DossierDomain
import OfficeWork

extension Failure {
  /// A sentence that says what failed, what was kept, and what to do now.
  public func wording(_ language: Language) -> String {
    switch self {
    case .storeBusy:
      language.pick(
        "Máy đang bận ghi. Chưa mất gì; hãy làm lại thao tác.", "The store is busy. Nothing is lost; try again.")
    case .diskFull:
      language.pick(
        "Ổ đĩa đầy: việc vừa rồi chưa ghi, những gì đã ghi vẫn còn. Hãy dọn ổ đĩa rồi làm lại.",
        "The disk is full: this was not recorded, what was recorded is kept. Make room, then do it again.")
    case .readOnlyDisk:
      language.pick(
        "Ổ đĩa không cho ghi nữa: việc vừa rồi chưa ghi, những gì đã ghi vẫn còn. Hãy giữ màn hình này, gọi quản trị.",
        "The disk takes no more writes: this was not recorded, what was recorded is kept. Keep this screen open and call the administrator."
      )
    case .readOnly(.anotherWindowWrites):
      language.pick(
        "Đang chỉ xem vì lúc mở có cửa sổ khác đang ghi. Hãy làm việc ở cửa sổ đó, hoặc thoát rồi mở lại.",
        "Read-only: another window was writing when this one opened. Work there, or leave and open it again.")
    case .readOnly(.diskIsReadOnly):
      language.pick(
        "Ổ đĩa không cho ghi: chỉ xem được, không ghi được gì. Báo quản trị, rồi mở lại chương trình.",
        "The disk takes no writes: you can look, nothing can be recorded. Tell the administrator, then open the program again."
      )
    case .storeDamaged:
      language.pick(
        "Dữ liệu có lỗi, chưa ghi thêm gì. Hãy gọi quản trị chạy \"dossier doctor\".",
        "The data is damaged; nothing was written. Ask the administrator to run \"dossier doctor\".")
    case .notPermitted(let denial): denial.wording(language)
    case .notConfirmed:
      language.pick(
        "Chưa nhập mã PIN: việc này đã bỏ, chưa ghi gì.", "No PIN was given: this was dropped, nothing is recorded.")
    case .noBackupTarget:
      language.pick(
        "Chưa cài nơi sao lưu. Nhờ quản trị ghi \"backup-folder\" vào settings.toml.",
        "No backup place is set up. Ask the administrator to set \"backup-folder\" in settings.toml.")
    case .backupTargetMissing(let path):
      language.pick(
        "Không thấy nơi sao lưu \(path). Hãy cắm ổ rồi làm lại.", "No backup place \(path). Attach it and try again.")
    case .other(let reason):
      language.pick(
        "Chưa làm được: \(reason). Những gì đã ghi vẫn còn.", "Not done: \(reason). What was recorded is kept.")
    }
  }
}
