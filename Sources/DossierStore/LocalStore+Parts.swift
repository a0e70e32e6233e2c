/// The parts by trade.
extension LocalStore {
  /// Decides and records.
  public var decisions: DecisionStore { DecisionStore(read: read, write: write, random: random) }
  /// Rows and cards of dossiers.
  public var queue: QueueStore { QueueStore(read: read) }
  /// What the office is: settings, clerks, days.
  public var office: OfficeStore { OfficeStore(read: read, write: write) }
  /// What was typed and is not recorded yet.
  public var drafts: DraftStore { DraftStore(read: read, write: write) }
  /// Counts over days and periods.
  public var reports: ReportStore { ReportStore(read: read) }
  /// Dossiers and people by words.
  public var search: SearchStore { SearchStore(connection: searcher) }
  /// What goes to the province and comes from it.
  public var exchange: ExchangeStore {
    ExchangeStore(read: read, write: write, random: random, unlocked: unlocked, folder: scanFolder)
  }
  /// Scanned papers, sealed in files beside the database.
  public var scans: ScanStore { ScanStore(read: read, write: write, folder: scanFolder) }
  public var books: BookStore { BookStore(read: read, write: write) }
  /// Who sits here, and what she signs.
  public var signIn: SignInStore {
    SignInStore(read: read, write: write, lookingOn: lookingOn, tries: tries, unlocked: unlocked)
  }
  public var backups: BackupStore {
    BackupStore(read: read, write: write, folder: folder, scans: scans, spent: spent)
  }
  /// Checks the data and makes again what is derived.
  public var upkeep: UpkeepStore { UpkeepStore(read: read, write: write, folder: folder, scans: scans) }
}
