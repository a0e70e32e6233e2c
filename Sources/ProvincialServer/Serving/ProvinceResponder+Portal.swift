import Foundation
import Hummingbird
import SyncProtocol

extension ProvinceResponder {
  private static var mostBytes: Int { 256 << 10 }
  /// The limit for values in the JSON; a submission has about 24.
  private static var mostValues: Int { 256 }

  func submit(_ request: Request, _ context: ConnectionContext) async throws -> Response {
    let value = request.headers[.authorization] ?? ""
    guard value.hasPrefix("Bearer "), value.utf8.count < 200 else { throw Self.unknownToken }
    let token = String(value.dropFirst(7))
    guard MediaTypes.of(request) == MediaTypes.json else {
      throw Refusal(.unsupportedMediaType, .malformed, "content type", closes: true)
    }
    // The token is checked first, so that no body is read for an unknown client.
    guard try await isKnown(token) else { throw Self.unknownToken }
    return try await admitted(request, .entries, from: .stranger, limit: Self.mostBytes) { bytes in
      try JSONScan.check(bytes, most: Self.mostValues)
      guard let submission = try? JSONDecoder().decode(PortalSubmission.self, from: Data(bytes)) else {
        throw Refusal(.badRequest, .malformed, "JSON")
      }
      let receipt = try placing { try portal.submit(submission, at: now()) }
      return Response.bytes(Array(try JSONEncoder().encode(receipt)), type: MediaTypes.json)
    }
  }

  private func isKnown(_ token: String) async throws -> Bool {
    let place = Gate.Place(lane: .entries, bytes: 0, isStranger: true)
    guard gate.enter(place) else { throw busy() }
    defer { gate.leave(place) }
    do {
      return try await work.run(.entries) { try administration.isPortalToken(token) }
    } catch is WorkQueue.Full {
      throw busy()
    }
  }

  private static var unknownToken: Refusal {
    var refusal = Refusal(.unauthorized, .notEnrolled, "token")
    refusal.challenge = "Bearer"
    return refusal
  }
}
