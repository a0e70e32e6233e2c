import KeysForTests

extension DossierBench {
  /// Tests press the same keys on the screens and hold their numbers.
  static func keys() {
    print("| task | keys | with Telex | seconds at 55 words a minute | at 40 |\n|---|---|---|---|---|")
    for script in KeyScript.all {
      let seconds = [KeystrokeModel.skilled, .average].map { tenths($0.seconds(script.pressed, .telex)) }
      print("| \(script.name) | \(script.keys(.plain)) | \(script.keys(.telex)) | \(seconds[0]) | \(seconds[1]) |")
    }
  }

  private static func tenths(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
