import DossierDomain
import OfficeWork
import Terminal

/// What all screens share: who sits here, at which office, in which language, and what was last done.
public struct Session: Equatable, Sendable {
  public var office: OfficeSnapshot
  public var clerk: Clerk?
  public var language: Language
  /// Plain mode: words instead of symbols, for screen readers and braille.
  public var isPlain: Bool
  /// There is a shell to go to, and the settings allow it.
  public var canSuspend = false
  public var size: Size
  public var message: Message?
  /// The dossier that the last act touched; one key returns to it.
  public var lastTouched: DossierID?
  /// What `.` does again.
  var lastAct: RepeatableAct?
  /// What was typed into prompts that were left, by verb: a double Esc discards nothing.
  var promptDrafts: [String: Contents] = [:]
  /// The form that was cleared last, until another one is left.
  var clearedForm: KeptScreen?
  /// Something that is kept of a screen has changed, although no key was pressed.
  var isPlaceChanged = false
  /// How long the PINs are that were right since the program started.
  var pinLengths: [ClerkID: Int] = [:]
  /// Acts on their way to the journal.
  var running: [RequestNumber: RunningAct] = [:]
  /// What the exchange with the province is doing, and how the last one ended.
  var exchange = ExchangeState()
  /// Whose screen is at work: what it asks is answered there.
  var asker = FrameID(count: 0)
  private var lastRequest = 0
  private var lastFrame = 0

  public init(office: OfficeSnapshot, language: Language, isPlain: Bool, size: Size) {
    self.office = office
    self.language = language
    self.isPlain = isPlain
    self.size = size
  }

  mutating func nextRequest() -> RequestNumber {
    lastRequest += 1
    return RequestNumber(asker: asker, count: lastRequest)
  }

  mutating func request<Response>() -> Request<Response> { Request(number: nextRequest()) }

  mutating func nextFrame() -> FrameID {
    lastFrame += 1
    return FrameID(count: lastFrame)
  }

  mutating func say(_ words: Words) { message = Message(words(language)) }
  mutating func complain(_ sentence: String) { message = Message(sentence, .problem) }

  var viewer: Viewer {
    clerk.map(Viewer.init) ?? Viewer(clerk: ClerkID(high: 0, low: 0), seesConfidential: false)
  }

  var activeClerks: [Clerk] { office.clerks.filter(\.isActive) }

  /// Who may sit down at this machine.
  var signInClerks: [Clerk] { activeClerks.filter { office.machineClerks.contains($0.id) } }

  func name(of id: ClerkID?) -> String {
    guard let id else { return "–" }
    return office.clerks.first { $0.id == id }?.name ?? "?"
  }

  /// As colleagues call each other: the last word of the name, and one more where two share it.
  func givenName(of id: ClerkID?) -> String {
    let words = name(of: id).split(separator: " ")
    guard let given = words.last else { return name(of: id) }
    let isShared = activeClerks.contains { $0.id != id && $0.name.split(separator: " ").last == given }
    return words.suffix(isShared ? 2 : 1).joined(separator: " ")
  }

  func absentClerks(on date: CivilDate) -> Set<ClerkID> {
    Set(office.absences.filter { $0.covers(date) }.map(\.clerk))
  }
}

/// One line for the clerk, above the hints; the next key takes it away.
public struct Message: Hashable, Sendable {
  public enum Tone: Sendable {
    case done
    case problem
  }

  public var text: String
  public var tone: Tone

  public init(_ text: String, _ tone: Tone = .done) {
    self.text = text
    self.tone = tone
  }
}

struct RunningAct: Equatable, Sendable {
  /// As the message calls it once it is done.
  var title: Words
  var clerk: ClerkID
  /// The prompt that it came of, as it stood before its last answer; nil for another way.
  var prompt: ActionPrompt?
  /// She gave her PIN for it.
  var isConfirmed = false
  /// What it uses up once it is done; until then it is there for another try.
  var draft: Draft?

  struct Draft: Equatable, Sendable {
    var name: String
    var contents: Contents
  }
}

struct RepeatableAct: Equatable, Sendable {
  var verb: String
  var answers: Contents
}
