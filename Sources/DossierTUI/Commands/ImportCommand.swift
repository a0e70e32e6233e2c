import ArgumentParser

/// `dossier import`: takes in files of other software.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: said("Nhập tệp của phần mềm khác.", "Takes in files of other software."),
      subcommands: [ImportRegisterCommand.self])
  }
}
