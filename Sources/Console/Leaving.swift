import ArgumentParser
import Glibc

/// What the argument parser has to say goes the common way: it quotes what was typed. Help is data, all else a message.
public func leave(_ program: (some ParsableCommand).Type, with error: any Error) -> Never {
  let code = program.exitCode(for: error)
  let text = program.fullMessage(for: error)
  if !text.isEmpty {
    if code.isSuccess { Output.data(text) } else { Output.message(text) }
  }
  exit(code.rawValue)
}
