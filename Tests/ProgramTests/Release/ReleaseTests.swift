import DossierDomain
import Foundation
import GRDB
import Glibc
import OfficeWork
import PostgresForTests
import Testing

@testable import DossierTUI

/// This version can open and verify the data of every earlier release, and exchange with them. A release adds its data
/// once, before the code is changed, and none are ever removed.
@Suite(.serialized) struct ReleaseTests {
  static let releases = ["0.2"]

  @Test(arguments: releases) func everyDeskShowsWhatItShowedAndVerifies(release: String) throws {
    let data = try ReleaseData(release)
    let desks = try data.desks
    #expect(desks.count == 7)
    for name in desks {
      let desk = data.desk(name)
      let before = try data.facts(of: name)
      let listed = try JSONEncoder().encode(desk.dossiers())
      let now = try JSONSerialization.jsonObject(with: listed) as? [[String: Any]] ?? []
      try #require(now.count == before.count, "\(name)")
      for (old, new) in zip(before, now) {
        // A later version may print more about a dossier, but never other values.
        for (key, value) in old where "\(new[key] ?? "nothing")" != "\(value)" {
          Issue.record("\(name): \(key) of \(old["code"] ?? "") was \(value), is \(new[key] ?? "nothing")")
        }
      }
      let verified = try desk.run("verify")
      #expect(verified.code == 0, "\(name): \(verified.output)\(verified.messages)")
      #expect(try desk.run("rebuild").code == 0)
      #expect(try desk.run("verify").code == 0)
    }
  }

  /// To make a downgrade possible, the data of the earlier version are copied before anything is changed.
  @Test(arguments: releases) func theDataAreKeptAsTheEarlierVersionLeftThem(release: String) throws {
    let data = try ReleaseData(release)
    let desk = data.desk("province-first")
    #expect(try desk.run("verify").code == 0)
    let names = try Self.copies(desk)
    try #require(names.count == 1, "\(names)")
    let copy = desk.folder + "/" + names[0]
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let version = try DatabaseQueue(path: copy).read { db in
      #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
      return try Int.fetchOne(db, sql: "PRAGMA user_version")
    }
    #expect(names[0] == "dossier.sqlite.version-\(version ?? 0)")
    let receive = try desk.file("keys", Array("1\n<enter><esc><F2>1.004873<enter>Hồ Thị Chín<F2><F2>01\n<esc>\n".utf8))
    #expect(try desk.run("--script", receive, "--size", "100x30").code == 0)
    let codes = try desk.codes()
    // After a downgrade the data are a copy whose original has continued, and no code may be issued twice.
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: desk.folder + "/dossier.sqlite" + suffix)
    }
    try FileManager.default.copyItem(atPath: copy, toPath: desk.folder + "/dossier.sqlite")
    #expect(try desk.run("--script", receive, "--size", "100x30").code == 0)
    let known = Set(try data.facts(of: "province-first").compactMap { $0["code"] as? String })
    let new = try desk.codes().subtracting(known)
    #expect(new.count == 1 && new.isDisjoint(with: codes), "\(new)")
    #expect(try desk.run("verify").code == 0)
  }

  /// An office of years takes seconds to copy. The full-screen program copies behind its first screen.
  @Test(arguments: releases) func theFirstStartShowsTheSignInAtOnceAndCopiesBehindIt(release: String) throws {
    let data = try ReleaseData(release)
    let desk = data.desk("province-first")
    let terminal = try Pseudoterminal(["--data", desk.folder], term: "linux")
    #expect(terminal.waits(for: "Ai đang ngồi ở quầy?"), "\(terminal.received)")
    #expect(!terminal.received.contains("đang chép dữ liệu"), "\(terminal.received)")
    for _ in 0..<100 where try Self.copies(desk) != ["dossier.sqlite.version-10"] { terminal.rest(100) }
    #expect(try Self.copies(desk) == ["dossier.sqlite.version-10"])
    kill(terminal.process, SIGTERM)
    #expect(terminal.exitCode() != nil)
    #expect(try desk.run("verify").code == 0)
  }

  /// A command copies first, and says so where the terminal would be empty for seconds.
  @Test(arguments: releases) func aCommandSaysThatItCopies(release: String) throws {
    let data = try ReleaseData(release)
    let terminal = try Pseudoterminal(["--data", data.desk("province-first").folder, "verify"], term: "linux")
    #expect(terminal.waits(for: "đang chép dữ liệu, để có thể quay lại bản cũ… 100 %"), "\(terminal.received)")
    #expect(terminal.exitCode() == 0, "\(terminal.received)")
  }

  /// The program is killed right after its first screen: whenever that was, the copy of the earlier version is there
  /// after the next command.
  @Test(arguments: releases) func aKillAfterTheFirstScreenLeavesTheWayBack(release: String) throws {
    let data = try ReleaseData(release)
    let desk = data.desk("province-first")
    do {
      let terminal = try Pseudoterminal(["--data", desk.folder], term: "linux")
      #expect(terminal.waits(for: "Ai đang ngồi ở quầy?"), "\(terminal.received)")
      kill(terminal.process, SIGKILL)
    }
    #expect(try desk.run("rebuild").code == 0)
    #expect(try Self.copies(desk) == ["dossier.sqlite.version-10"])
    let version = try DatabaseQueue(path: desk.folder + "/dossier.sqlite.version-10").read { db in
      #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
      return try Int.fetchOne(db, sql: "PRAGMA user_version")
    }
    #expect(version == 10)
    #expect(try desk.run("verify").code == 0)
  }

  private static func copies(_ desk: Program) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: desk.folder).filter { $0.contains(".version-") }
  }

  @Test(arguments: releases) func theProvinceKeepsItsDataToo(release: String) throws {
    let data = try ReleaseData(release)
    let province = try ProvinceProcess(folder: data.folder + "/province")
    defer { province.stop() }
    let names = try FileManager.default.contentsOfDirectory(atPath: province.folder).filter { $0.contains(".version-") }
    #expect(names == ["province.sqlite.version-5"])
  }

  @Test(arguments: releases) func everyDeskReceivesUnderANewCode(release: String) throws {
    let data = try ReleaseData(release)
    for name in try data.desks {
      let desk = data.desk(name)
      let before = Set(try data.facts(of: name).compactMap { $0["code"] as? String })
      let keys = try desk.file("keys", Array("1\n<enter><esc><F2>1.004873<enter>Hồ Thị Chín<F2><F2>01\n<esc>\n".utf8))
      let outcome = try desk.run("--script", keys, "--size", "100x30")
      #expect(outcome.code == 0, "\(name): \(outcome.messages)")
      #expect(try desk.codes().subtracting(before).count == 1, "\(name)")
      #expect(try desk.run("verify").code == 0, "\(name)")
      try? FileManager.default.removeItem(atPath: desk.folder + ".files")
    }
  }

  @Test(arguments: releases) func theDesksExchangeWithTheirProvince(release: String) throws {
    let data = try ReleaseData(release)
    let province = try ProvinceProcess(folder: data.folder + "/province")
    defer { province.stop() }
    try exchange(data, ["province-first", "province-folded", "province-restored", "province-stick"], province)
  }

  @Test(arguments: releases) func theDesksExchangeWithTheirProvinceOnPostgreSQL(release: String) throws {
    let data = try ReleaseData(release)
    let url = try TestPostgres.shared().restored(from: data.folder + "/province-postgres.sql")
    let province = try ProvinceProcess(folder: data.folder + "/province-postgres", ["--postgres", url])
    defer { province.stop() }
    try exchange(data, ["province-postgres-first", "province-postgres-folded"], province)
  }

  /// Two rounds, so that each desk gets the entries of the others.
  private func exchange(_ data: ReleaseData, _ names: [String], _ province: ProvinceProcess) throws {
    for name in names { try data.move(name, to: province.address) }
    for _ in 0..<2 {
      for name in names {
        let summary = try data.desk(name).synchronise()
        #expect(summary["failure"] == nil, "\(name): \(summary)")
      }
    }
    let codes = try names.map { try data.desk($0).codes() }
    for (name, its) in zip(names, codes) {
      #expect(its == codes[0], "\(name)")
      #expect(try data.desk(name).outbox(.recorded) == 0, "\(name)")
      let verified = try data.desk(name).run("verify")
      #expect(verified.code == 0, "\(name): \(verified.output)\(verified.messages)")
    }
  }

  @Test(arguments: releases) func aStickThatWasWrittenThenIsReadOnBothSides(release: String) throws {
    let data = try ReleaseData(release)
    let province = try ProvinceProcess(folder: data.folder + "/province")
    defer { province.stop() }
    let taken = try data.desk("province-stick").run("bundle", "import", data.folder + "/answer.bundle")
    #expect(taken.code == 0, "\(taken.messages)")
    #expect(try data.desk("province-stick").outbox(.acknowledged) > 0)
    #expect(try data.desk("province-stick").run("verify").code == 0)
    let answer = data.folder + "/another-answer.bundle"
    let said = try province.run("bundle", "import", data.folder + "/request.bundle", "--out", answer)
    #expect(said.contains("the answer is"))
  }

  @Test(arguments: releases) func aBackupIsRestored(release: String) throws {
    let data = try ReleaseData(release)
    let backups = data.folder + "/backups"
    let backup = try #require(
      FileManager.default.contentsOfDirectory(atPath: backups).first { $0.hasSuffix(".dossierbackup") })
    let sheet = try String(contentsOfFile: backups + "/recovery-key.txt", encoding: .utf8)
    let key = try #require(sheet.firstMatch(of: /([A-Z0-9]{4,}-){5,}[A-Z0-9]+/)?.output.0)
    let desk = data.desk("brought-back")
    let restored = try desk.run("restore", backups + "/" + backup, typed: String(key))
    #expect(restored.code == 0, "\(restored.messages)")
    #expect(try desk.run("verify").code == 0)
    // The backup does not contain the dossier that was received after it.
    #expect(try desk.codes().count == data.facts(of: "province-first").count - 1)
  }
}
