import CPango

/// A text that pango has set; it lives as long as one of its lines.
final class TextLayout {
  let pointer: OpaquePointer

  /// - Throws: `PaperFault.faces` if pango has no memory for it.
  init(_ faces: Faces) throws(PaperFault) {
    guard let pointer = pango_layout_new(faces.context) else { throw .faces }
    self.pointer = pointer
  }

  deinit { cpango_unref(UnsafeMutableRawPointer(pointer)) }
}
