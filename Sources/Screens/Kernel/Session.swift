import Documents
import DossierDomain
import OfficeWork
import Terminal

/// The state that all screens share: the signed-in clerk, the office, the language and the last act.
public struct Session: Equatable, Sendable {
  public var office: OfficeSnapshot
  public var clerk: Clerk?
  public var language: Language
  /// F9 turns it on and off.
  public internal(set) var typing = OwnTyping()
  /// Plain mode uses words instead of symbols, for screen readers and braille.
  public var isPlain: Bool
  /// The settings allow the program to be suspended, and there is a shell to return to.
  public var canSuspend = false
  /// The terminal may have a clipboard.
  public var hasClipboard = true
  public var size: Size
  /// The moment of the event that is being handled, or of the paint.
  var moment: Instant
  public var message: Message?
  /// How many rows the message of the paint needs beyond its own one; they are taken from the body.
  var furtherMessageRows = 0
  /// The dossier that the last act touched; one key returns to it.
  public var lastTouched: DossierID?
  /// The act that `.` repeats.
  var lastAct: RepeatableAct?
  /// What was undone last, to be done once more; empty if the rules do not allow that.
  var redo: [Act] = []
  /// Who asked for the undos that are not answered yet.
  var undoing: [RequestNumber: ClerkID] = [:]
  /// What was typed last into fields that often say the same for the next citizen; it is not stored.
  var lastTyped: [Field.ID: String] = [:]
  /// The dossiers of which the clerk was shown the full numbers since she signed in. Each reading is recorded once.
  var numbersRead: Set<DossierID> = []
  /// The codes of the procedures that the office received most of late.
  var favourites: [String] = []
  static let favouriteDays = 30
  /// Texts of prompts that the clerk left, by name, so that pressing Esc twice loses nothing.
  var promptDrafts: [String: Contents] = [:]
  var queries = QueryHistory()
  /// The form that was cleared last, until another form is left.
  var clearedForm: KeptScreen?
  /// Stored state of a screen has changed without a key press.
  var isPlaceChanged = false
  /// The lengths of the PINs that were correct since the program started.
  var pinLengths: [ClerkID: Int] = [:]
  /// Acts that were sent to the journal and are not answered yet.
  var running: [RequestNumber: RunningAct] = [:]
  /// Submissions that are asked about one after another.
  var inTurn: SubmissionsInTurn?
  /// The paper that was scanned last, while its code is checked. It is told whatever screen is open by then.
  var checking: Request<PaperCheck>?
  /// What was given to a printer and is not answered yet.
  var printing: [Request<PrintNews>] = []
  /// The present step of the exchange with the province, and how the last one ended.
  var exchange = ExchangeState()
  /// The frame whose screen runs at present; it receives the answers to its requests.
  var asker = FrameID(count: 0)
  private var lastRequest = 0
  private var lastFrame = 0

  public init(office: OfficeSnapshot, language: Language, isPlain: Bool, size: Size, now: Instant) {
    self.office = office
    self.language = language
    self.isPlain = isPlain
    self.size = size
    moment = now
  }

  mutating func nextRequest() -> RequestNumber {
    lastRequest += 1
    return RequestNumber(asker: asker, count: lastRequest)
  }

  mutating func keepNumbers(of later: Session) {
    (lastRequest, lastFrame) = (max(lastRequest, later.lastRequest), max(lastFrame, later.lastFrame))
  }

  mutating func request<Response>() -> Request<Response> { Request(number: nextRequest()) }

  /// Of papers that are given to a printer. What becomes of them is told even if the screen is closed meanwhile.
  mutating func printRequest() -> Request<PrintNews> {
    let request: Request<PrintNews> = request()
    printing.append(request)
    return request
  }

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

  /// The clerks who may sign in at this machine.
  var signInClerks: [Clerk] { activeClerks.filter { office.machineClerks.contains($0.id) } }

  func name(of id: ClerkID?) -> String {
    guard let id else { return "–" }
    return office.clerks.first { $0.id == id }?.name ?? "?"
  }

  /// The name that colleagues use: the last word of the full name, and one more word if two clerks share it.
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

/// One line for the clerk, above the hints; the next key removes it.
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
  /// The wording of the message once the act is done.
  var title: Words
  var clerk: ClerkID
  /// The prompt that the act came from, as it was before its last answer; nil if it came from elsewhere.
  var prompt: ActionPrompt?
  /// What was asked for, if it is the same for each dossier; otherwise empty.
  var commands: [DossierCommand] = []
  /// The dossiers that the act concerns, as they were; nil if the screen knows them.
  var targets: [QueueRow]?
  /// The clerk gave her PIN for the act.
  var isConfirmed = false
  /// The clerk agreed to do it to so many dossiers.
  var isAgreed = false
  /// The draft that the act uses up once it is done; until then it is available for another try.
  var draft: Draft?

  struct Draft: Equatable, Sendable {
    var name: String
    var contents: Contents
    /// What of it belongs to something else, and stays a draft.
    var rest = Contents()

    /// The act is done, so its text is no draft any more, unless another text was typed there since.
    func useUp(_ drafts: inout [String: Contents]) {
      if drafts[name] == contents { drafts[name] = rest.isEmpty ? nil : rest }
    }
  }
}

struct RepeatableAct: Equatable, Sendable {
  var verb: String
  var answers: Contents
}
