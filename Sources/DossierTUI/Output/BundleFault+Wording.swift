import ArgumentParser
import DossierDomain
import DossierStore
import OfficeWork
import SyncClient
import SyncProtocol

extension DeskBundles.Fault {
  /// A sentence that says what is wrong with the file, that nothing of it was stored, and what to do.
  func wording(_ language: Language) -> String {
    switch self {
    case .notEnrolled: SyncFailure.notEnrolled.wording(language, isForCommandLine: true)
    case .noAnswer:
      language.pick(
        "Đây là tệp gửi đi, không phải tệp trả lời của tỉnh. Chưa nhập gì.",
        "This file is a question, not the province's answer. Nothing was taken in.")
    case .otherDesk:
      language.pick(
        "Tệp này trả lời máy khác hoặc đơn vị khác. Chưa nhập gì.",
        "This file answers another desk or office. Nothing was taken in.")
    case .outdated:
      language.pick(
        "Tệp này trả lời một lần xuất cũ. Chưa nhập gì; xuất tệp mới và gửi lại tỉnh.",
        "This file answers an older export. Nothing was taken in; export again and hand that to the province.")
    case .revoked: SyncFailure.deviceRevoked.wording(language, isForCommandLine: true)
    case .orderDiffers(let fault):
      language.pick(
        """
        Trả lời của tỉnh không khớp với nhật ký tại máy này (\(fault)). Phần không khớp chưa ghi; mọi việc đã ghi tại máy còn \
        nguyên. Hãy chạy "dossier bundle export" để ghi tệp mới ra USB, mang đến tỉnh, rồi nhập tệp trả lời: lần này tỉnh gửi \
        lại đầy đủ.
        """,
        """
        The province's answer does not fit to the journal of this machine (\(fault)). What does not fit was not written; all \
        that was recorded here is kept. Run "dossier bundle export" for a new file on a stick, carry it to the province, then \
        import the answer: this time the province sends everything in full.
        """)
    case .orderStillDiffers(let fault):
      language.pick(
        """
        Tỉnh đã gửi lại toàn bộ mà vẫn không khớp với máy này (\(fault)). Phần không khớp chưa ghi; mọi việc đã ghi tại máy \
        còn nguyên. Giữ lại tệp trả lời, báo quản trị chạy "dossier verify" và gọi tỉnh; sau đó xuất tệp mới.
        """,
        """
        The province has sent everything again, and it still does not fit to this machine (\(fault)). What does not fit was \
        not written; all that was recorded here is kept. Keep the answer, tell the administrator to run "dossier verify" and to \
        call the province; export a new file after that.
        """)
    case .message(let error): SyncFailure.answerDamaged("\(error)").wording(language, isForCommandLine: true)
    case .store(let error): error.wording(language)
    case .unreadable(let path): language.pick("Không đọc được \(path).", "Cannot read \(path).")
    case .notWritable(let path):
      language.pick(
        "Không ghi được \(path). Xem USB có bị khóa ghi không; chưa ghi gì.",
        "Cannot write \(path). See whether the stick is write-protected; nothing was written.")
    case .noRoom(let path):
      language.pick(
        "Không đủ chỗ cho \(path). Dùng USB khác, hoặc xuất ít bản quét hơn bằng --scans; chưa ghi gì.",
        "No room for \(path). Use another stick, or fewer scans with --scans; nothing was written.")
    case .bundle(let error): Self.wording(error, language)
    }
  }

  private static func wording(_ error: BundleError, _ language: Language) -> String {
    switch error {
    case .notABundle:
      language.pick("Tệp này không phải tệp trao đổi với tỉnh.", "This file is no bundle of the province.")
    case .newerVersion:
      language.pick(
        "Tệp do bản mới hơn tạo ra. Cài bản mới của chương trình; chưa nhập gì.",
        "The file was made by a newer version. Install the newer program; nothing was taken in.")
    case .cutShort:
      language.pick(
        "Tệp bị cụt: chép lại từ tỉnh. Chưa nhập gì.", "The file is cut short: copy it again. Nothing was taken in.")
    case .changed:
      language.pick(
        "Tệp đã bị thay đổi hoặc không phải của tỉnh. Chưa nhập gì; chép lại, nếu vẫn vậy báo quản trị.",
        "The file was changed, or is not the province's. Nothing was taken in; copy it again, then tell the administrator."
      )
    case .otherRecipient:
      language.pick(
        "Tệp này không dành cho máy này. Chưa nhập gì.",
        "This file is not meant for this machine. Nothing was taken in.")
    case .tooLarge(let bytes):
      language.pick("Tệp quá lớn (\(bytes >> 20) MB).", "The file is too large (\(bytes >> 20) MB).")
    case .badKey:
      language.pick(
        "Khóa của máy này hỏng. Xin tỉnh mã đăng ký mới.",
        "This machine's key is damaged. Ask the province for a new code.")
    }
  }

  var exitCode: ExitCode {
    switch self {
    case .store: .storeUnavailable
    case .unreadable: .notFound
    case .notEnrolled, .revoked: .provinceUnavailable
    default: .faultsFound
    }
  }
}
