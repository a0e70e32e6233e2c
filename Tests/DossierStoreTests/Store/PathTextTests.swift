import Testing

@testable import DossierStore

@Suite struct PathTextTests {
  @Test(
    arguments: [
      ("d", ".", "d"), (".", ".", "."), ("..", ".", ".."), ("d/", ".", "d"), ("d//", ".", "d"), ("./", ".", "."),
      ("é", ".", "é"), ("dữ liệu", ".", "dữ liệu"), ("./d", ".", "d"), ("a/b", "a", "b"), ("a//b/", "a", "b"),
      ("/d", "/", "d"), ("//d", "/", "d"), ("/a/b.csv", "/a", "b.csv"), ("/", "/", ""), ("", ".", ""), ("//", "/", ""),
    ])
  func everyPathHasAFolderThatCanBeOpenedAndAName(path: String, folder: String, name: String) {
    #expect(PathText.folder(of: path) == folder)
    #expect(PathText.name(of: path) == name)
  }

  @Test(
    arguments: [
      ("a.csv", "csv"), ("a.b.XLSX", "XLSX"), (".csv", ""), ("csv", ""), ("a.", ""), ("x.d/a", ""), ("x/é.csv/", "csv"),
    ])
  func theEndingIsThatOfTheLastName(path: String, ending: String) {
    #expect(PathText.ending(of: path) == ending)
  }
}
