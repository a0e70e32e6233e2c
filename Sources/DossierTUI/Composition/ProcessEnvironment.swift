import Foundation

/// The variables that the program was started with.
enum ProcessEnvironment {
  static var values: [String: String] { ProcessInfo.processInfo.environment }
}
