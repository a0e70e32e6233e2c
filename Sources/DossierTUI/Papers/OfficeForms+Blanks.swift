import Documents
import DossierDomain
import PageDescription

extension OfficeForms {
  /// Blank receipts with these codes, a sheet each.
  func blanks(_ codes: [DossierCode], of office: Office, at now: Instant) -> PageDescription {
    let issuer = PaperIssuer(
      office: office, clerk: "", at: now, phone: settings.officePhone, website: settings.officeWebsite)
    return BlankReceiptPaper(codes: codes, issue: issuer).page(templates)
  }
}
