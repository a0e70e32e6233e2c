/// Names of paths and content types; docs/openapi.yaml describes them.
public enum SyncMedia {
  public static let syncPath = "/v1/sync"
  public static let enrolPath = "/v1/enrol"
  public static let blobsPath = "/v1/blobs/"

  /// One zstd frame with one message.
  public static let sync = "application/vnd.dossier.sync"
  public static let enrol = "application/vnd.dossier.enrol"
  public static let problem = "application/vnd.dossier.problem"
  public static let bytes = "application/octet-stream"
}
