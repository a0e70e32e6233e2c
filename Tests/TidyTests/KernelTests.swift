import Testing

/// What all screens stand on knows none of them, so that a further screen is its folder and one line.
@Suite struct KernelTests {
  @Test func theKernelNamesNoScreen() {
    let screens = "Sources/Screens/"
    let shared = ["Kernel/", "Widgets/", "Wording/"].map { screens + $0 }
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
}
