import ArgumentParser
import Glibc

/// Prints the argument parser's message and exits. Messages pass through `Output`, because they quote what was typed;
/// help is data, everything else is a message.
public func leave(_ program: (some ParsableCommand).Type, with error: any Error) -> Never {
  let code = program.exitCode(for: error)
  let text = program.fullMessage(for: error)
  if !text.isEmpty {
    if code.isSuccess { Output.data(text) } else { Output.message(text) }
  }
  exit(code.rawValue)
}
