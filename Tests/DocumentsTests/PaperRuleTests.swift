import DossierDomain
import Testing

@testable import Documents

@Suite("Which paper a dossier can have") struct PaperRuleTests {
  private static func denials(_ dossier: Dossier, by clerk: Clerk = FormSamples.clerk) -> [FormKind: PaperDenial] {
    Dictionary(
      uniqueKeysWithValues: FormKind.allCases.compactMap { kind in
        kind.denial(of: dossier, by: clerk).map { (kind, $0) }
      })
  }

  @Test("A received dossier has receipt, control slip, label and appointment slip; the rest says why not")
  func received() {
    #expect(
      Self.denials(FormSamples.dossier()) == [
        .supplement: .noSupplementRequested, .refusal: .notRefused, .apology: .notExtended, .stopping: .notStopped,
        .handOverList: .noResult, .visitReceipt: .notOfOneDossier, .register: .notOfOneDossier,
        .guideSheet: .notOfOneDossier, .blankReceipt: .notOfOneDossier,
      ])
  }

  @Test("Each later act gives its paper") func later() {
    var dossier = FormSamples.dossier()
    let now = dossier.lastChangedAt
    dossier.supplementRequests = [
      SupplementRequest(requestedAt: now, requestedBy: FormSamples.clerk.id, items: ["Giấy"])
    ]
    dossier.extensions = [Extension(at: now, oldDueAt: now, newDueAt: now, reason: "chờ xác minh")]
    dossier.result = DossierResult(approved: true, title: "Giấy")
    for kind in [FormKind.supplement, .apology, .handOverList] {
      #expect(kind.denial(of: dossier, by: FormSamples.clerk) == nil, "\(kind)")
    }
    dossier.status = .stopped
    #expect(FormKind.stopping.denial(of: dossier, by: FormSamples.clerk) == nil)
    #expect(FormKind.appointmentSlip.denial(of: dossier, by: FormSamples.clerk) == .ended(.stopped))
    dossier.appointment = nil
    dossier.status = .inProgress
    #expect(FormKind.appointmentSlip.denial(of: dossier, by: FormSamples.clerk) == .noAppointment)
  }

  @Test("What was refused without having been received has form 03 and no receipt") func refused() {
    var dossier = FormSamples.dossier()
    dossier.receivedAt = nil
    dossier.status = .refused
    #expect(FormKind.refusal.denial(of: dossier, by: FormSamples.clerk) == nil)
    for kind in [FormKind.receipt, .controlSlip, .fileLabel, .appointmentSlip] {
      #expect(kind.denial(of: dossier, by: FormSamples.clerk) == .notReceived, "\(kind)")
    }
  }

  @Test("A void dossier has no paper; a confidential one only by its holder and the head of desk") func closedToOthers()
  {
    var dossier = FormSamples.dossier()
    dossier.isConfidential = true
    #expect(FormKind.receipt.denial(of: dossier, by: FormSamples.clerk) == .ofDossier(.confidential))
    #expect(FormKind.receipt.denial(of: dossier, by: FormSamples.colleague) == nil)
    let head = Clerk(id: ClerkID(high: 3, low: 3), name: "Lê Văn Bình", roles: [.headOfDesk])
    #expect(FormKind.receipt.denial(of: dossier, by: head) == nil)
    dossier.voidReason = "nhập nhầm"
    for kind in FormKind.allCases {
      #expect(kind.denial(of: dossier, by: head) == .ofDossier(.voided(reason: "nhập nhầm")), "\(kind)")
    }
  }

  @Test(
    "The reception prints by itself what its way out needs, and nothing if the matter was settled at once",
    arguments: [
      (DossierStatus.received, FormKind?.some(.appointmentSlip)), (.inProgress, .appointmentSlip), (.completed, nil),
      (.handedBack, nil), (.supplementRequested, .supplement), (.paymentRequested, .receipt), (.refused, .refusal),
    ])
  func atReception(status: DossierStatus, kind: FormKind?) {
    var dossier = FormSamples.dossier()
    dossier.status = status
    #expect(FormKind.atReception(of: dossier) == kind && FormKind.printedAtReception(of: dossier) == kind)
    // Her half of the blank receipt says what slip and receipt do.
    dossier.onBlank = OnBlank(reason: "mất điện", recordedAt: Instant(milliseconds: 0))
    let isOnHalf = kind == .appointmentSlip || kind == .receipt
    #expect(
      FormKind.atReception(of: dossier) == kind && FormKind.printedAtReception(of: dossier) == (isOnHalf ? nil : kind))
    dossier.receivedAt = nil
    #expect(FormKind.atReception(of: dossier) == nil)
  }

  @Test("While the clock stands still no paper promises a day") func nothingIsPromisedWhileItWaits() {
    var dossier = FormSamples.dossier()
    #expect(dossier.promisedAt != nil && dossier.promisedAt == dossier.dueAt)
    for status in [DossierStatus.supplementRequested, .paymentRequested] {
      dossier.status = status
      #expect(dossier.promisedAt == nil)
      #expect(FormKind.appointmentSlip.denial(of: dossier, by: FormSamples.colleague) == .noAppointment)
    }
  }

  @Test("What was refused at the desk is on no paper as received") func refusedIsNotReceived() {
    var dossier = FormSamples.dossier()
    dossier.status = .refused
    for kind in [FormKind.receipt, .controlSlip, .fileLabel] {
      #expect(kind.denial(of: dossier, by: FormSamples.colleague) == .ended(.refused), "\(kind)")
    }
    #expect(FormKind.refusal.denial(of: dossier, by: FormSamples.colleague) == nil)
  }

  @Test("A newborn is reached through whoever brings her papers; other owners have their own address") func contacts() {
    var dossier = FormSamples.dossier()
    dossier.owner = Person(name: "Hồ Văn Chủ", phone: "0901", address: "thôn A Ngo")
    dossier.applicant = Person(name: "Hồ Thị Nộp", phone: "0902")
    dossier.procedure.code = "2.000815"
    let subject = PaperSubject(dossier)
    #expect((subject.address, subject.phone) == ("", "0902"))
    #expect(subject.ownerContact == PaperSubject.Contact(address: "thôn A Ngo", phone: "0901", email: ""))
    dossier.procedure.code = "1.001193"
    let newborn = PaperSubject(dossier)
    #expect((newborn.address, newborn.phone) == ("thôn A Ngo", "0902"))
  }

  @Test("Each paper and each reason is worded in both languages") func wordings() {
    for kind in FormKind.allCases { #expect(kind.wording(.vi) != kind.wording(.en)) }
    let denials: [PaperDenial] = [
      .ofDossier(.confidential), .notReceived, .noSupplementRequested, .notRefused, .notExtended, .notStopped,
      .noAppointment, .ended(.stopped), .noResult, .notOfOneDossier,
    ]
    for denial in denials { #expect(denial.wording(.vi) != denial.wording(.en)) }
    #expect(!FormKind.ofDossier.contains(.register) && FormKind.ofDossier.first == .receipt)
  }
}
