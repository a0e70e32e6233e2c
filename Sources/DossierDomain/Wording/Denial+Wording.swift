extension Denial {
  /// What was not done, why, and what to do instead; nothing was changed when a clerk reads this.
  public func wording(_ language: Language) -> String {
    switch self {
    case .moveNotAllowed(let from, let to) where from == to:
      language.pick("Hồ sơ đã ở \"\(from.wording(.vi))\" rồi.", "The dossier is \"\(from.wording(.en))\" already.")
    case .moveNotAllowed(let from, let to):
      language.pick(
        "Hồ sơ đang \"\(from.wording(.vi))\", không chuyển sang \"\(to.wording(.vi))\" được.",
        "The dossier is \"\(from.wording(.en))\" and cannot become \"\(to.wording(.en))\".")
    case .alreadyFinal(let status):
      language.pick("Hồ sơ đã kết thúc: \(status.wording(.vi)).", "The dossier has ended: \(status.wording(.en)).")
    case .voided(let reason): language.pick("Hồ sơ đã hủy: \(reason).", "The dossier is void: \(reason).")
    case .dossierUnknown: language.pick("Không tìm thấy hồ sơ.", "There is no such dossier.")
    case .alreadyExists: language.pick("Hồ sơ này đã có rồi.", "This dossier exists already.")
    case .roleMissing(let roles):
      language.pick(
        "Việc này của: \(list(roles, .vi)). Bấm F12 để đổi người.",
        "This is for: \(list(roles, .en)). F12 changes the clerk.")
    case .confidential:
      language.pick(
        "Hồ sơ kín: chỉ người thụ lý và phụ trách bộ phận xem được.",
        "Confidential: only its assignee and the head of desk.")
    case .procedureUnknown(let code):
      language.pick("Không có thủ tục \(code) trong danh mục.", "Procedure \(code) is not in the catalogue.")
    case .procedureGuidanceOnly:
      language.pick(
        "Thủ tục cư trú do Công an cấp xã nhận trên hệ thống riêng. Mời công dân sang Công an xã.",
        "Residence procedures are received by the commune police in their own system.")
    case .procedureEnded(_, let replacement):
      replacement.map { code in
        language.pick(
          "Thủ tục đã bãi bỏ. Dùng thủ tục thay thế \(code).", "The procedure has ended. Use \(code) instead.")
      } ?? language.pick("Thủ tục đã bãi bỏ, không nhận mới.", "The procedure has ended; nothing new is received.")
    case .procedureNotYet(_, let date):
      language.pick(
        "Thủ tục có hiệu lực từ \(date.slashed), chưa nhận được.",
        "The procedure holds from \(date.slashed); it cannot be received yet.")
    case .newDueOnDayOff(let next):
      language.pick(
        "Ngày đó nghỉ. Ngày làm việc kế tiếp: \(next.slashed).",
        "That is a day off. The next working day: \(next.slashed).")
    case .overdueAlready(let due):
      language.pick(
        "Đã quá hạn từ \(due.clockAndDate): không gia hạn được nữa. Báo người dân, ghi lý do bằng W.",
        "Overdue since \(due.clockAndDate): it cannot be extended any more. Tell the citizen; W records why.")
    case .handedToAnother:
      language.pick(
        "Hồ sơ đang giao cho người khác: người đó, người thay khi vắng, hoặc phụ trách quầy mới nhận được.",
        "It was handed to somebody else: she takes it, her substitute while she is away, or the head of desk.")
    case .clerkUnknown(let name):
      language.pick("Ở đây không có ai tên \"\(name)\".", "Nobody here is called \"\(name)\".")
    case .machineNotHers:
      language.pick(
        "Người này chưa được phép làm việc ở máy này. Báo quản trị ở tỉnh (provincial-server device clerks).",
        "She may not sign in at this machine. Tell the province's administrator (provincial-server device clerks).")
    case .pinIsTheProvinces:
      language.pick(
        "Quầy này thuộc mạng của tỉnh: mã PIN đặt lại ở tỉnh (provincial-server clerk reset).",
        "A desk of the province: PINs are reset there (provincial-server clerk reset).")
    case .absenceEndsBeforeItBegins:
      language.pick("Ngày về trước ngày vắng.", "The absence ends before it begins.")
    case .timeLimitUnknown:
      language.pick(
        "Danh mục chưa có thời hạn: hãy nhập số ngày làm việc.", "The time limit is not known: enter the working days.")
    case .codeNotProvisional:
      language.pick("Hồ sơ này đã có mã chính thức.", "It stands under a code of the office already.")
    case .machinesBehind(let names, let isProvinceBehind):
      Self.machinesBehind(names, isProvinceBehind, language)
    case .numbersUsedUp:
      language.pick(
        "Máy này hết số của hôm nay. Đồng bộ (F5) để xin thêm rồi làm lại.",
        "This desk has no numbers left for today. Synchronise (F5) to get more, then try again.")
    case .reasonMissing: language.pick("Hãy ghi lý do.", "Give a reason.")
    case .legalBasisMissing: language.pick("Hãy ghi căn cứ pháp lý.", "Give the legal basis.")
    case .itemsMissing: language.pick("Hãy ghi ít nhất một giấy tờ.", "Name at least one paper.")
    case .ownerNameMissing: language.pick("Thiếu tên chủ hồ sơ.", "The owner's name is missing.")
    case .identityNumberInvalid: language.pick("Số định danh phải đủ 12 chữ số.", "A citizen number has 12 digits.")
    case .recipientMissing: language.pick("Hãy ghi người nhận kết quả.", "Say who receives the result.")
    case .componentUnknown(let number):
      language.pick("Không có giấy tờ số \(number).", "There is no paper number \(number).")
    case .valueInvalid(let field):
      language.pick(
        "Giá trị mới của \(field.wording(.vi)) không hợp lệ.", "The new \(field.wording(.en)) is not valid.")
    case .amountInvalid: language.pick("Số tiền không hợp lệ.", "The amount is not valid.")
    case .newDueNotLater(let instant):
      language.pick(
        "Ngày hẹn mới phải sau \(instant.clockAndDate).", "The new date must be after \(instant.clockAndDate).")
    case .extensionsUsedUp(let limit):
      language.pick("Đã gia hạn đủ \(limit) lần cho phép.", "Already extended \(limit) time(s), the limit.")
    case .notHandedOver:
      language.pick("Không có lượt chuyển nào đang chờ nhận.", "Nothing was handed over that waits to be taken.")
    case .sameAssignee: language.pick("Người này đang giữ hồ sơ rồi.", "This clerk holds the dossier already.")
    case .nameInUse:
      language.pick(
        "Đã có cán bộ tên này. Hãy thêm chữ để phân biệt.",
        "There is a clerk of this name. Add a word to tell them apart.")
    case .agencyCodeIsTheProvinces:
      language.pick(
        "Mã định danh do tỉnh quản lý khi máy đã nối với tỉnh. Hãy báo quản trị tỉnh.",
        "The agency code is the province's once the machine is its desk. Tell its administrators.")
    case .nothingToUndo: language.pick("Không có việc gì để hoàn tác.", "There is nothing to undo.")
    case .laterEntryBuildsOnIt:
      language.pick("Đã có việc khác làm sau đó, không hoàn tác được.", "Later work builds on it; it cannot be undone.")
    case .codeUnavailable:
      language.pick("Chưa cấp được mã hồ sơ. Báo quản trị.", "No dossier code available. Tell the administrator.")
    case .calendarOutOfRange:
      language.pick(
        "Lịch làm việc chỉ có từ 2024 đến 2031. Xem lại ngày của máy.",
        "The calendar covers 2024 to 2031. Check the machine's date.")
    case .clockDoubtful(let doubt):
      language.pick(
        "Chưa cấp mã vì ngày giờ máy đáng ngờ (lần ghi trước: \(doubt.lastEntryAt.clockAndDate)). Xem lại ngày giờ rồi xác nhận.",
        "No code was issued: the machine's date is in doubt (last entry: \(doubt.lastEntryAt.clockAndDate)). Check and confirm it."
      )
    case .lastNumberUnknown(let recorded):
      language.pick(
        "Chưa cấp mã: lần trước chương trình bị ngắt, có thể đã in mã sau số \(recorded) mà máy không còn biết. Hãy nhập số cuối đã in hôm nay.",
        "No code was issued: the program was cut off before, and codes after number \(recorded) may be on paper. Enter the last number printed today."
      )
    case .conflictUnknown:
      language.pick("Việc trùng này đã được giải quyết.", "This conflict has been settled already.")
    case .notOnline:
      language.pick(
        "Chỉ dùng cho hồ sơ nộp trực tuyến chưa tiếp nhận.", "Only for online submissions not yet received.")
    }
  }

  private func list(_ roles: Set<Clerk.Role>, _ language: Language) -> String {
    roles.sorted().map { $0.wording(language) }.joined(separator: ", ")
  }
}

extension Denial {
  private static func machinesBehind(_ names: [String], _ isProvinceBehind: Bool, _ language: Language) -> String {
    let vietnamese = (isProvinceBehind ? ["máy chủ của tỉnh"] : []) + names.map { "máy “\($0)”" }
    let english = (isProvinceBehind ? ["the province's server"] : []) + names.map { "the machine “\($0)”" }
    return language.pick(
      """
      Chưa ghi được việc này: \(vietnamese.joined(separator: ", ")) còn dùng bản cũ, chưa đọc được. Cập nhật nơi đó trước, \
      đồng bộ (F5), rồi làm lại.
      """,
      """
      This cannot be recorded yet: \(english.joined(separator: ", ")) runs an earlier version that could not read it. \
      Upgrade there first, synchronise (F5), then do it again.
      """)
  }
}
