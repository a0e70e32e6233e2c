import Testing

@Suite struct SizeTests {
  @Test func aFunctionFitsOnAScreen() {
    let long = Repository.everything.flatMap { file in
      file.code.functions.filter { $0.lines > 70 }.map { "\(file.path) \($0.name)" }
    }
    expectOnly(Exceptions.longFunctions, in: Set(long), "A function has more than 70 lines")
  }

  @Test func aFileHoldsOneIdea() {
    let long = Repository.product.filter { $0.text.count { $0 == "\n" } > 300 }.map(\.path)
    expectOnly(Exceptions.longFiles, in: Set(long), "A file has more than 300 lines")
  }
}
