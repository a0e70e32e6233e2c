/// The denials that concern a clerk or a machine.
extension DenialWording {
  func roleMissing(_ roles: Set<Clerk.Role>) -> String {
    language.pick("Việc này của: \(list(roles, .vi)). ", "This is for: \(list(roles, .en)). ")
      + (isForCommandLine
        ? language.pick("Ghi tên người đó ở --by.", "Name her with --by.")
        : language.pick("Bấm F12 để đổi người.", "F12 changes the clerk."))
  }

  func confidential() -> String {
    language.pick(
      "Hồ sơ kín: chỉ người giữ và phụ trách bộ phận xem được.",
      "Confidential: only its assignee and the head of desk.")
  }

  func clerkUnknown(_ name: String) -> String {
    language.pick("Ở đây không có ai tên \"\(name)\".", "Nobody here is called \"\(name)\".")
  }

  func machineNotHers() -> String {
    language.pick(
      "Người này chưa được phép làm việc ở máy này. Báo quản trị ở tỉnh (provincial-server device clerks).",
      "She may not sign in at this machine. Tell the province's administrator (provincial-server device clerks).")
  }

  func pinIsTheProvinces() -> String {
    language.pick(
      "Quầy này thuộc mạng của tỉnh: mã PIN đặt lại ở tỉnh (provincial-server clerk reset).",
      "A desk of the province: PINs are reset there (provincial-server clerk reset).")
  }

  func numbersNotHers() -> String {
    language.pick(
      """
      Số đầy đủ chỉ hiện cho người giữ hồ sơ, người tiếp nhận khi công dân đến quầy vì hồ sơ này, và phụ trách bộ phận.
      """,
      """
      Full numbers are for whoever holds the dossier, for the reception while its citizen is awaited at the counter, \
      and for the head of desk.
      """)
  }

  func absenceEndsBeforeItBegins() -> String {
    language.pick("Ngày về trước ngày vắng.", "The absence ends before it begins.")
  }

  func nameInUse() -> String {
    language.pick(
      "Đã có cán bộ tên này. Hãy thêm chữ để phân biệt.",
      "There is a clerk of this name. Add a word to tell them apart.")
  }

  func agencyCodeIsTheProvinces() -> String {
    language.pick(
      "Mã định danh do tỉnh quản lý khi máy đã nối với tỉnh. Hãy báo quản trị tỉnh.",
      "The agency code is the province's once the machine is its desk. Tell its administrators.")
  }

  func machinesBehind(_ names: [String], _ isProvinceBehind: Bool) -> String {
    let vietnamese = (isProvinceBehind ? ["máy chủ của tỉnh"] : []) + names.map { "máy \"\($0)\"" }
    let english = (isProvinceBehind ? ["the province's server"] : []) + names.map { "the machine \"\($0)\"" }
    // After an upgrade the last report is about what the version before could read.
    guard !vietnamese.isEmpty else {
      return language.pick(
        "Chưa ghi được việc này: máy này vừa lên bản mới, chưa biết các máy khác đã đọc được chưa. Đồng bộ (\(synchronise)), rồi làm lại.",
        """
        This cannot be recorded yet: this machine has just been upgraded, and whether the others can read it is not known. \
        Synchronise (\(synchronise)), then do it again.
        """)
    }
    return language.pick(
      """
      Chưa ghi được việc này: \(vietnamese.joined(separator: ", ")) còn dùng bản cũ, chưa đọc được. Cập nhật nơi đó trước, \
      đồng bộ (\(synchronise)), rồi làm lại.
      """,
      """
      This cannot be recorded yet: \(english.joined(separator: ", ")) runs an earlier version that could not read it. \
      Upgrade there first, synchronise (\(synchronise)), then do it again.
      """)
  }

  private func list(_ roles: Set<Clerk.Role>, _ language: Language) -> String {
    roles.sorted().map { $0.wording(language) }.joined(separator: ", ")
  }
}
