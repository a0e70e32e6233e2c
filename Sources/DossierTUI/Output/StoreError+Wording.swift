import DossierDomain
import DossierStore
import OfficeWork

extension StoreError {
  /// A sentence that says what happened, what was kept, and what to do.
  /// - Parameter isForCommandLine: commands and options are named where a screen names its keys.
  func wording(_ language: Language, isForCommandLine: Bool = true) -> String {
    switch self {
    case .inUse:
      language.pick(
        "Chương trình đang mở ở cửa sổ khác và đang ghi. Hãy thoát cửa sổ đó rồi làm lại.",
        "The program is open in another window, which writes. Leave that one, then do it again.")
    case .newerSchema:
      language.pick(
        "Dữ liệu do bản mới hơn tạo ra; chưa đụng đến gì. Hãy cài bản mới của chương trình.",
        "The data was made by a newer version; nothing was touched. Install the newer version.")
    case .foreign(let path):
      language.pick(
        "\(path) không phải dữ liệu của chương trình; chưa đụng đến gì. Kiểm tra --data.",
        "\(path) is not data of this program; nothing was touched. Check --data.")
    case .damaged(let detail):
      language.pick(
        "Tệp dữ liệu bị hỏng (\(detail)). Đừng xóa; chạy dossier restore từ bản sao lưu.",
        "The data file is damaged (\(detail)). Do not delete it; run dossier restore from a backup.")
    case .readOnly:
      language.pick(
        "Đang chỉ xem vì lúc mở có cửa sổ khác đang ghi. Hãy làm việc ở cửa sổ đó, hoặc thoát rồi mở lại.",
        "Read-only: another window was writing when this one opened. Work there, or leave and open it again.")
    case .readOnlyDisk:
      language.pick(
        "Ổ đĩa không cho ghi: việc vừa làm chưa ghi, những gì đã ghi vẫn còn. Báo quản trị, rồi làm lại.",
        "The disk takes no writes: the last act was not written, what was written is kept. Tell the administrator, then do it again."
      )
    case .diskFull:
      language.pick(
        "Ổ đĩa đầy: việc vừa làm chưa ghi. Xóa bớt tệp khác rồi làm lại.",
        "The disk is full: the last act was not written. Free some space and do it again.")
    case .dataGone:
      Self.dataGone(language, isForCommandLine ? "" : " (F10)")
    case .noPermission(let path):
      language.pick("Không có quyền với \(path). Báo quản trị.", "No permission for \(path). Tell the administrator.")
    case .busy:
      language.pick(
        "Dữ liệu đang bận; chưa ghi được. Hãy làm lại.", "The data is busy; nothing was written. Try again.")
    case .interrupted: language.pick("Đã dừng.", "Stopped.")
    case .denied(let denial): denial.wording(language, isForCommandLine: isForCommandLine)
    case .order:
      language.pick(
        "Dữ liệu của tỉnh gửi về không khớp với máy này; chưa ghi gì. Đồng bộ lại; nếu vẫn vậy, báo quản trị.",
        "What the province sent does not fit to this machine; nothing was written. Synchronise again; if it stays so, tell the administrator."
      )
    case .rebuildUnfinished:
      language.pick(
        "Dữ liệu đang được dựng lại, hoặc lần dựng lại trước bị ngắt. Nhật ký còn đủ. Chạy: dossier rebuild.",
        "The data is being made again, or that was cut off. The journal is whole. Run: dossier rebuild.")
    case .noOffice:
      language.pick(
        "Chưa có đơn vị nào. Tạo bằng: dossier office create, hoặc dossier demo create.",
        "There is no office yet. Make one: dossier office create, or dossier demo create.")
    case .officeExists:
      language.pick(
        "Thư mục này đã có đơn vị; chưa đổi gì. Xem bằng dossier office settings, hoặc chọn --data khác.",
        "There is an office in this folder; nothing was changed. See dossier office settings, or choose another --data."
      )
    case .other(let detail): language.pick("Lỗi dữ liệu: \(detail)", "Data error: \(detail)")
    }
  }

  private static func dataGone(_ language: Language, _ key: String) -> String {
    language.pick(
      "Tệp dữ liệu đang mở đã bị xóa hoặc thay: không ghi thêm, không cấp mã; đừng đọc mã nào cho công dân. Thoát ngay\(key) để cứu những gì đã ghi, mở lại, xem việc cuối; rồi báo quản trị.",
      "The open data file was removed or replaced: nothing more is recorded, no code is issued. Leave at once\(key), which saves what was recorded, open again, look at the last work, and tell the administrator."
    )
  }
}
