import ArgumentParser
import Console
import DossierDomain
import DossierStore
import OfficeWork
import SyncClient

/// `dossier enrol`: makes this machine a desk of the province.
struct EnrolCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "enrol",
      abstract: said("Đăng ký máy này với tỉnh, thành một bàn.", "Makes this machine a desk of the province."),
      discussion: said(
        """
        Tỉnh cho một mã đăng ký dùng một lần và dấu nhận của nơi cấp chứng thư; gõ cả hai đúng như trên giấy. \
        Mã thì chương trình hỏi; không có màn hình dòng lệnh thì lấy dòng đầu của đầu vào chuẩn. Thư mục dữ liệu còn \
        trống thì thành một bàn mới của đơn vị, lần trao đổi đầu tiên đem dữ liệu về. Đơn vị lâu nay làm một mình thì \
        giữ nguyên mọi thứ; tỉnh phải cấp mã dành cho đơn vị ấy.
        """,
        """
        The province gives a code that works once and the fingerprint of its authority; both are typed as they are \
        on the paper. The code is asked for; without a terminal it is the first line of standard input. An empty \
        data folder becomes a new desk of the office, filled by the first exchange. An office that worked alone \
        until now keeps everything; the province has to have a code made for it.
        """))
  }

  @Option(
    name: .long,
    help: said("Địa chỉ máy chủ của tỉnh: https://tên-máy:cổng.", "https://host:port of the provincial server."))
  var server: ServerAddress

  @Option(
    name: .long,
    help: said("Đọc mã đăng ký dùng một lần từ số hiệu tệp này.", "Reads the one-time code from this file descriptor."))
  var codeFd: Int32?

  @Option(
    name: .long,
    help: said(
      "Dấu nhận của nơi cấp chứng thư: năm nhóm, mỗi nhóm bốn ký tự.",
      "The authority's fingerprint, five groups of four characters."))
  var fingerprint: FingerprintArgument

  @Option(name: .long, help: said("Tên bàn, ví dụ \"Bàn 1\".", "The desk's name, e.g. \"Bàn 1\"."))
  var name: String

  @Flag(
    name: .long,
    help: said(
      "In ra JSON: office, officeName, device, server, certificateEndsAt.",
      "JSON: office, officeName, device, server, certificateEndsAt."))
  var json = false

  @OptionGroup var global: GlobalOptions

  private struct Record: Encodable {
    var office: String
    var officeName: String
    var device: String
    var server: String
    var certificateEndsAt: String
  }

  func run() throws {
    let workplace = try global.openWorkplace(.readWrite, creating: true)
    defer { workplace.store.close() }
    let clock = workplace.clock
    let enrolment = DeskEnrolment(store: workplace.store, now: { clock.now })
    let code = try askedSecret(
      workplace.language.pick("Mã đăng ký (như K7QF-2M9T-XW4H): ", "One-time code (as K7QF-2M9T-XW4H): "), from: codeFd,
      workplace.language)
    let (server, fingerprint, name) = (server, fingerprint.bytes, name)
    let outcome: Result<Enrolment, DeskEnrolment.Fault> = awaiting {
      do throws(DeskEnrolment.Fault) {
        return .success(try await enrolment.enrol(at: server, code: code, fingerprint: fingerprint, name: name))
      } catch {
        return .failure(error)
      }
    }
    switch outcome {
    case .success(let made): show(made, workplace.language)
    case .failure(let fault):
      Output.message(fault.wording(workplace.language))
      throw fault.exitCode
    }
  }

  private func show(_ made: Enrolment, _ language: Language) {
    guard !json else {
      return Output.json(
        Record(
          office: made.office.hexadecimal, officeName: made.officeName, device: made.device.hexadecimal,
          server: made.server, certificateEndsAt: made.certificateEndsAt.iso8601))
    }
    Output.data(
      language.pick(
        "Máy này là \(made.deviceName) của \(made.officeName). Đồng bộ: dossier sync, hoặc ở màn hình chương trình.",
        "This machine is \(made.deviceName) of \(made.officeName). Synchronise: dossier sync, or on the screen of the program."
      ))
  }
}

extension ServerAddress: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}

struct FingerprintArgument: ExpressibleByArgument {
  var bytes: [UInt8]

  init?(argument: String) {
    guard let bytes = Fingerprint.parse(argument) else { return nil }
    self.bytes = bytes
  }
}

extension DeskEnrolment.Fault {
  func wording(_ language: Language) -> String {
    switch self {
    case .alreadyEnrolled:
      language.pick("Máy này đã đăng ký rồi; không đổi gì.", "This machine is enrolled already; nothing was changed.")
    case .wrongCode:
      language.pick(
        "Mã đăng ký sai, đã dùng hoặc hết hạn. Xin tỉnh mã mới.",
        "The code is wrong, used or too old. Ask the province for a new one.")
    case .otherFingerprint:
      language.pick(
        "Dấu nhận của máy chủ không khớp với dấu đã gõ; chưa gửi mã. Xem lại từng nhóm trên giấy của tỉnh.",
        "The server's fingerprint is not the typed one; the code was not sent. Compare each group with the province's paper."
      )
    case .failed(let failure): failure.wording(language, isForCommandLine: true)
    case .store(let error): error.wording(language)
    }
  }

  var exitCode: ExitCode {
    switch self {
    case .alreadyEnrolled, .wrongCode, .otherFingerprint: .faultsFound
    case .failed: .provinceUnavailable
    case .store: .storeUnavailable
    }
  }
}
