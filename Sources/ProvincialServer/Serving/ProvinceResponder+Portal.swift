import Foundation
import Hummingbird
import SyncProtocol

extension ProvinceResponder {
  private static var mostBytes: Int { 256 << 10 }
  /// A submission has two dozen.
  private static var mostValues: Int { 256 }

  func submit(_ request: Request, _ context: ConnectionContext) async throws -> Response {
    let value = request.headers[.authorization] ?? ""
    guard value.hasPrefix("Bearer "), value.utf8.count < 200 else { throw Self.unknownToken }
    let token = String(value.dropFirst(7))
    guard MediaTypes.of(request) == MediaTypes.json else {
      throw Refusal(.unsupportedMediaType, .malformed, "content type", closes: true)
    }
    return try await admitted(request, .entries, limit: Self.mostBytes) { bytes in
      guard try administration.isPortalToken(token) else { throw Self.unknownToken }
      try JSONScan.check(bytes, most: Self.mostValues)
      guard let submission = try? JSONDecoder().decode(PortalSubmission.self, from: Data(bytes)) else {
        throw Refusal(.badRequest, .malformed, "JSON")
      }
      let receipt = try portal.submit(submission, at: now())
      return Response.bytes(Array(try JSONEncoder().encode(receipt)), type: MediaTypes.json)
    }
  }

  private static var unknownToken: Refusal {
    var refusal = Refusal(.unauthorized, .notEnrolled, "token")
    refusal.challenge = "Bearer"
    return refusal
  }
}
