import ArgumentParser
import Glibc

/// Prints the argument parser's message and exits.
public func leave(_ program: (some ParsableCommand).Type, with error: any Error) -> Never {
  leave(saying: program.fullMessage(for: error), with: program.exitCode(for: error))
}

/// Prints a message of the argument parser, unless it is empty, and exits. Messages pass through `Output`, because they
/// quote what was typed; help is data, everything else is a message.
public func leave(saying text: String, with code: ExitCode) -> Never {
  if !text.isEmpty {
    if code.isSuccess { Output.data(text) } else { Output.message(text) }
  }
  exit(code.rawValue)
}
