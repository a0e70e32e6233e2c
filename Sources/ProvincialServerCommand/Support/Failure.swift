import ArgumentParser
import Console
import ProvincialServer

extension ExitCode {
  static let notDone = ExitCode(1)
  static let notFound = ExitCode(3)
  static let storeUnavailable = ExitCode(4)
}

/// A failure as a sentence.
struct Failure: Error {
  var code: ExitCode
  var text: String

  init(_ code: ExitCode, _ text: String) {
    self.code = code
    self.text = text
  }
}

/// Runs a command's work and turns an error into a sentence and an exit code.
func reporting<Value>(_ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let failure as Failure {
    Output.message(failure.text)
    throw failure.code
  } catch let error as AdministrationError {
    Output.message(Wording.of(error))
    throw error.isAbsence ? ExitCode.notFound : ExitCode.notDone
  } catch let error as ServerStoreError {
    Output.message(Wording.of(error))
    throw ExitCode.storeUnavailable
  }
}
