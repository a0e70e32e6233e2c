import Glibc
import PageDescription
import Version

/// `dossier-paper --for VERSION VERB …`: the process that draws papers and gives them to printers. It takes no part in the office's
/// data. A fault is the last line of standard error, `fault=word`, and the exit code is 65.
///
/// `render [FACES-FOLDER]` reads one page description from standard input and writes the PDF to standard output, which is a pipe,
/// since the process may write no file.
@main
enum DossierPaper {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, arguments[1] == "--for" else {
      fail("usage: dossier-paper --for VERSION render [FACES-FOLDER]", 64)
    }
    guard arguments[2] == ProgramVersion.text else { end(.otherVersion) }
    let rest = Array(arguments.dropFirst(4))
    switch arguments[3] {
    case "render": render(rest)
    default: fail("no verb: " + arguments[3], 64)
    }
  }

  private static func render(_ arguments: [String]) {
    ProcessLimits.set(seconds: 20)
    guard arguments.count <= 1 else { fail("usage: dossier-paper --for VERSION render [FACES-FOLDER]", 64) }
    do throws(PaperFault) {
      guard let bytes = Descriptors.input(most: PageDescription.maximumBytes) else { throw .tooLarge }
      let page: PageDescription
      do throws(PageError) { page = try PageDescription(bytes: bytes) } catch { throw PaperFault(error) }
      guard let folder = FaceFolders.folder(named: arguments.first) else { throw .faces }
      Descriptors.output(try PaperRenderer.pdf(of: page, faces: try Faces(folder: folder)))
    } catch {
      end(error)
    }
  }

  static func end(_ fault: PaperFault) -> Never {
    for line in fault.lines { Descriptors.say(line) }
    exit(65)
  }

  static func fail(_ line: String, _ code: Int32) -> Never {
    Descriptors.say(line)
    exit(code)
  }
}

extension PaperFault {
  fileprivate init(_ error: PageError) {
    switch error {
    case .malformed: self = .malformed
    case .tooLarge: self = .tooLarge
    }
  }
}
