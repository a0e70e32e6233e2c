import DossierDomain

/// The data that the portal sends when a citizen has submitted online.
public struct PortalSubmission: Codable, Hashable, Sendable {
  public struct Party: Codable, Hashable, Sendable {
    public var name: String
    public var identityNumber: String?
    /// `dd/mm/yyyy`, `mm/yyyy` or `yyyy`.
    public var birth: String?
    public var phone: String?
    public var address: String?
    public var email: String?

    public init(
      name: String, identityNumber: String? = nil, birth: String? = nil, phone: String? = nil, address: String? = nil,
      email: String? = nil
    ) {
      self.name = name
      self.identityNumber = identityNumber
      self.birth = birth
      self.phone = phone
      self.address = address
      self.email = email
    }

    var person: Person? {
      let person = Person(
        name: name, identityNumber: identityNumber ?? "", birth: birth ?? "", phone: phone ?? "",
        address: address ?? "", email: email ?? ""
      ).tidied
      return person.name.isEmpty ? nil : person
    }
  }

  /// The portal's own code; a second submission with the same code is the same submission.
  public var portalCode: String
  /// The receiving office.
  public var agencyCode: String
  /// The deciding office; absent if it is the same.
  public var decidingAgencyCode: String?
  public var procedureCode: String
  public var owner: Party
  /// Absent if the owner submits herself.
  public var applicant: Party?
  public var summary: String?
  /// RFC 3339.
  public var submittedAt: String

  public init(
    portalCode: String, agencyCode: String, decidingAgencyCode: String? = nil, procedureCode: String, owner: Party,
    applicant: Party? = nil, summary: String? = nil, submittedAt: String
  ) {
    self.portalCode = portalCode
    self.agencyCode = agencyCode
    self.decidingAgencyCode = decidingAgencyCode
    self.procedureCode = procedureCode
    self.owner = owner
    self.applicant = applicant
    self.summary = summary
    self.submittedAt = submittedAt
  }
}

/// The result of a submission.
public struct PortalReceipt: Codable, Hashable, Sendable {
  /// 32 hexadecimal digits.
  public var dossier: String
  public var officeSequence: Int64?
  /// False if the submission was stored before.
  public var isNew: Bool
  /// What follows is of the procedure's usual case, because the portal asks nothing: the papers to hand in.
  public var papers: [String]
  /// The stages of the time limit; absent if it is not known.
  public var timeLimit: [Stage]?
  /// In đồng, of one copy; absent if it is not known.
  public var fee: Int?

  public struct Stage: Codable, Hashable, Sendable {
    public enum Unit: String, Codable, Sendable {
      case sameDay, workingDays, calendarDays, months, workingHours
    }

    public var unit: Unit
    /// Absent if the answer is given on the same day.
    public var count: Int?
  }
}

extension PortalReceipt {
  init(dossier: DossierID, officeSequence: Int64?, isNew: Bool, _ usual: CaseOutcome, papers: [Component]) {
    self.init(
      dossier: dossier.hexadecimal, officeSequence: officeSequence, isNew: isNew, papers: papers.map(\.name),
      timeLimit: usual.limit.flatMap { Stage.all($0.stages.map(\.limit)) },
      fee: usual.open.isEmpty ? usual.quote(.one).total : nil)
  }
}

extension PortalReceipt.Stage {
  /// Nil if one of them is not known.
  fileprivate static func all(_ limits: [TimeLimit]) -> [PortalReceipt.Stage]? {
    let stages = limits.compactMap { limit -> PortalReceipt.Stage? in
      switch limit {
      case .sameDay: PortalReceipt.Stage(unit: .sameDay, count: nil)
      case .workingDays(let count): PortalReceipt.Stage(unit: .workingDays, count: count)
      case .calendarDays(let count): PortalReceipt.Stage(unit: .calendarDays, count: count)
      case .months(let count): PortalReceipt.Stage(unit: .months, count: count)
      case .hours(let count): PortalReceipt.Stage(unit: .workingHours, count: count)
      case .unknown: nil
      }
    }
    return stages.count == limits.count ? stages : nil
  }
}
