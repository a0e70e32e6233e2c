import DossierDomain
import VietnameseText

extension Int {
  /// `12.000 đ (Mười hai nghìn đồng)`
  var moneyInWords: String { "\(moneyText(self)) (\(AmountInWords().dong(self)))" }
}
