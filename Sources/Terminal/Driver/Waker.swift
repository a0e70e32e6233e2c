import Glibc

/// Wakes the UI thread from any other: writes one byte into the pipe that the loop polls.
public struct Waker: Sendable {
  let descriptor: Int32

  public func wake() {
    var byte: UInt8 = 1
    // A full pipe means that a wake-up is on its way already.
    _ = write(descriptor, &byte, 1)
  }
}
