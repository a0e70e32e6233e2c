import CPango
import PageDescription

/// The faces in which papers are set, and the context in which pango measures them. No configuration, cache or face of the system is
/// used, so that a paper looks the same on each machine.
///
/// Its objects live as long as the process, which draws one paper.
struct Faces {
  static let family = "Dossier Serif"
  static let files = ["Regular", "Bold", "Italic", "BoldItalic"].map { "DossierSerif-" + $0 + ".ttf" }

  /// Resolution 72: a unit is a point.
  let context: OpaquePointer
  /// What all four faces have.
  private let letters: OpaquePointer

  /// - Throws: `PaperFault.faces` if the folder has not exactly them.
  init(folder: String) throws(PaperFault) {
    guard let configuration = FcConfigCreate() else { throw .faces }
    for file in Self.files {
      guard FcConfigAppFontAddFile(configuration, folder + "/" + file) == FcTrue else { throw .faces }
    }
    letters = try Self.letters(of: configuration)
    // Pango's own start reads the system's configuration unless there is a current one.
    guard FcConfigSetCurrent(configuration) == FcTrue, let map = pango_cairo_font_map_new() else { throw .faces }
    let pointer = OpaquePointer(map)
    pango_fc_font_map_set_config(pointer, configuration)
    pango_cairo_font_map_set_resolution(pointer, 72)
    guard let context = pango_font_map_create_context(map) else { throw .faces }
    let options = cairo_font_options_create()
    defer { cairo_font_options_destroy(options) }
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    pango_cairo_context_set_resolution(context, 72)
    pango_context_set_language(context, pango_language_from_string("vi"))
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
    pango_context_set_round_glyph_positions(context, 0)
    self.context = context
  }

  /// The first letter of the text that a face lacks. Control characters are in no face.
  func missing(in text: String) -> Unicode.Scalar? {
    text.unicodeScalars.first { FcCharSetHasChar(letters, $0.value) != FcTrue }
  }

  private static func letters(of configuration: OpaquePointer) throws(PaperFault) -> OpaquePointer {
    guard let set = FcConfigGetFonts(configuration, FcSetApplication), set.pointee.nfont == Int32(files.count),
      var letters = FcCharSetCreate()
    else { throw .faces }
    for place in 0..<files.count {
      var name: UnsafeMutablePointer<FcChar8>?
      var covered: OpaquePointer?
      guard let pattern = set.pointee.fonts[place],
        FcPatternGetString(pattern, FC_FAMILY, 0, &name) == FcResultMatch, let name, String(cString: name) == family,
        FcPatternGetCharSet(pattern, FC_CHARSET, 0, &covered) == FcResultMatch, let covered,
        let common = place == 0 ? FcCharSetCopy(covered) : FcCharSetIntersect(letters, covered)
      else { throw .faces }
      FcCharSetDestroy(letters)
      letters = common
    }
    return letters
  }
}
