import DossierDomain
import Foundation
import Testing

@testable import DossierTUI

/// What `--data` names may be something else than an office's folder; each is said as what it is.
@Suite(.serialized) struct DataFolderTests {
  @Test func aFileInPlaceOfTheFolderIsNoMissingOffice() throws {
    let program = Program()
    defer { program.remove() }
    let file = try program.file("plain", Array("x".utf8))
    for command in [["list"], ["office", "settings"]] {
      for path in [file, file + "/deeper"] {
        let found = try Program(folder: path).run(command)
        #expect(found.code == 4 && found.messages.contains(file), "\(command): \(found.messages)")
        #expect(!found.messages.contains("office create"), "\(command): \(found.messages)")
      }
    }
    let doctor = try Program(folder: file).run("doctor")
    #expect(doctor.code == 1 && !doctor.output.contains("office create"), "\(doctor.output)")
    #expect(try Program(folder: program.folder + "/missing").run("list").messages.contains("office create"))
  }

  /// A path of one letter ended the program.
  @Test(arguments: [".", "d", "d/", "./d", "đ", "a/b/c"]) func aRelativePathIsOneToo(path: String) throws {
    let place = Program()
    defer { place.remove() }
    let directory = place.folder + "/work"
    for folder in [directory, place.folder + "/s"] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    let office = Program(folder: path)
    for command in [
      [
        "office", "create", "--name", "xã La Lay", "--agency-code", "000.19.45.H50", "--unit-code", "19594", "--clerk",
        "Hồ Thị Lan", "--without-pin",
      ], ["backup", "--to", "../s"], ["backup", "--list", "--to", "../s"], ["verify"],
    ] {
      let done = try office.run(command, in: directory)
      #expect(done.code == 0, "\(command) \(done.messages)")
    }
    #expect(FileManager.default.fileExists(atPath: directory + "/" + path + "/dossier.sqlite"))
  }

  /// The name on the disk has its marks apart from its letters, as a Mac writes it.
  @Test func aFileIsFoundByItsNameAsItIsRead() throws {
    let program = try Program.office()
    defer { program.remove() }
    let table = "Mã hồ sơ;Chủ hồ sơ;Ngày nhận\n000.19.45.H50-261005-9001;Hồ Thị Một;05/10/2026\n"
    let typed = try program.file("Sổ tháng mười.csv")
    try Data(table.utf8).write(
      to: URL(fileURLWithPath: typed.decomposedStringWithCanonicalMapping))
    let read = try program.run("import", "register", typed.precomposedStringWithCanonicalMapping)
    #expect(read.code == 0, "\(read.messages)")
  }
}

extension DataFolderTests {
  @Test func doctorLooksAtSettingsThemeAndBackups() throws {
    let program = try Program.office()
    defer { program.remove() }
    let settings = program.folder + "/settings.toml"
    func doctor(_ text: String) throws -> String {
      try Data(text.utf8).write(to: URL(fileURLWithPath: settings))
      return try program.run("doctor").output
    }
    // As an editor of Windows writes it.
    let backups = try program.file("usb") + "-folder"
    try FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: true)
    let good = try doctor("\u{FEFF}theme = \"default\"\r\nbackup-folder = \"\(backups)\"\r\n")
    #expect(good.contains("☑ cài đặt") && good.contains("☑ bảng màu") && good.contains("✗ sao lưu"), "\(good)")
    #expect(try program.run("backup").code == 0)
    #expect(try program.run("doctor").output.contains("☑ sao lưu: \(backups): 1 bản"))
    let wrong = try doctor("theme = \"nope\"\nthem = 3\n")
    #expect(wrong.contains("✗ cài đặt") && wrong.contains("✗ bảng màu") && wrong.contains("chưa đặt nơi sao lưu"))
  }
  @Test func doctorAsksForTheDaysOffOfAYearOnlyWhileNobodyKnowsThem() {
    func isGood(_ year: Int, decided: Set<Int> = []) -> Bool {
      DoctorCommand.days(year, decided: decided, .vi).isGood
    }
    // The decisions of 2024 to 2026 are defaults of the calendar.
    #expect([2024, 2025, 2026].allSatisfy { isGood($0) })
    #expect(!isGood(2027))
    #expect(isGood(2027, decided: [2027]))
  }
}
