import DossierStore
import Foundation

/// Where the program keeps its files: in the XDG folders of the user, or where the command line says.
struct Locations: Sendable {
  /// The folder of the journal, projections and attachments; its mode is 0700.
  var data: String
  /// The folder of `settings.toml` and the user's own themes.
  var configuration: String

  /// - Parameters:
  ///   - data: the folder given with `--data`. It then holds the settings too, so that a demo or a second office stays
  ///     separate from the first.
  ///   - environment: `XDG_DATA_HOME`, `XDG_CONFIG_HOME` and `HOME` are read.
  init(data: String?, environment: [ProcessEnvironment.Variable: String]) {
    let home = environment[.home] ?? "/"
    if let data {
      self.data = data
      configuration = data
    } else {
      self.data = Self.absolute(environment[.dataHome]) ?? home + "/.local/share"
      self.data += "/dossier"
      configuration = Self.absolute(environment[.configurationHome]) ?? home + "/.config"
      configuration += "/dossier"
    }
  }

  var settingsFile: String { configuration + "/settings.toml" }
  var attachments: String { data + "/attachments" }

  /// The folders in which themes are searched, the first match first: the user's own, beside the program, installed.
  var themeFolders: [String] {
    var folders = [configuration + "/themes"]
    if let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
      let folder = PathText.folder(of: program)
      folders.append(folder + "/../share/dossier/themes")
      // In a build folder (.build/<triple>/release) the themes of the source tree are three levels up.
      folders.append(folder + "/../../../themes")
    }
    return folders
  }

  /// The XDG specification requires relative paths to be ignored.
  private static func absolute(_ path: String?) -> String? {
    path.flatMap { $0.hasPrefix("/") ? $0 : nil }
  }
}
