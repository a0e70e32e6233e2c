import ArgumentParser
import Console
import VietnameseText

/// `dossier text …`: applies the product's text rules to standard input, for scripts and tests.
struct TextCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "text",
      abstract: said(
        "Bỏ dấu, sắp xếp, gõ thử hoặc chuyển mã văn bản tiếng Việt của đầu vào chuẩn.",
        "Folds, sorts, composes or converts Vietnamese text of standard input."),
      subcommands: [Fold.self, Sort.self, Compose.self, Convert.self])
  }

  struct Fold: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Như khi tìm kiếm: không dấu, chữ thường, đ thành d.", "As search sees it: no marks, lower case, đ as d."))
    }

    func run() {
      while let line = readLine() { Output.data(line.folded) }
    }
  }

  struct Sort: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: said(
          "Theo tên, họ, chữ đệm, theo thứ tự tiếng Việt.",
          "By given name, family name, middle names, in Vietnamese order."))
    }

    @Flag(name: .long, help: said("So cả dòng, không tách họ tên.", "Compare whole lines instead of names."))
    var plainText = false

    func run() {
      var lines: [(key: [UInt8], text: String)] = []
      while let line = readLine() {
        let text = line.normalisedVietnamese
        lines.append((plainText ? collationKey(text) : personNameKey(text), text))
      }
      for line in lines.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) { Output.data(line.text) }
    }
  }
}
