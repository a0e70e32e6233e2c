import DossierDomain
import Synchronization

/// The language of this moment: `:language` changes it for all that runs beside the screens too. Safe to use from any thread.
final class SpokenLanguage: Sendable {
  private let chosen: Mutex<Language>

  init(_ language: Language) {
    chosen = Mutex(language)
  }

  var current: Language {
    get { chosen.withLock { $0 } }
    set { chosen.withLock { $0 = newValue } }
  }
}
