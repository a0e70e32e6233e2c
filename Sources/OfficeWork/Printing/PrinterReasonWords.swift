/// What a clerk is told for a keyword, and whether it stops the printer.
struct PrinterReasonWords: Sendable {
  var keyword: String
  var vi: String
  var en: String
  var stops: Bool

  private static func stopping(_ keyword: String, _ vi: String, _ en: String) -> PrinterReasonWords {
    PrinterReasonWords(keyword: keyword, vi: vi, en: en, stops: true)
  }

  private static func telling(_ keyword: String, _ vi: String, _ en: String) -> PrinterReasonWords {
    PrinterReasonWords(keyword: keyword, vi: vi, en: en, stops: false)
  }

  static let all = [
    stopping("media-empty", "hết giấy", "no paper"),
    stopping("media-needed", "cần thêm giấy đúng khổ", "paper of the right size is needed"),
    stopping("media-jam", "kẹt giấy", "paper jam"),
    telling("media-low", "sắp hết giấy", "little paper left"),
    stopping("input-tray-missing", "thiếu khay giấy", "the paper tray is missing"),
    stopping("input-manual-input-request", "chờ đưa giấy bằng tay", "waits for paper by hand"),
    stopping("output-tray-missing", "thiếu khay đựng giấy ra", "the output tray is missing"),
    stopping("output-area-full", "khay giấy ra đã đầy", "the output tray is full"),
    telling("output-area-almost-full", "khay giấy ra sắp đầy", "the output tray is almost full"),
    stopping("cover-open", "nắp máy in đang mở", "a cover is open"),
    stopping("door-open", "cửa máy in đang mở", "a door is open"),
    stopping("interlock-open", "nắp máy in chưa đóng chặt", "a cover is not closed"),
    telling("toner-low", "sắp hết mực", "toner is low"),
    stopping("toner-empty", "hết mực", "no toner"),
    telling("marker-supply-low", "sắp hết mực", "ink is low"),
    stopping("marker-supply-empty", "hết mực", "no ink"),
    telling("marker-waste-almost-full", "hộp mực thải sắp đầy", "the waste box is almost full"),
    stopping("marker-waste-full", "hộp mực thải đã đầy", "the waste box is full"),
    telling("developer-low", "sắp hết thuốc hiện", "developer is low"),
    stopping("developer-empty", "hết thuốc hiện", "no developer"),
    telling("opc-near-eol", "trống mực sắp phải thay", "the drum has to be replaced soon"),
    stopping("opc-life-over", "trống mực phải thay", "the drum has to be replaced"),
    stopping("fuser-over-temp", "bộ sấy quá nóng, chờ nguội", "the fuser is too hot"),
    telling("fuser-under-temp", "máy in đang làm nóng", "the printer is warming up"),
    stopping("paused", "đang tạm dừng", "paused"),
    stopping("moving-to-paused", "sắp tạm dừng", "about to pause"),
    stopping("hold-new-jobs", "giữ lại việc in mới", "new jobs are held"),
    stopping("stopped-partly", "đang dừng một phần", "partly stopped"),
    stopping("stopping", "đang dừng lại", "stopping"),
    stopping("shutdown", "máy in đã tắt", "the printer is off"),
    stopping("deactivated", "máy in đã bị tắt nhận việc", "the printer is deactivated"),
    stopping("offline", "không liên lạc được máy in", "the printer cannot be reached"),
    stopping("timed-out", "máy in không trả lời", "the printer does not answer"),
    telling("connecting-to-device", "đang nối với máy in", "connecting to the printer"),
    stopping("spool-area-full", "bộ nhớ máy in đã đầy", "the printer's memory is full"),
    stopping("interpreter-resource-unavailable", "máy in không đủ bộ nhớ", "the printer lacks memory"),
    stopping(
      "cups-missing-filter", "máy tính thiếu phần mềm cho máy in này", "this computer lacks software for the printer"),
    stopping(
      "cups-insecure-filter", "phần mềm máy in cài không an toàn", "the printer's software is installed insecurely"),
    stopping("cups-pki-invalid", "chứng thư của máy in không đúng", "the printer's certificate is wrong"),
    stopping("cups-pki-changed", "chứng thư của máy in đã đổi", "the printer's certificate has changed"),
    stopping("cups-pki-expired", "chứng thư của máy in hết hạn", "the printer's certificate has ended"),
    stopping(
      "cups-pki-unknown", "không kiểm tra được chứng thư của máy in", "the printer's certificate cannot be checked"),
    stopping("other", "máy in báo lỗi khác", "the printer has another fault"),
  ]
}
