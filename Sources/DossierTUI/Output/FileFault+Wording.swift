import DossierDomain
import Terminal

extension FileFault {
  func wording(_ language: Language) -> String { language.pick(vietnamese, english) + "." }
}
