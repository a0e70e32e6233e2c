import DossierDomain
import VietnameseText

extension Int {
  /// `12.000 đ (Mười hai nghìn đồng)`
  func money(in words: AmountInWords) -> String { "\(moneyText(self)) (\(words.dong(self)))" }
}
