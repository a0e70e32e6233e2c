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
    guard arguments[2] == ProgramVersion.text else { exit(65) }
  }
}
