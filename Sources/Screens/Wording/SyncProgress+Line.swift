import DossierDomain
import OfficeWork

extension SyncProgress {
  /// `Đang gửi ███░░░░░░░ 12 KB/40 KB, còn 8 giây`
  func line(_ language: Language, isPlain: Bool) -> String {
    switch phase {
    case .connecting: language.pick("Đang nối tới tỉnh…", "Connecting…")
    case .sending: moving(language.pick("Đang gửi", "Sending"), bytesSent, bytesToSend, language, isPlain)
    case .waitingForServer: language.pick("Đã gửi, tỉnh đang xử lý…", "Sent, the province is working…")
    case .receiving:
      moving(language.pick("Đang nhận", "Receiving"), bytesReceived, bytesToReceive, language, isPlain)
    case .storing: language.pick("Đang ghi vào máy…", "Writing here…") + leftText(language)
    case .blobs:
      bytesToReceive > bytesToSend
        ? moving(
          language.pick("Đang nhận bản quét", "Receiving scans"), bytesReceived, bytesToReceive, language, isPlain)
        : moving(language.pick("Đang gửi bản quét", "Sending scans"), bytesSent, bytesToSend, language, isPlain)
    case .waitingToRetry(let until): waiting(until, language)
    }
  }

  /// `Không tới được máy chủ tỉnh; thử lại lúc 08:43:20, F5 thử ngay.`
  private func waiting(_ until: Instant, _ language: Language) -> String {
    let why = failure?.title(language) ?? language.pick("chưa được", "not yet")
    let clock = clockWithSeconds(until)
    return why.prefix(1).uppercased() + why.dropFirst()
      + language.pick("; thử lại lúc \(clock), F5 thử ngay.", "; again at \(clock), F5 tries now.")
  }

  private func moving(_ verb: String, _ done: Int, _ all: Int, _ language: Language, _ isPlain: Bool) -> String {
    var text = verb
    if all > 0 {
      let share = min(100, done * 100 / all)
      text += isPlain ? " \(share) %" : " " + bar(share)
      text += " \(bytesText(min(done, all)))/\(bytesText(all))"
    } else {
      text += " \(bytesText(done))"
    }
    return text + leftText(language)
  }

  /// `, còn khoảng 12000 hồ sơ, 8 phút`
  private func leftText(_ language: Language) -> String {
    let time = secondsLeft.map { durationText($0, language) }
    guard let dossiersLeft else {
      return time.map { language.pick(", còn \($0)", ", \($0) left") } ?? ""
    }
    return language.pick(", còn khoảng \(dossiersLeft) hồ sơ", ", about \(dossiersLeft) dossiers left")
      + (time.map { ", \($0)" } ?? "")
  }

  private func bar(_ share: Int) -> String {
    let full = share / 10
    return String(repeating: "█", count: full) + String(repeating: "░", count: 10 - full)
  }
}

/// `812 B`, `12 KB`, `3,4 MB`
func bytesText(_ bytes: Int) -> String {
  if bytes < 1024 { return "\(bytes) B" }
  if bytes < 1 << 20 { return "\((bytes + 512) >> 10) KB" }
  let tenths = (bytes * 10) >> 20
  return "\(tenths / 10),\(tenths % 10) MB"
}

/// `8 giây`, `3 phút`, `2 giờ 5 phút`
public func durationText(_ seconds: Int, _ language: Language) -> String {
  if seconds < 90 { return language.pick("\(seconds) giây", "\(seconds) s") }
  let minutes = (seconds + 30) / 60
  if minutes < 90 { return language.pick("\(minutes) phút", "\(minutes) min") }
  let (hours, rest) = (minutes / 60, minutes % 60)
  if hours >= 48 { return language.pick("\(hours / 24) ngày", "\(hours / 24) days") }
  return language.pick("\(hours) giờ", "\(hours) h")
    + (rest == 0 ? "" : language.pick(" \(rest) phút", " \(rest) min"))
}

/// `16:31:05`
func clockWithSeconds(_ instant: Instant) -> String {
  let second = (instant.milliseconds / 1000 % 60 + 60) % 60
  return instant.civilTime + ":" + (second < 10 ? "0" : "") + String(second)
}
