import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

/// The form as it is kept, and as it is made again from what was kept or recorded.
extension ReceiveState {
  var place: Place? {
    guard issued == nil else { return nil }
    var fields = contents.fields
    // Otherwise the open form and its draft would be two forms of one citizen after a restart.
    if let draftName { fields.append(Place.Field("draft", draftName)) }
    return Place(name: Self.context.name, fields: fields)
  }

  /// What was filled in.
  var contents: Contents {
    var kept = form.contents(of: keptFields)
    // Rows of one kind are told apart by their order, so that an answer that is not kept leaves its row empty.
    let left = Set(allQuestions.filter(isLeftToBirth).map(\.id))
    for index in kept.entries.indices where left.contains(kept.entries[index].id) { kept.entries[index].text = "" }
    var fields = kept.fields
    if let procedure { fields.append(Place.Field("procedure", procedure.code)) }
    if let versionMark { fields.append(Place.Field("version", versionMark)) }
    if let decidingUnit { fields.append(Place.Field("unit", decidingUnit.code)) }
    for holder in CardHolder.allCases {
      if let card = card(of: holder) { fields.append(Place.Field(holder.placeField, card.text)) }
    }
    if let visit { fields.append(Place.Field("visit", visit.hexadecimal)) }
    fields += replaced?.placeFields ?? []
    fields += askedPapers.map { Place.Field("way-out-paper", $0) }
    fields += form.contents(of: WayOutQuestion.keptFields.filter { !form.isUntouched($0) }).fields
    fields += filledApplicant.kept.map { Place.Field(FilledApplicant.placeField, $0) }
    return Contents(fields)
  }

  init(place: Place, _ office: OfficeSnapshot, now: Instant) {
    self.init(place: place, office.catalogue, silences: office.silences, now: now)
  }

  init(place: Place, _ catalogue: Catalogue, silences: [ClosedRange<Instant>] = [], now: Instant) {
    self.init(procedure: place["procedure"].flatMap { catalogue.version(of: $0, on: now.civilDate) })
    (today, self.silences) = (now.civilDate, silences)
    let contents = Contents(place.fields)
    form.apply(contents, for: ReceptionField.all.map(\.field))
    _ = takeVersionOfDay(catalogue)
    for holder in CardHolder.allCases { cards[holder] = place[holder.placeField].flatMap { CitizenCard(text: $0) } }
    // What a card proposes was not chosen.
    for row in ReceptionField.all where row.proposal != nil && form.isUntouched(row.field(in: self)) {
      form.forget(row.field)
    }
    // Answers and marks of another version would be those of other questions and papers. Earlier versions of the program did
    // not say which one it was, and knew only rows.
    if place["version"].map({ $0 == versionMark }) ?? (procedure?.rules == ProcedureRules.none) {
      let counts = allPapers.map { PaperCounts.field(of: $0) }
      form.apply(contents, for: allQuestions + allPapers + counts)
      for field in allQuestions + counts where contents[field.id]?.isEmpty == true { form.forget(field) }
      // The answers decide who pays less.
      form.apply(contents, for: [reductionField].compactMap { $0 })
    }
    decidingUnit = place["unit"].flatMap { AdministrativeUnits.quangTri.unit(code: $0, era: .twoLevels) }
    visit = place["visit"].flatMap(DossierID.init(hexadecimal:))
    replaced = ReplacedDossier(place)
    askedPapers = place.all("way-out-paper")
    form.apply(contents, for: WayOutQuestion.keptFields)
    filledApplicant = FilledApplicant(place.fields.filter { $0.key == FilledApplicant.placeField }.map(\.value))
    forgetAnotherApplicant()
    draftName = place["draft"]
  }

  /// The form as it was when the reception was recorded.
  init(_ reception: Reception, _ catalogue: Catalogue, now: Instant) {
    let isOnBlank = !reception.blankReason.isEmpty
    let day = isOnBlank ? reception.receivedAt.civilDate : now.civilDate
    self.init(procedure: catalogue.version(of: reception.procedure.code, on: day))
    today = now.civilDate
    if isOnBlank {
      fill(code: reception.code, receivedAt: reception.receivedAt, reason: reception.blankReason)
      versionDay = day
    }
    let owner = reception.owner
    let texts: [(Field.ID, String)] = [
      ("owner", owner.name), ("number", owner.identityNumber), ("birth", owner.birth),
      ("sex", owner.sex.map { String($0.rawValue) } ?? ""), ("phone", owner.phone), ("address", owner.address),
      ("relative", owner.relative),
      ("applicant", reception.applicant?.name ?? ""), ("delivery", String(reception.delivery.rawValue)),
      ("copies", String(reception.copies)), ("summary", reception.summary),
    ]
    for (id, text) in texts { ReceptionField.named(id).map { form.set($0.field, text) } }
    take(
      reception.owner, reception.applicant, reception.related, channel: reception.channel,
      deliveryPlace: reception.deliveryPlace)
    takeOffice(deciding: reception.decidingOffice, receiving: reception.receivingOffice)
    visit = reception.visit
    for answer in reception.caseRecord.answers {
      guard let questions = procedure?.rules.questions,
        let place = questions.firstIndex(where: { $0.id == answer.question })
      else { continue }
      // What nobody had to answer on that day is left to the birth again.
      let received = reception.receivedAt.civilDate
      let proposed = questions[place].answer(fromBirth: owner.birth, on: received) ?? questions[place].usual
      if questions[place].derivation != nil, answer.number == proposed { continue }
      form.set(allQuestions[place], String(answer.number))
    }
    // Not by their places: an office with an earlier version among its machines records fewer papers, and the version may
    // be another one by now.
    var components = reception.components
    for (field, paper) in zip(papers, outcome?.papers ?? []) {
      guard let place = components.firstIndex(where: { $0.name == paper.name }) else { continue }
      setCounts(of: field, components.remove(at: place))
    }
    let reduction = procedure?.rules.reductions.firstIndex { $0.reason == reception.caseRecord.reduction }
    if let reduction, let reductionField { form.set(reductionField, String(reduction + 1)) }
    // What was counted is not recorded, so that it is asked for again.
    for field in FeeItem.Quantity.allCases.map({ ReceptionField.quantity($0) }) where field.isAsked(self) {
      form.set(field.field, "")
    }
    form.go(to: "owner")
  }

  /// Who came and how the result goes, as it was recorded, and the cards that were read.
  mutating func take(
    _ owner: Person, _ applicant: Person?, _ related: [Person], channel: Channel, deliveryPlace: String
  ) {
    cards[.owner] = CitizenCard(of: owner)
    cards[.applicant] = applicant.flatMap { CitizenCard(of: $0) }
    let parents: [(CardHolder, Person?)] = [(.father, .father), (.mother, .mother)].map { holder, kind in
      (holder, related.first { $0.relation?.kind == kind })
    }
    for (holder, parent) in parents { cards[holder] = parent.flatMap { CitizenCard(of: $0) } }
    let texts: [(Field.ID, String)] = [
      ("delivery-place", deliveryPlace), ("channel", String(channel.rawValue)),
      ("owner-kind", String(owner.kind.rawValue)), ("email", owner.email),
      ("relation", applicant?.relation.map { String($0.kind.rawValue) } ?? ""),
      ("relation-text", applicant?.relation?.text ?? ""), ("applicant-number", applicant?.identityNumber ?? ""),
      ("applicant-phone", applicant?.phone ?? ""), ("applicant-address", applicant?.address ?? ""),
      ("father", parents[0].1?.name ?? ""), ("mother", parents[1].1?.name ?? ""),
    ]
    for (id, text) in texts where !text.isEmpty { fill(id, text) }
    let methods: [(Field.ID, LookupMethod?, CardHolder)] = [
      ("identified", owner.identified, .owner), ("applicant-identified", applicant?.identified, .applicant),
    ]
    // Where it is what the card proposes, nobody chose it.
    for (id, method, holder) in methods where method != (cards[holder] == nil ? nil : .cardQR) {
      fill(id, method.map { String($0.rawValue) } ?? "")
    }
    cards[.applicant].map { noteFilled(from: $0) }
  }

  /// Another commune that decides it.
  mutating func takeOffice(deciding: OfficeID, receiving: OfficeID) {
    guard deciding != receiving, let unit = AdministrativeUnits.quangTri.unit(of: deciding) else { return }
    decidingUnit = unit
    fill("office", unit.fullName)
  }

  /// Whether at most a procedure was chosen, or a blank receipt, which brings its code again.
  var isBare: Bool {
    (keptFields + WayOutQuestion.keptFields).allSatisfy {
      ["search", "blank-code"].contains($0.id) || form.isUntouched($0)
    }
  }

  /// Whether nothing was typed yet.
  var isEmpty: Bool { procedure == nil && ReceptionField.all.allSatisfy { form.isUntouched($0.field) } }
}
