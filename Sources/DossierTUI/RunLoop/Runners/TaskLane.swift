import Dispatch

/// Runs the jobs of a task, one after the other, on a queue of our own. Swift's own executor uses libdispatch's shared pool
/// of threads, whose watch over itself then wakes the program once a second for good.
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
