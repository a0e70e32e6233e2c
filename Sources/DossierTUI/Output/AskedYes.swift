import Console
import Glibc
import VietnameseText

/// Asks a question on the terminal. Without a terminal the answer is no.
func saidYes(to question: String) -> Bool {
  guard isatty(STDIN_FILENO) == 1 else { return false }
  Output.message(question)
  return ["c", "co", "y", "yes"].contains((readLine() ?? "").folded)
}
