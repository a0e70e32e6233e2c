import DossierDomain
import OfficeWork
import PageDescription
import Synchronization

/// The PDFs of pages that go to a printer next, so that a paper is drawn once: when it is issued, not again when it is printed.
final class DrawnPages: Sendable {
  /// A paper is printed directly behind its issue; what waits for longer is drawn again then.
  static let most = 2

  private let pages = Mutex<[(page: [UInt8], pdf: [UInt8])]>([])

  /// Draws a page that is to be printed soon.
  func draw(_ page: PageDescription, on device: some PaperDevice) throws(PaperFailure) {
    let bytes = page.bytes
    guard !pages.withLock({ $0.contains { $0.page == bytes } }) else { return }
    let pdf = try device.draw(page)
    pages.withLock { pages in
      pages.append((bytes, pdf))
      if pages.count > Self.most { pages.removeFirst() }
    }
  }

  /// The PDF of a page that is printed now. Nothing of it stays here.
  func take(_ page: PageDescription, from device: some PaperDevice) throws(PaperFailure) -> [UInt8] {
    let bytes = page.bytes
    let drawn = pages.withLock { pages in
      pages.firstIndex { $0.page == bytes }.map { pages.remove(at: $0).pdf }
    }
    if let drawn { return drawn }
    return try device.draw(page)
  }
}

/// A paper as it will be issued, drawn before, since the acts of clerks wait for no drawing.
struct DrawnPaper: Sendable {
  /// The number that it has unless another paper is issued first.
  var number: PaperNumber
  var issuing: OfficeForms.Issuing
  var plain: PageDescription
  var sealed: PageDescription
}
