import DossierDomain
import DossierStore

extension CopyLeft {
  func wording(_ language: Language) -> String {
    switch self {
    case .owed:
      language.pick(
        "Chưa chép xong dữ liệu của bản cũ. Mở chương trình rồi thoát: dữ liệu được chép trước khi có gì thay đổi.",
        "The earlier version's data are not copied yet. Open the program and leave it: they are copied before anything else."
      )
    case .lost:
      language.pick(
        "Dữ liệu của bản cũ không chép được nữa, vì một chương trình khác đã ghi vào tệp trước. Không mất hồ sơ nào, nhưng máy này không quay lại bản cũ được: sao lưu ngay (dossier backup).",
        "The earlier version's data can no longer be copied, because another program wrote the file first. No dossier is lost, but this machine cannot go back to that version: make a backup now (dossier backup)."
      )
    }
  }
}
