import Testing

/// The kernel must not name any screen, so that adding a screen needs only its folder and one line.
@Suite struct KernelTests {
  @Test func theKernelNamesNoScreen() {
    let screens = "Sources/Screens/"
    let shared = ["Kernel/", "Forms/", "Widgets/", "Wording/"].map { screens + $0 }
    let isShared = { (file: SourceFile) in shared.contains { file.path.hasPrefix($0) } }
    var types: Set<String> = []
    for file in Repository.product where file.path.hasPrefix(screens) && !isShared(file) {
      for match in file.code.whole.matches(of: /(?m)^(?:\w+ )*(?:struct|enum|class|protocol) (\w+)/) {
        types.insert(String(match.1))
      }
    }
    var found: [String: Int] = [:]
    for file in Repository.product where file.path.hasPrefix(screens + "Kernel/") {
      let count = Set(file.code.places(of: types).map(\.word)).count
      if count > 0 { found[file.path] = count }
    }
    expectOnly(Exceptions.screensInKernel, in: found, "The kernel names a screen")
  }

  /// Each screen declares the name of its command context. A name that is also a case of the kernel's own enums is left
  /// out.
  @Test func theKernelNamesNoContextOfAScreen() {
    let screens = Repository.product.filter { $0.path.hasPrefix("Sources/Screens/") }
    let kernel = screens.filter { $0.path.hasPrefix("Sources/Screens/Kernel/") }
    let cases = Set(kernel.flatMap { $0.code.enums }.flatMap(\.cases))
    let contexts = screens.flatMap { $0.code.whole.matches(of: /static let (\w+) = Context\(/) }.map { String($0.1) }
    #expect(contexts.count > 10)
    for file in kernel {
      let words = file.code.whole.matches(of: /\.(\w+)/).map { String($0.1) }
      #expect(Set(words).intersection(contexts).subtracting(cases).isEmpty, "\(file.path)")
    }
  }
}
