import ArgumentParser
import Console
import DossierDomain
import Screens
import Version

/// `dossier manual`: the manual page, made from the text of docs/manual and the program's own list of keys.
struct ManualCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "manual",
      abstract: said(
        "In trang hướng dẫn (xem trên màn hình: dossier manual | man -l -).",
        "Prints the manual page (pipe it to man -l -)."))
  }

  @OptionGroup var global: GlobalOptions

  func run() {
    let language = global.language ?? .vi
    Output.data(".TH DOSSIER 1 \"\" \"dossier \(ProgramVersion.text)\"")
    Output.data(
      ManPage.text(
        language.pick(ManualPages.vietnamese, ManualPages.english),
        inserting: [
          "commands": ManPage.text(ManualPages.commands), "keys": CommandRegistry.standard.manual(language),
        ]))
  }
}
