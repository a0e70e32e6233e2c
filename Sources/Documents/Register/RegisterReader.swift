import DossierDomain
import VietnameseText

/// Reads the register that the earlier software exports (form 07 as CSV) into dossiers to import.
///
/// A row that cannot be read becomes a `RegisterProblem` with its position; nothing is guessed or dropped silently.
/// Blank rows, the row of column numbers and the totals row are neither dossiers nor problems.
public struct RegisterReader: Sequence, IteratorProtocol {
  public enum Row: Hashable, Sendable {
    case dossier(ImportedDossier, line: Int)
    case problem(RegisterProblem)
  }

  public enum ReadError: Error, Hashable, Sendable {
    /// No row has headings for the code and two other known columns.
    case headerMissing
    case empty
    case tooLarge(bytes: Int, maximum: Int)
    case encodingUnreadable(String)
  }

  public static let maximumBytes = 200 << 20

  /// The name of the encoding that was used, for the report.
  public let encodingName: String
  public let bytesTotal: Int
  /// The number of bytes read so far, for a progress bar.
  public var bytesRead: Int { reader.bytesRead }
  /// The fields of the row that was read last.
  public private(set) var fields: [String] = []
  /// The headings of the file, for the rejects file.
  public var headings: [String] { header.headings }

  private var reader: DelimitedTextReader
  private let header: RegisterHeader
  private let mapping: RegisterMapping
  private var seen: [String: (line: Int, dossier: ImportedDossier)] = [:]

  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - encoding: nil to detect it.
  ///   - office: the office of the register; its hours are used for dates without a time.
  ///   - procedure: finds a procedure of the catalogue by its code or its name in the file.
  public init(
    bytes: [UInt8], encoding: TextEncoding?, office: Office,
    procedure: @escaping @Sendable (_ codeOrName: String) -> RegisterMapping.KnownProcedure?
  ) throws(ReadError) {
    guard bytes.count <= Self.maximumBytes else {
      throw .tooLarge(bytes: bytes.count, maximum: Self.maximumBytes)
    }
    let decoded = try Self.decode(bytes, as: encoding)
    encodingName = decoded.name
    let delimiter = DelimitedTextReader.detectDelimiter(in: decoded.text)
    reader = DelimitedTextReader(bytes: decoded.text, delimiter: delimiter)
    bytesTotal = reader.bytesTotal
    var probe = reader
    var beginning: [DelimitedTextReader.Record] = []
    while beginning.count < 40, let record = probe.next() { beginning.append(record) }
    guard !beginning.isEmpty else { throw .empty }
    guard let header = RegisterHeader.find(in: beginning) else { throw .headerMissing }
    self.header = header
    mapping = RegisterMapping(header: header, office: office, procedure: procedure)
    for _ in 0..<header.recordCount { _ = reader.next() }
  }

  public mutating func next() -> Row? {
    while let record = reader.next() {
      fields = record.fields
      if let problem = record.problem { return .problem(mapping.problem(problem, in: record)) }
      guard !mapping.isIgnorable(record.fields) else { continue }
      if let problem = mapping.damage(in: record) { return .problem(problem) }
      switch mapping.dossier(from: record) {
      case .failure(let rejected): return .problem(rejected.problem)
      case .success(let dossier):
        guard let earlier = seen[dossier.code.text] else {
          seen[dossier.code.text] = (record.line, dossier)
          return .dossier(dossier, line: record.line)
        }
        // The same row twice in one file is harmless; the same code for two dossiers is not.
        if earlier.dossier == dossier { continue }
        return .problem(mapping.repeated(record, earlier: earlier.line))
      }
    }
    return nil
  }

  private static func decode(
    _ bytes: [UInt8], as encoding: TextEncoding?
  ) throws(ReadError) -> (text: [UInt8], name: String) {
    let chosen = encoding ?? TextEncoding.detect(bytes)
    do {
      let text = try chosen.decode(bytes)
      return (Array(text.normalisedVietnamese.utf8), chosen.rawValue)
    } catch {
      // If a few bytes are damaged, only their rows are rejected and not the whole file.
      if let text = chosen.decodeDamaged(bytes) { return (Array(text.normalisedVietnamese.utf8), chosen.rawValue) }
      throw .encodingUnreadable(chosen.rawValue)
    }
  }
}
