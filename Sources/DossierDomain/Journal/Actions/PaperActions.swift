// MARK: What they make of a dossier

extension Dossier {
  mutating func setForm(of number: Int, _ form: Component.Form, _ quantity: Int) {
    changeComponent(number) {
      ($0.form, $0.quantity, $0.counts) = (form, quantity, nil)
    }
  }

  mutating func digitise(_ number: Int, _ hash: String) {
    changeComponent(number) {
      $0.digitisation = .digitised
      $0.blobHash = hash
    }
  }

  mutating func reuse(_ number: Int, _ source: String, _ kind: Digitisation) {
    changeComponent(number) {
      ($0.form, $0.counts) = (.reused, nil)
      $0.source = source
      $0.digitisation = kind
    }
  }

  mutating func replace(_ number: Int, _ method: LookupMethod, _ reference: String) {
    changeComponent(number) {
      ($0.form, $0.counts) = (.replacedByLookup, nil)
      $0.lookupMethod = method
      $0.source = reference
      $0.digitisation = .none
    }
  }

  /// An erased scan no longer counts. Its name stays with the paper, so that a clerk sees what happened to it.
  mutating func eraseScan(_ hash: String) {
    for index in components.indices where components[index].blobHash == hash {
      components[index].digitisation = .none
    }
    if result?.blobHash == hash { result?.blobHash = "" }
  }

  mutating func changeComponent(_ number: Int, _ change: (inout Component) -> Void) {
    guard let index = components.firstIndex(where: { $0.number == number }) else { return }
    change(&components[index])
  }
}

// MARK: How the timeline says them

extension ActionWording {
  func form(of number: Int, _ form: Component.Form) -> String {
    language.pick("Giấy tờ \(number): \(form.wording(.vi))", "Paper \(number): \(form.wording(.en))")
  }

  func lookedUp(_ number: Int, _ method: LookupMethod) -> String {
    language.pick(
      "Khai thác thay giấy tờ \(number): \(method.wording(.vi))", "Paper \(number) looked up: \(method.wording(.en))")
  }

  func erased(_ hash: String, _ reason: String) -> String {
    language.pick(
      "Hủy bản quét, bản lưu giấy \(hash.prefix(8)): \(reason)",
      "Scan or kept paper \(hash.prefix(8)) erased: \(reason)")
  }
}
