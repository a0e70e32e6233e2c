import Testing

@testable import DossierPaper

@Suite("Where the faces are")
struct FaceFoldersTests {
  @Test("Beside the program, then installed, then in the source tree") func order() {
    #expect(
      FaceFolders.folders(besides: "/usr/bin/dossier-paper") == [
        "/usr/bin/faces", "/usr/bin/../share/dossier/faces", "/usr/bin/../../../Sources/DossierPaper/Faces",
      ])
  }

  @Test("A folder that is named is the only one") func named() {
    #expect(FaceFolders.folder(named: "/nonexistent") == nil)
  }
}
