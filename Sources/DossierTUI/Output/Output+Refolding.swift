import Console
import DossierDomain
import DossierStore

extension Output {
  /// Says that figures may still change, while the rows are computed again after an upgrade.
  static func warnWhileRefolding(_ workplace: Workplace) {
    guard let left = try? workplace.store.upkeep.refoldingLeft() else { return }
    message(
      workplace.language.pick(
        "Sau khi nâng cấp, còn \(left) hồ sơ đang được tính lại: số liệu có thể còn đổi. Mở dossier và để chạy vài phút, rồi làm lại.",
        "After the upgrade, \(left) dossiers are still to be computed: figures may change. Leave dossier open for some minutes and try again."
      ))
  }
}
