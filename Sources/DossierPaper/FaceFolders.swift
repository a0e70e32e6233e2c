import Glibc

/// Where the faces are.
enum FaceFolders {
  /// - Parameter named: of the command line; then no other is looked at.
  /// - Returns: the first folder that has the faces.
  static func folder(named: String?) -> String? {
    let folders = named.map { [$0] } ?? folders(besides: program())
    return folders.first { folder in Faces.files.allSatisfy { access(folder + "/" + $0, R_OK) == 0 } }
  }

  /// Beside the program, installed, and in the source tree of a build folder (.build/<triple>/release).
  static func folders(besides program: String) -> [String] {
    let folder = program.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(program[..<$0]) } ?? "."
    return ["/faces", "/../share/dossier/faces", "/../../../Sources/DossierPaper/Faces"].map { folder + $0 }
  }

  private static func program() -> String {
    var path = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = path.withUnsafeMutableBytes { path in
      path.baseAddress.map { readlink("/proc/self/exe", $0, path.count) } ?? 0
    }
    return count > 0 ? String(decoding: path.prefix(count), as: UTF8.self) : CommandLine.arguments.first ?? ""
  }
}
