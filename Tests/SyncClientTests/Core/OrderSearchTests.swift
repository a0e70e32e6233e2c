import JournalFormat
import OfficeWork
import Testing

@testable import SyncClient

@Suite struct OrderSearchTests {
  /// A restore has usually lost little, so the first points are close to each other near the end.
  @Test func theFirstPlacesAreNearTheEnd() {
    #expect(OrderSearch().sequences(upTo: 20) == [0, 20, 19, 17, 13, 5])
    #expect(OrderSearch().sequences(upTo: 0) == [0])
  }

  /// The place of divergence is found within five requests, wherever it is; one more request names that place alone.
  @Test(arguments: [0, 1, 999, 1000, 31_337, 99_998, 99_999] as [Int64])
  func thePlaceIsFoundWhereverItIs(_ parting: Int64) {
    var search = OrderSearch()
    var questions: [[Int64]] = []
    repeat {
      let told = search.sequences(upTo: 100_000)
      questions.append(told)
      let known = told.filter { $0 <= parting }.max() ?? -1
      search.narrow(told.map { OrderPoint(sequence: $0, rolling: .zero) }, to: known)
    } while (questions.last?.count ?? 0) > 1 && questions.count < 10
    #expect(questions.last == [parting])
    #expect(questions.count <= 6)
    #expect(questions.allSatisfy { $0.count <= 64 && Set($0).count == $0.count })
  }
}

@Suite struct RetryPolicyTests {
  @Test func waitsDoubleUpToALimit() {
    var policy = RetryPolicy(mostTries: nil) { .max }
    let limits = (0..<12).map { _ in policy.next(after: .unreachable) ?? 0 }
    #expect(limits.allSatisfy { $0 <= 120_000 })
    var least = RetryPolicy(mostTries: nil) { 0 }
    #expect((0..<4).map { _ in least.next(after: .unreachable) } == [1, 1, 1, 1])
    // The largest random wait below the first limit of 2,000 ms.
    var almost = RetryPolicy(mostTries: nil) { 1999 }
    #expect(almost.next(after: .unreachable) == 2000)
    #expect(almost.next(after: .unreachable) == 2000)
    var second = RetryPolicy(mostTries: nil) { 3999 }
    #expect(second.next(after: .unreachable) == 2000)
    #expect(second.next(after: .unreachable) == 4000)
    second.reset()
    #expect(second.next(after: .unreachable) == 2000)
  }

  @Test func theServersWordIsHeardWithinAnHour() {
    var policy = RetryPolicy(mostTries: nil) { 0 }
    #expect(policy.next(after: .serverBusy(retryAfterSeconds: 30)) == 30_001)
    #expect(policy.next(after: .serverBusy(retryAfterSeconds: 1_000_000)) == 3_600_001)
    #expect(policy.next(after: .serverBusy(retryAfterSeconds: -5)) == 1)
  }

  @Test func triesAreCounted() {
    var policy = RetryPolicy(mostTries: 2) { 0 }
    #expect(policy.next(after: .unreachable) != nil)
    #expect(policy.next(after: .unreachable) == nil)
    policy.reset()
    #expect(policy.next(after: .unreachable) != nil)
    var once = RetryPolicy(mostTries: 1) { 0 }
    #expect(once.next(after: .unreachable) == nil)
  }
}
