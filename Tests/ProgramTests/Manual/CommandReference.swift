import Foundation

/// All commands and options of a program, from its own description, as a page of the manual.
struct CommandReference {
  private struct Description: Decodable {
    var command: Command
  }

  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var arguments: [Argument]?
    var subcommands: [Command]?
  }

  struct Argument: Decodable, Hashable {
    struct Name: Decodable, Hashable {
      var kind: String
      var name: String
    }

    var kind: String
    var names: [Name]?
    var valueName: String?
    var isOptional: Bool
    var isRepeating: Bool
    var defaultValue: String?
    var abstract: String?
  }

  let program: String
  let root: Command

  /// - Parameters:
  ///   - path: the path of the built program.
  ///   - language: what `--language` is given; nil for a program without that option.
  init(path: String, program: String, language: String? = nil) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["--experimental-dump-help"] + (language.map { ["--language", $0] } ?? [])
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    self.program = program
    root = try JSONDecoder().decode(Description.self, from: bytes).command
  }

  /// The commands that do something, without names that only group others.
  var leaves: [(name: String, command: Command)] {
    func leaves(_ command: Command, _ name: String) -> [(name: String, command: Command)] {
      let below = (command.subcommands ?? []).filter { $0.commandName != "help" }
      return below.isEmpty ? [(name, command)] : below.flatMap { leaves($0, name + " " + $0.commandName) }
    }
    return leaves(root, program)
  }

  /// The options that most commands accept; the page lists them once, at the top.
  private var common: [Argument] {
    var counts: [Argument: Int] = [:]
    for leaf in leaves { for argument in leaf.command.stated { counts[argument, default: 0] += 1 } }
    let often = Set(counts.filter { $0.value * 2 > leaves.count && $0.key.names != nil }.keys)
    return leaves.first { often.isSubset(of: $0.command.stated) }?.command.stated.filter(often.contains) ?? []
  }

  var page: String {
    let common = common
    var text = """
      # Commands of `\(program)`

      <!-- Made by `make manual` from what the program says of itself. -->

      ## Options of \(leaves.allSatisfy { Set(common).isSubset(of: $0.command.stated) } ? "every command" : "most commands")

      \(Self.table(common))
      ## Commands


      """
    for (name, command) in leaves {
      let own = command.stated.filter { !common.contains($0) }
      let usage = ([name] + own.map(\.usage)).joined(separator: " ")
      let sentences = [command.abstract, command.discussion].compactMap { $0 }.filter { !$0.isEmpty }
      text += "### \(name)\n\n```text\n\(usage)\n```\n\n" + sentences.joined(separator: "\n\n") + "\n\n"
      if !own.isEmpty { text += Self.table(own) + "\n" }
      if !Set(common).isSubset(of: command.stated) {
        let missing = common.filter { !command.stated.contains($0) }.map { "`\($0.label)`" }
        text += "It takes none of \(missing.joined(separator: ", ")).\n\n"
      }
    }
    return String(text.dropLast())
  }

  private static func table(_ arguments: [Argument]) -> String {
    let rows = arguments.map { argument in
      let value = argument.defaultValue.map { " Default: \($0)." } ?? ""
      let meaning = (argument.abstract ?? "") + value
      return "| `\(argument.label)` | \(meaning.replacingOccurrences(of: "|", with: "\\|")) |"
    }
    return (["| option | meaning |", "|---|---|"] + rows).joined(separator: "\n") + "\n"
  }
}

extension CommandReference.Command {
  fileprivate var stated: [CommandReference.Argument] {
    (arguments ?? []).filter { argument in
      !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
    }
  }
}

extension CommandReference.Argument {
  private var value: String { (valueName ?? "value").uppercased() }

  /// `--limit LIMIT`, `FILE`.
  var label: String {
    guard let name = names?.first(where: { $0.kind == "long" }) ?? names?.first else { return value }
    let dashes = name.kind == "long" ? "--" : "-"
    return kind == "flag" ? dashes + name.name : "\(dashes)\(name.name) \(value)"
  }

  fileprivate var usage: String {
    let repeated = label + (isRepeating ? "…" : "")
    return isOptional ? "[\(repeated)]" : repeated
  }
}
