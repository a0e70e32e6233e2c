import ArgumentParser

/// `dossier import`: takes in files of other software.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes in files of other software.", subcommands: [ImportRegisterCommand.self])
}
