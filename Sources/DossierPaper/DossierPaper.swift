import CCups
import CHardening
import CPango
import CQRCode
import Console
import Glibc
import PageDescription

/// `dossier-paper --for VERSION render`: the process that draws papers. It reads one page description from standard input and writes
/// the PDF to standard output. It takes no part in the office's data.
@main
enum DossierPaper {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, arguments[1] == "--for" else { exit(64) }
    guard arguments[2] == ProgramVersion.text else { PrintOutput.fail(.version) }
    switch arguments[3] {
    case "printers": PrintArguments.carryOut(arguments.dropFirst(4), Printers.list)
    case "print": PrintArguments.carryOut(arguments.dropFirst(4), PrintJob.send)
    case "job": PrintArguments.carryOut(arguments.dropFirst(4), PrintJob.show)
    case "cancel": PrintArguments.carryOut(arguments.dropFirst(4), PrintJob.cancel)
    default: exit(64)
    }
  }
}
