import DossierDomain
import OfficeWork
import Terminal

/// The steps with which a new office begins; each disappears once it is done.
extension DayStartState {
  /// How long an office counts as new. Later the same things are said by `doctor` and at the end of the day.
  private static let newDays = 30

  /// When the office was founded, if that was lately and the clerk may set it up. An office that the province has made,
  /// or a demo, has another kind of id.
  private static func founding(_ session: Session, _ now: Instant) -> Instant? {
    guard let clerk = session.clerk, !clerk.roles.isDisjoint(with: Clerk.Role.administering),
      !session.office.isReadOnly,
      let founding = session.office.office.id.createdAt, founding <= now,
      now.civilDate <= founding.civilDate.adding(days: newDays)
    else { return nil }
    return founding
  }

  mutating func askFirstSteps(_ session: inout Session, _ now: Instant) -> [Effect] {
    guard let founding = Self.founding(session, now) else {
      firstSteps = nil
      return []
    }
    let request: Request<FirstSteps> = session.request()
    pendingSteps = request
    return [.ask(.firstSteps(request, founding: founding))]
  }

  /// A step in a whole sentence, and in the words that fit on a narrow screen.
  private struct Step {
    var sentence: Words
    var short: Words
  }

  /// - Parameters:
  ///   - height: the rows that are left for them.
  ///   - isFirst: nothing stands above, so no empty line is needed.
  func firstStepLines(
    _ session: Session, width: Int, height: Int, isFirst: Bool
  ) -> [(text: String, role: Role)] {
    guard let firstSteps else { return [] }
    let open = Self.openSteps(firstSteps, session)
    guard !open.isEmpty else { return [] }
    let language = session.language
    let title = language.pick("Việc đầu tiên của đơn vị mới:", "First steps of a new office:")
    let foot = language.pick(
      "Lệnh dossier: gõ ở dấu nhắc sau khi thoát (F10).", "Commands are typed at the prompt after leaving (F10).")
    func lines(_ words: KeyPath<Step, Words>) -> [(text: String, role: Role)] {
      let steps = open.flatMap { step in
        wrapped(step[keyPath: words](language), width: width - 2).enumerated().map { offset, line in
          ((offset == 0 ? "· " : "  ") + line, Role.text)
        }
      }
      return (isFirst ? [] : [("", .text)]) + [(title, .heading)] + steps + [(foot, .muted)]
    }
    let whole = lines(\.sentence)
    return whole.count <= height ? whole : lines(\.short)
  }

  private static func openSteps(_ done: FirstSteps, _ session: Session) -> [Step] {
    var steps: [Step] = []
    // An office without PINs is one of a single clerk.
    if session.office.office.requiresPIN, session.activeClerks.count == 1 { steps.append(addClerks) }
    if !done.hasImported { steps.append(takeRegisterIn) }
    if !done.hasBackup { steps.append(backUp) }
    if !session.office.isEnrolled { steps.append(enrol) }
    return steps
  }

  private static let addClerks = Step(
    sentence: Words(
      "Thêm cán bộ: dossier office add-clerk \"TÊN\" --role reception",
      "Add clerks: dossier office add-clerk \"NAME\" --role reception"),
    short: Words("Thêm cán bộ: dossier office add-clerk", "Add clerks: dossier office add-clerk"))

  private static let takeRegisterIn = Step(
    sentence: Words(
      "Nhập sổ theo dõi đang dùng, nếu có: gõ :import", "Take in the register in use, if there is one: type :import"),
    short: Words("Nhập sổ theo dõi đang dùng: gõ :import", "Take in the register in use: type :import"))

  /// Whoever has the key can read the backups, and without it nobody can.
  private static let backUp = Step(
    sentence: Words(
      "Sao lưu: F8. In khóa (dossier backup --show-key), cất vào két, xa máy này",
      "Backup: F8. Print its key (dossier backup --show-key), keep it in the safe"),
    short: Words("Sao lưu: F8; khóa cất két: dossier backup --show-key", "Backup: F8; key: dossier backup --show-key"))

  private static let enrol = Step(
    sentence: Words(
      "Đăng ký máy với tỉnh: dossier enrol; mã đăng ký do tỉnh cấp",
      "Enrol this machine with the province, which gives a code: dossier enrol"),
    short: Words("Đăng ký máy với tỉnh: dossier enrol", "Enrol with the province: dossier enrol"))
}
