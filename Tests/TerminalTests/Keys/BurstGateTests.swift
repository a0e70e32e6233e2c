import Terminal
import Testing

struct BurstGateTests {
  @Test("Eight printable keys within the window are a burst; seven are not")
  func burst() {
    var gate = BurstGate()
    let verdicts = "12345678".enumerated().map { gate.receive($0.element, at: 100 + Int64($0.offset)) }
    #expect(verdicts.first == .first)
    #expect(verdicts[1...6].allSatisfy { $0 == .more })
    #expect(verdicts.last == .burst("12345678"))
    #expect(gate.receive("9", at: 108) == .continuation)
  }

  @Test("A hand that types slowly never makes a burst")
  func slow() {
    var gate = BurstGate()
    for index in 0..<20 { #expect(gate.receive("a", at: Int64(index) * 60) == .first) }
  }

  @Test("Nothing is held after it settled")
  func settled() {
    var gate = BurstGate()
    _ = gate.receive("a", at: 5)
    #expect(gate.deadline == 55)
    gate.settle()
    #expect(gate.deadline == nil)
  }
}
