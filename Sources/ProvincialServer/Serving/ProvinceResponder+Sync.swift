import DossierDomain
import ExchangeModel
import Hummingbird
import Logging
import SyncProtocol

extension ProvinceResponder {
  func sync(_ request: Request, _ context: ConnectionContext) async throws -> Response {
    let keyHash = try await keyHash(context)
    let logger = context.logger
    switch MediaTypes.of(request) {
    case MediaTypes.sync:
      return try await admitted(request, .entries, from: .machine, limit: limits.frameBytes) { frame in
        let start = ContinuousClock.now
        let message = try ExchangeRequest(decoding: SyncFrame.unpack(frame, limits: limits), limits: limits)
        let response = try answer(message, keyHash, logger)
        // A client that compressed with the dictionary can decompress with it.
        let dictionary = SyncFrame.usesDictionary(frame) ? FrameDictionary.standard : nil
        let bytes = try SyncFrame.pack(response.encoded(), dictionary: dictionary)
        count(message, response, start)
        return Response.bytes(bytes, type: MediaTypes.sync)
      }
    case MediaTypes.json:
      return try await admitted(request, .entries, from: .machine, limit: limits.inflatedBytes) { text in
        let start = ContinuousClock.now
        let message = try ExchangeRequest(json: text, limits: limits)
        let response = try answer(message, keyHash, logger)
        count(message, response, start)
        return Response.bytes(try response.encodedAsJSON(), type: MediaTypes.json)
      }
    default: throw Refusal(.unsupportedMediaType, .malformed, "content type", closes: true)
    }
  }

  private func answer(_ request: ExchangeRequest, _ keyHash: [UInt8], _ logger: Logger) throws -> ExchangeResponse {
    let settled = try placing { try exchange.settle(request, keyHash: keyHash, now: now()) }
    if !settled.unknownClerks.isEmpty {
      logger.warning(
        "clerks who may sign in at a machine are unknown in its office",
        metadata: [
          "office": "\(request.office.hexadecimal)", "device": "\(request.device.hexadecimal)",
          "clerks": "\(settled.unknownClerks.map(\.hexadecimal).joined(separator: " "))",
        ])
    }
    return settled.response
  }

  private func count(_ request: ExchangeRequest, _ response: ExchangeResponse, _ start: ContinuousClock.Instant) {
    metrics.countExchange(
      entries: request.entries.count, places: response.places.count, seconds: (ContinuousClock.now - start).seconds)
  }

  func enrol(_ request: Request, _ context: ConnectionContext) async throws -> Response {
    let type = MediaTypes.of(request)
    guard type == MediaTypes.enrol || type == MediaTypes.json else {
      throw Refusal(.unsupportedMediaType, .malformed, "content type", closes: true)
    }
    return try await admitted(request, .entries, from: .stranger, limit: 64 << 10) { bytes in
      let message = try type == MediaTypes.json ? EnrolmentRequest(json: bytes) : EnrolmentRequest(decoding: bytes)
      let response = try placing { try enrolment.enrol(message, at: now()) }
      return Response.bytes(
        try type == MediaTypes.json ? response.encodedAsJSON() : response.encoded(), type: type)
    }
  }
}
