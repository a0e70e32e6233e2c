import DossierDomain
import Synchronization

/// The present language. `:language` also changes it for everything that runs beside the screens. Safe to use from any
/// thread.
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
