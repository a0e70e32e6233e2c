import DossierDomain
import Terminal
import VietnameseText

/// The rows behind the request that say who came, for whom, and how the result goes. They have a usual value or may stay
/// empty, so that an ordinary reception needs no key for them.
extension ReceptionField {
  static let deliveryPlace = text(
    "delivery-place", Words("Nhận tại", "Taken at"), maximum: Reception.longestPlace,
    placeholder: Words("để trống: tại đây, hoặc địa chỉ chủ hồ sơ", "empty: here, or the owner's address")
  ) { $0.deliveryPlace = $1 }

  /// KenhThucHien. Who is helped at the desk to submit online uses the online channel.
  static let channel = choice(
    "channel", Words("Kênh nộp", "Handed in"),
    numbered([
      (String(Channel.direct.rawValue), Words("trực tiếp tại quầy", "at the desk")),
      (String(Channel.postal.rawValue), Words("qua bưu chính", "by post")),
      (String(Channel.online.rawValue), Words("hỗ trợ nộp trực tuyến", "online, with the desk's help")),
    ])
  ) {
    $0.channel = UInt8($1).flatMap(Channel.init(rawValue:)) ?? .direct
    $0.isAssisted = $0.channel == .online
  }

  static let ownerKind = choice(
    "owner-kind", Words("Chủ hồ sơ là", "Owner is"),
    numbered(
      [Person.Kind.individual, .householdBusiness, .enterprise, .stateAgency, .other]
        .map { (String($0.rawValue), Words($0.wording)) })
  ) { $0.owner.kind = UInt8($1).flatMap(Person.Kind.init(rawValue:)) ?? .individual }

  static let identified: ReceptionField = {
    var row = choice("identified", Words("Xác định qua", "Identified by"), methods) {
      $0.owner.identified = UInt8($1).flatMap(LookupMethod.init(rawValue:))
    }
    row.proposal = { $0.card(of: .owner) == nil ? nil : String(LookupMethod.cardQR.rawValue) }
    return row
  }()

  static let email = text("email", Words("Thư điện tử", "E-mail"), maximum: 200, use: .codes) { $0.owner.email = $1 }

  /// Asked while somebody else than the owner hands it in.
  static let ofApplicant: [ReceptionField] = [
    relation, authority, applicantNumber, applicantIdentified,
    // Of a newborn they are those above.
    ofApplicant(
      text("applicant-phone", Words("ĐT người nộp", "Applicant's phone"), .digits, maximum: 20, .short) {
        $0.applicant?.phone = $1.filter(\.isNumber)
      }, isAsked: { !$0.isOfNewborn }),
    ofApplicant(
      text("applicant-address", Words("Địa chỉ ng. nộp", "Applicant's addr."), maximum: 200, use: .names) {
        $0.applicant?.address = $1
      }, isAsked: { !$0.isOfNewborn }),
  ]

  private static let applicantNumber: ReceptionField = {
    var row = text(
      "applicant-number", Words("Số của người nộp", "Applicant's no."), maximum: 24, .short, use: .codes
    ) { form, text in
      form.applicant?.identityNumber = text.filter { !" .-".contains($0) }
      form.applicant?.identityKind = IdentityKind(number: text)
    }
    row.problem = { state, language in
      state.hasApplicant ? numberProblem(state.text("applicant-number"), language) : nil
    }
    return ofApplicant(row)
  }()

  private static let relation: ReceptionField = {
    var row = choice(
      "relation", Words("Quan hệ", "Relation"),
      [Field.Option(value: "", label: Words("–", "–"))]
        + Relation.Kind.allCases.enumerated().map { place, kind in
          Field.Option(
            value: String(kind.rawValue), label: Words(kind.wording),
            digit: place < 9 ? Character(String(place + 1)) : nil)
        }
    ) { $0.applicant?.relation = UInt8($1).flatMap(Relation.Kind.init(rawValue:)).map { Relation($0) } }
    row.field.hint = Words(
      "Người nộp là gì của chủ hồ sơ: Space, ◀▶ hoặc số.", "What the applicant is to the owner: Space, ◀▶ or a digit.")
    let options = row.field.options ?? []
    // What she can be comes first. The digits stay with their words.
    row.options = { state in
      let sex = state.applicantSex
      func isLikely(_ option: Field.Option) -> Bool {
        UInt8(option.value).flatMap(Relation.Kind.init(rawValue:))?.contradicts(sex) != true
      }
      let parents = options.filter { UInt8($0.value).flatMap(Relation.Kind.init(rawValue:))?.sex != nil }
      let ordered = parents.filter(isLikely) + parents.filter { !isLikely($0) }
      return Array(options.prefix(1)) + ordered + options.dropFirst(1).filter { !parents.contains($0) }
    }
    row.problem = { state, language in state.parentFault?.wording(language) }
    return ofApplicant(row)
  }()

  /// The paper of authority, or the relation in words.
  private static let authority: ReceptionField = {
    var row = text(
      "relation-text", Words("Giấy ủy quyền", "Authority"), maximum: Relation.longestText,
      placeholder: Words("tên, số, ngày của giấy", "the paper's name, number and date")
    ) { form, text in
      if form.applicant?.relation?.kind.asksText == true { form.applicant?.relation?.text = text }
    }
    row.wording = { state in
      guard state.relation == .other else { return nil }
      return (Words("Quan hệ gì", "What relation"), Words("là gì của chủ hồ sơ", "what she is to the owner"))
    }
    row.isAsked = { $0.hasApplicant && $0.relation?.asksText == true }
    row.problem = { state, language in
      guard state.hasApplicant, state.relation?.asksText == true, state.text("relation-text").isEmpty else {
        return nil
      }
      return state.relation == .other
        ? language.pick("Ghi quan hệ với chủ hồ sơ.", "Say what the applicant is to the owner.")
        : language.pick("Ghi tên giấy ủy quyền.", "Name the paper of authority.")
    }
    return row
  }()

  private static let applicantIdentified: ReceptionField = {
    var row = choice("applicant-identified", Words("Xác định ng. nộp", "Applicant by"), methods) {
      $0.applicant?.identified = UInt8($1).flatMap(LookupMethod.init(rawValue:))
    }
    row.proposal = { $0.card(of: .applicant) == nil ? nil : String(LookupMethod.cardQR.rawValue) }
    return ofApplicant(row)
  }()

  /// A parent of a newborn who does not bring the papers. Her card fills in the rest.
  static func parent(_ kind: Relation.Kind) -> ReceptionField {
    let id: Field.ID = kind == .father ? "father" : "mother"
    var row = text(
      id, kind == .father ? Words("Cha", "Father") : Words("Mẹ", "Mother"), maximum: 120, use: .names,
      placeholder: Words("họ tên, hoặc quét thẻ", "the name, or scan the card")
    ) { form, text in
      guard !text.isEmpty else { return }
      var parent = Person(name: text)
      parent.relation = Relation(kind)
      form.related.append(parent)
    }
    // A relation that cannot be hides nobody.
    row.isAsked = {
      $0.isOfNewborn && ($0.relation != kind || kind.contradicts($0.applicantSex)) || !$0.text(id).isEmpty
    }
    return ofName(row)
  }

  private static func ofApplicant(
    _ row: ReceptionField, isAsked: @escaping @Sendable (ReceiveState) -> Bool = { _ in true }
  ) -> ReceptionField {
    var row = row
    row.isAsked = { $0.hasApplicant && isAsked($0) }
    return row
  }

  private static let methods =
    [Field.Option(value: "", label: Words("–", "–"))]
    + numbered(LookupMethod.allCases.map { (String($0.rawValue), Words($0.wording)) })
}

extension ReceiveState {
  var hasApplicant: Bool { !text("applicant").isEmpty }

  /// What the applicant is to the owner; nil if nobody said.
  var relation: Relation.Kind? { UInt8(text("relation")).flatMap(Relation.Kind.init(rawValue:)) }
}

extension ReceptionForm {
  /// Adds what the cards say that were read. What has a row is as the row says, also if the clerk has emptied it.
  mutating func complete(from cards: (CardHolder) -> CitizenCard?) {
    cards(.owner).map { (owner.oldNumber, owner.card) = ($0.oldNumber, $0.person.card) }
    if let card = cards(.applicant), var read = applicant {
      (read.oldNumber, read.card) = (card.oldNumber, card.person.card)
      // They have no rows.
      (read.birth, read.sex) = (card.birth, card.sex)
      applicant = read
    }
    for index in related.indices {
      cards(related[index].relation?.kind == .father ? .father : .mother).map { related[index].complete(from: $0) }
    }
    dropApplicantTwice()
  }

  /// Whoever brings the papers is the applicant and nobody else. A parent of her name whose number says otherwise, or of whom
  /// the clerk says another relation, is another person.
  private mutating func dropApplicantTwice() {
    guard var applicant else { return }
    // One number for both parents is a fault that the clerk is told, not one person less.
    func isOtherParent(_ person: Person) -> Bool {
      let sexes = [person, applicant].map { $0.relation?.kind.sex }
      return !sexes.contains(nil) && sexes[0] != sexes[1]
    }
    func isApplicant(_ person: Person) -> Bool {
      let numbers = [person, applicant].map { IdentityKind.normalised($0.identityNumber) }
      guard numbers.contains("") else { return numbers[0] == numbers[1] && !isOtherParent(person) }
      return person.name.exactFolded == applicant.name.exactFolded
        && [nil, person.relation?.kind].contains(applicant.relation?.kind)
    }
    guard let named = related.first(where: isApplicant) else { return }
    related.removeAll(where: isApplicant)
    applicant.relation = applicant.relation ?? named.relation
    self.applicant = applicant
  }
}

extension Person {
  fileprivate mutating func complete(from card: CitizenCard) {
    let read = card.person
    if identityNumber.isEmpty { (identityNumber, identityKind) = (read.identityNumber, read.identityKind) }
    if birth.isEmpty { birth = read.birth }
    if sex == nil { sex = read.sex }
    if address.isEmpty { address = read.address }
    if identified == nil { identified = read.identified }
    (oldNumber, self.card) = (read.oldNumber, read.card)
  }
}
