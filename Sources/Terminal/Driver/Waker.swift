import Glibc

/// Wakes the UI thread from any other thread by writing one byte into the pipe that the loop polls.
public struct Waker: Sendable {
  let descriptor: Int32

  public func wake() {
    var byte: UInt8 = 1
    // If the pipe is full, a wake-up is pending already, so the error is ignored.
    _ = write(descriptor, &byte, 1)
  }
}
