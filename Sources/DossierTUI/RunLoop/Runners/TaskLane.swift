import Dispatch

/// Runs the jobs of a task one after the other on its own queue. Swift's default executor would use libdispatch's
/// shared thread pool, whose monitoring then wakes the process every second until it ends.
final class TaskLane: TaskExecutor {
  private let queue: DispatchQueue

  init(_ label: String) {
    queue = DispatchQueue(label: label, qos: .utility)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
