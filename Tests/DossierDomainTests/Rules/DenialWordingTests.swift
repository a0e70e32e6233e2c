import DossierDomain
import Testing

/// The sentence that a clerk reads when something is not allowed, in her language and with the details.
@Suite struct DenialWordingTests {
  private static let due = moment("2026-12-01T17:00")
  private static let day = due.civilDate

  /// Each denial with the texts that its sentence must contain in any language.
  private static let denials: [(Denial, [String])] = [
    (.moveNotAllowed(from: .received, to: .completed), []), (.moveNotAllowed(from: .completed, to: .completed), []),
    (.alreadyFinal(.handedBack), []), (.voided(reason: ""), []), (.voided(reason: "nhập nhầm"), ["nhập nhầm"]),
    (.dossierUnknown, []), (.alreadyExists, []), (.roleMissing([.headOfDesk, .administrator]), ["F12"]),
    (.confidential, []), (.procedureUnknown(code: "1.004873"), ["1.004873"]),
    (.procedureGuidanceOnly(code: "1.004873"), []),
    (.procedureEnded(code: "1.004873", replacedBy: "2.002913"), ["2.002913"]),
    (.procedureEnded(code: "1.004873", replacedBy: nil), []),
    (.procedureNotYet(code: "1.004873", from: day), ["01/12/2026"]), (.timeLimitUnknown(code: "1.004873"), []),
    (.receivedElsewhere([.named("Sở Tư pháp")]), ["Sở Tư pháp"]), (.reasonMissing, []), (.legalBasisMissing, []),
    (.reasonNotInWords, []),
    (.itemsMissing, []), (.supplementDayPassed, []), (.ownerNameMissing, []),
    (.identityNumberInvalid, ["12"]), (.birthImpossible, ["dd/mm"]), (.birthInFuture, []), (.recipientMissing, []),
    (.componentUnknown(number: 7), ["7"]), (.paperUnknown(IssuedPaperTests.number(3)), ["3/2026-7K3QZ0"]),
    (.paperNumberInUse(IssuedPaperTests.number(5)), ["5/2026-7K3QZ0"]),
    (.paperReplaced(IssuedPaperTests.number(3), by: IssuedPaperTests.number(4)), ["3/2026-7K3QZ0", "4/2026-7K3QZ0"]),
    (.valueInvalid(field: .copies), []), (.amountInvalid, []), (.newDueNotLater(than: due), ["17:00 01/12/2026"]),
    (.newDueOnDayOff(next: day), ["01/12/2026"]), (.overdueAlready(since: due), ["17:00 01/12/2026", "L"]),
    (.handedToAnother(ClerkID(high: 1, low: 1)), []), (.headDecides(.longExtension(days: 7)), ["7"]),
    (.headDecides(.furtherExtension), []), (.headDecides(.furtherSupplement), []),
    (.headDecides(.lateVerification), ["L"]), (.verifiedBefore(until: due), ["17:00 01/12/2026", "L", "04"]),
    (.verificationNotForeseen, ["L", "04"]), (.headDecides(.stopWhileAwaited), []), (.notRequested("Ảnh"), ["Ảnh"]),
    (.notHandedOver, []), (.stepOfAnotherRole(step: "Thẩm định", .specialist), ["Thẩm định"]),
    (.sameAssignee, []), (.nothingToUndo, []), (.clerkUnknown(name: "Hồ Thị Mơ"), ["Hồ Thị Mơ"]),
    (.absenceEndsBeforeItBegins, []), (.nameInUse, []), (.agencyCodeIsTheProvinces, []), (.laterEntryBuildsOnIt, []),
    (.codeUnavailable, []), (.codeNotProvisional, []), (.numbersUsedUp, ["F5"]),
    (.machinesBehind(names: ["Bàn 2", "Bàn 3"], isProvinceBehind: false), ["Bàn 2", "Bàn 3", "F5"]),
    (.calendarOutOfRange, ["2024", "2031"]), (.clockDoubtful(.earlier(thanEntryAt: due)), ["17:00 01/12/2026"]),
    (.clockDoubtful(.later(thanEntryAt: due, workingDays: 3)), ["17:00 01/12/2026"]),
    (.lastNumberUnknown(recorded: 41), ["41"]), (.conflictUnknown, []), (.notOnline, []),
    (.machineNotHers, ["provincial-server device clerks"]), (.pinIsTheProvinces, ["provincial-server clerk reset"]),
    (.numbersNotHers, []), (.questionOpen("Trẻ thế nào?"), ["Trẻ thế nào?"]), (.notImported, []),
    (.codeInUse("H50.19-261125-0001"), ["H50.19-261125-0001"]), (.codeOfThisOffice(agency: "H50.19"), ["H50.19"]),
    (.blank(.unknown(code: "H50.19-261125-0001")), ["H50.19-261125-0001"]),
    (.blank(.ofEarlierLife(code: "H50.19-261125-0001")), ["H50.19-261125-0001"]),
    (.blank(.used(code: "H50.19-261125-0001")), ["H50.19-261125-0001"]),
    (.blank(.struck(code: "H50.19-261125-0001", reason: "phiếu rách")), ["H50.19-261125-0001", "phiếu rách"]),
    (.blank(.inFuture), []), (.blank(.beforePrinting(at: due)), ["17:00 01/12/2026"]),
    (.blank(.deskWasOpen(silence: nil)), []), (.blank(.deskWasOpen(silence: due...due)), ["17:00 01/12/2026"]),
    (.blank(.countInvalid), ["100"]), (.codesNotOursYet(from: day), ["01/12/2026", "^A"]),
  ]

  @Test(arguments: denials) func eachSaysInBothLanguagesWhatItIsAbout(_ denial: Denial, _ facts: [String]) {
    let (vietnamese, english) = (denial.wording(.vi), denial.wording(.en))
    #expect(vietnamese != english)
    for sentence in [vietnamese, english] {
      #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"), "\(sentence)")
      for fact in facts { #expect(sentence.contains(fact), "\(sentence)") }
    }
    // A clerk without English depends on the Vietnamese sentence.
    #expect(vietnamese.unicodeScalars.contains { $0.value > 0x7F })
  }

  /// Commands are denied by the same rules, and have no keys.
  @Test(arguments: denials) func noneNamesAKeyOnTheCommandLine(_ denial: Denial, _: [String]) {
    for language in Language.allCases { Self.expectNoKey(denial.wording(language, isForCommandLine: true)) }
  }

  @Test func noMoveNamesAKeyOnTheCommandLine() {
    for from in DossierStatus.allCases {
      for to in DossierStatus.allCases {
        for language in Language.allCases {
          Self.expectNoKey(Denial.moveNotAllowed(from: from, to: to).wording(language, isForCommandLine: true))
        }
      }
    }
  }

  private static func expectNoKey(_ sentence: String) {
    let key = /\bF([1-9]|1[0-2])\b|\^[A-Z]|\([A-Z;]\)|[Bb]ấm |[Pp]hím |[Pp]ress |\bL sends/
    #expect(!sentence.contains(key), "\(sentence)")
    #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"), "\(sentence)")
  }

  @Test(arguments: [
    (Denial.roleMissing([.headOfDesk]), "--by"), (.numbersUsedUp, "dossier sync"),
    (.machinesBehind(names: [], isProvinceBehind: false), "dossier sync"),
    (.machinesBehind(names: ["Bàn 2"], isProvinceBehind: true), "dossier sync"),
    (.codeInUse("H50.19-261125-0001"), "dossier show H50.19-261125-0001"),
  ])
  func aCommandOrOptionIsTheWayOut(_ denial: Denial, _ way: String) {
    for language in Language.allCases {
      #expect(denial.wording(language, isForCommandLine: true).contains(way))
      #expect(!denial.wording(language).contains(way))
    }
  }

  @Test func noTwoOfThemSayTheSame() {
    let sentences = Self.denials.map { $0.0 }.filter {
      if case .clockDoubtful(.later) = $0 { false } else { true }
    }.map { $0.wording(.vi) }
    #expect(Set(sentences).count == sentences.count)
  }

  @Test func theStatusesAreNamedAsTheQueueNamesThem() {
    let denial = Denial.moveNotAllowed(from: .inProgress, to: .handedBack)
    #expect(denial.wording(.vi).contains(DossierStatus.inProgress.wording(.vi)))
    #expect(denial.wording(.vi).contains(DossierStatus.handedBack.wording(.vi)))
    #expect(denial.wording(.en).contains(DossierStatus.handedBack.wording(.en)))
    #expect(Denial.alreadyFinal(.withdrawn).wording(.en).contains(DossierStatus.withdrawn.wording(.en)))
  }

  @Test func whoMayIsNamedByHerRoles() {
    let denial = Denial.roleMissing([.headOfDesk, .administrator])
    for role in [Clerk.Role.headOfDesk, .administrator] {
      #expect(denial.wording(.vi).contains(role.wording(.vi)))
      #expect(denial.wording(.en).contains(role.wording(.en)))
    }
  }

  @Test func aProvinceThatIsBehindIsNamedBeforeTheMachines() {
    let denial = Denial.machinesBehind(names: ["Bàn 2"], isProvinceBehind: true)
    #expect(denial.wording(.vi).contains("máy chủ của tỉnh, máy \"Bàn 2\""))
    #expect(denial.wording(.en).contains("the province's server, the machine \"Bàn 2\""))
    #expect(!Denial.machinesBehind(names: ["Bàn 2"], isProvinceBehind: false).wording(.vi).contains("tỉnh"))
  }

  @Test func aFieldIsNamedAsTheFormNamesIt() {
    for field in DossierAction.CorrectableField.allCases {
      #expect(Denial.valueInvalid(field: field).wording(.vi).contains(field.wording(.vi)))
      #expect(Denial.valueInvalid(field: field).wording(.en).contains(field.wording(.en)))
    }
  }
}
