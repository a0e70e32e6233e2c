import DossierDomain
import OfficeWork

/// Verbs for one paper: the first answer is its number, which the screen gives.
extension Verb {
  static let paperForm = Verb(
    "paper-form", Words("Hình thức giấy tờ", "Form of the paper"),
    consequence: Words(
      "Ghi giấy tờ đã nộp ở hình thức nào, mấy bản.", "Records in what form it was handed in, and how many."),
    unless: needsRunning,
    asks: { answers, session, _ in
      switch answers.count {
      case 1:
        .choice(
          paper(answers, "nộp ở hình thức nào?", "was handed in as what?"),
          [Component.Form.original, .certifiedCopy, .photocopy, .electronic, .notApplicable, .missing].map {
            (String($0.rawValue), $0.wording(session.language))
          })
      case 2 where handedIn.contains(form(answers.answer(1))): .quantity
      default: nil
      }
    },
    commands: { answers, _, _ in
      guard let number = Int(answers.answer(0)) else { return [] }
      return [
        .setComponentForm(number: number, form: form(answers.answer(1)), quantity: Int(answers.answer(2)) ?? 1)
      ]
    },
    isRepeatable: { _ in false })

  static let digitise = Verb(
    "digitise", Words("Số hóa giấy tờ", "Digitise the paper"),
    consequence: Words(
      "Tệp quét được chép vào máy này, giấy tờ ghi là đã số hóa.",
      "The scanned file is copied to this desk and the paper counts as digitised."),
    unless: { _, _ in nil },
    asks: { answers, _, _ in
      answers.count == 1
        ? .required(paper(answers, "ở tệp nào? (đường dẫn, tối đa 50 MB)", "is in which file? (path, up to 50 MB)"))
        : nil
    },
    effect: { number, answers, row, clerk in
      .digitise(
        number, row.id, component: Int(answers.answer(0)) ?? 0, path: answers.answer(1), by: clerk)
    },
    isRepeatable: { _ in false })

  /// NĐ 104/2022, Đ.14; NĐ 224/2026, Đ.15.
  static let replaceByLookup = Verb(
    "look-up", Words("Thay giấy tờ bằng khai thác dữ liệu", "Look up instead of a paper"),
    consequence: Words(
      "Dân không phải nộp giấy tờ này; cách khai thác được ghi lại.",
      "The citizen need not hand it in; how it was looked up is recorded."),
    unless: needsRunning,
    asks: { answers, session, _ in
      switch answers.count {
      case 1:
        .choice(
          paper(answers, "khai thác bằng cách nào?", "was looked up how?"),
          LookupMethod.allCases.map { (String($0.rawValue), $0.wording(session.language)) })
      case 2:
        .optional(
          Words("Số tham chiếu (không ghi nội dung tra được)", "Reference number (not what was found)"))
      default: nil
      }
    },
    commands: { answers, _, _ in
      guard let number = Int(answers.answer(0)),
        let method = UInt8(answers.answer(1)).flatMap(LookupMethod.init(rawValue:))
      else { return [] }
      return [.replaceByLookup(number: number, method: method, reference: answers.answer(2))]
    },
    isRepeatable: { _ in false })

  static let reuse = Verb(
    "reuse", Words("Dùng lại giấy tờ đã có", "Reuse a paper that is here"),
    consequence: Words(
      "Lấy từ hồ sơ hoặc kết quả đã số hóa; dân không phải nộp lại.",
      "Taken from a digitised dossier or result; nothing is asked of the citizen."),
    unless: needsRunning,
    asks: { answers, session, _ in
      switch answers.count {
      case 1:
        .choice(
          paper(answers, "lấy từ đâu?", "comes from where?"),
          [Digitisation.reusedComponent, .reusedResult].map {
            (String($0.rawValue), $0.wording(session.language))
          })
      case 2: .required(Words("Mã hồ sơ hoặc số văn bản nguồn", "Code or number of the source"))
      default: nil
      }
    },
    commands: { answers, _, _ in
      guard let number = Int(answers.answer(0)),
        let kind = UInt8(answers.answer(1)).flatMap(Digitisation.init(rawValue:))
      else { return [] }
      return [.reuse(number: number, source: answers.answer(2), from: kind)]
    },
    isRepeatable: { _ in false })

  static let addPaper = Verb(
    "add-paper", Words("Thêm giấy tờ", "Add a paper"),
    consequence: Words("Hồ sơ có thêm một giấy tờ.", "The dossier gets a further paper."),
    unless: needsRunning,
    asks: { answers, session, _ in
      switch answers.count {
      case 0: .required(Words("Tên giấy tờ", "Name of the paper"))
      case 1:
        .choice(
          Words("Nộp ở hình thức nào?", "In what form?"),
          [Component.Form.original, .certifiedCopy, .photocopy, .electronic, .missing].map {
            (String($0.rawValue), $0.wording(session.language))
          })
      default: nil
      }
    },
    commands: { answers, _, _ in
      [.addComponent(name: answers.answer(0), form: form(answers.answer(1)), quantity: 1)]
    },
    isRepeatable: { _ in false })

  private static let handedIn: Set<Component.Form> = [.original, .certifiedCopy, .photocopy]

  private static func form(_ text: String) -> Component.Form {
    UInt8(text).flatMap(Component.Form.init(rawValue:)) ?? .missing
  }

  private static func paper(_ answers: [String], _ vi: String, _ en: String) -> Words {
    Words("Giấy tờ \(answers.answer(0)) \(vi)", "Paper \(answers.answer(0)) \(en)")
  }
}

extension Question {
  fileprivate static let quantity = Question(
    label: Words("Mấy bản?", "How many?"),
    kind: .text(initial: "1") { text, language in
      Int(text).map { (1...999).contains($0) } == true
        ? nil : language.pick("Hãy gõ số từ 1 đến 999.", "Type a number from 1 to 999.")
    })
}
