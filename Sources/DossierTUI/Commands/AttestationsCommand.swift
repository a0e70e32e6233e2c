import ArgumentParser
import Console
import Documents
import DossierDomain
import PageDescription

/// `dossier paper attestations`: what certified papers say, and how each one looks.
struct AttestationsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "attestations",
      abstract: said(
        "Câu chữ các lời chứng, và mẫu thử của từng loại; sửa, xác nhận trong attestations.txt cạnh settings.toml.",
        "What attestations say, and a sample of each; attestations.txt beside settings.toml changes and confirms them.")
    )
  }

  @Argument(
    help: said(
      "Loại lời chứng cần xem mẫu; không có thì in câu chữ của tất cả.",
      "The attestation of which a sample is shown; without it the words of all.", value: "loại"))
  var kind: AttestationKind?

  @Option(
    name: .long,
    help: said("Kiểm tra một tệp attestations.txt, và xem mẫu theo nó.", "Checks an attestations.txt.", value: "tệp"))
  var check: String?

  @Option(
    name: .long,
    help: said(
      "Cách in: page, 'overlay bottom-right 15 15 85' (mm), hoặc 'labels 2x4 99.1 67.7 4.7 13.1 2.5 0' (mm).",
      "How it is printed: page, 'overlay bottom-right 15 15 85' (mm), or 'labels 2x4 99.1 67.7 4.7 13.1 2.5 0' (mm).",
      value: "cách"))
  var way: AttestationWay = .page

  @Option(
    name: .shortAndLong, help: said("Ghi mẫu ra PDF; tệp chưa được có.", "The sample as PDF; must not exist yet."))
  var output: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let language = global.language ?? .vi
    let templates = try templates(language)
    guard let kind else {
      guard check == nil else { return }
      return Output.data(AttestationTemplates.shippedText)
    }
    try show(templates[kind], language)
  }

  private func templates(_ language: Language) throws -> AttestationTemplates {
    guard let check else {
      let office = Locations(data: global.data, environment: ProcessEnvironment.values).attestations
      if let remark = office.remark(language) { Output.message(remark) }
      return office.templates
    }
    guard let bytes = WholeFile.bytes(at: check, atMost: 1 << 20) else {
      Output.message(language.pick("Không đọc được \(check).", "\(check) cannot be read."))
      throw ExitCode.notFound
    }
    do throws(FormTemplateFaults) {
      let templates = try AttestationTemplates(changedBy: bytes)
      Output.message(language.pick("\(check) dùng được.", "\(check) can be used."))
      return templates
    } catch {
      for fault in error.all { Output.message("\(check), \(fault.wording(language))") }
      throw ExitCode.faultsFound
    }
  }

  /// A sample of known words is shown whether or not they may be printed, and that is said.
  private func show(_ template: AttestationTemplate, _ language: Language) throws {
    let reason = template.denial(on: template.date)
    if let reason { Output.message(reason.wording(language)) }
    guard !template.rows.isEmpty else { throw ExitCode.faultsFound }
    for point in template.openPoints { Output.message(point.wording(language)) }
    let facts = AttestationFacts.sample(template.kind, on: template.date)
    let stack = AttestationStack(
      template, [AttestationStack.Item(facts: facts, pages: 1, copies: 1)],
      createdAt: Int64(template.date.dayNumber) * 86_400)
    let page = stack.page(0..<1, way, isMarked: template.kind == .copy)
    guard let output else {
      return Output.data(PageText(width: 80, isPlain: global.plain).lines(of: page).joined(separator: "\n"))
    }
    try PaperCommand.write(page, to: output, language)
  }
}

extension AttestationKind: ExpressibleByArgument {}

extension AttestationWay: ExpressibleByArgument {
  public init?(argument: String) { self.init(text: argument) }

  public var defaultValueDescription: String { text }
}
