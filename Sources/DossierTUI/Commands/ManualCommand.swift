import ArgumentParser
import Console
import DossierDomain
import Screens

/// `dossier manual`: the manual page, generated from the commands that the program has.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Prints the manual page (pipe it to man -l -).")

  @OptionGroup var global: GlobalOptions

  func run() {
    let language = global.language ?? .vi
    Output.data(
      """
      .TH DOSSIER 1
      .SH NAME
      dossier \\- \(language.pick("tiếp nhận, xử lý và trả hồ sơ thủ tục hành chính", "receive, process and hand back dossiers"))
      .SH SYNOPSIS
      .B dossier
      [\\-\\-data DIR] [\\-\\-theme NAME] [\\-\\-language vi|en] [COMMAND]
      .SH KEYS
      \(CommandRegistry.standard.manual(language))
      """)
  }
}
