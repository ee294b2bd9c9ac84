package dev.faultline.model;

import java.util.Arrays;

/// Finished waits of one kind by the stack at which they began, as `go tool trace` defines its pprof-like profiles
/// (cmd/trace/pprof.go). Waits still open at the end of the trace do not count.
public final class WaitProfile {
    /// The four profiles of cmd/trace.
    public enum Kind {
        /// Waits for the network poller.
        NET,
        /// Blocked on channels, locks and `select`.
        SYNC,
        /// In system calls.
        SYSCALL,
        /// Ready to run but not running.
        SCHED,
        /// Waits that no profile books.
        NONE;

        /// The profile of a wait, by its reason's text.
        public static Kind ofReason(String reason) {
            if (reason.equals("network")) {
                return NET;
            }
            return reason.contains("chan") || reason.contains("sync") || reason.contains("select") ? SYNC : NONE;
        }
    }

    private long[] counts = {};
    private long[] nanos = {};
    private long count;
    private long ns;

    /// Makes room for waits at stacks whose ids lie below a bound.
    public void ensure(int stacks) {
        if (stacks > counts.length) {
            int size = Math.max(stacks, counts.length + (counts.length >> 1));
            counts = Arrays.copyOf(counts, size);
            nanos = Arrays.copyOf(nanos, size);
        }
    }

    /// One finished wait more.
    ///
    /// @param stack id of the stack at which it began, below the bound given to [#ensure]
    /// @param duration in nanoseconds
    public void add(int stack, long duration) {
        add(stack, 1, duration);
    }

    /// Some finished waits more.
    ///
    /// @param stack id of the stack at which they began, below the bound given to [#ensure]
    /// @param waits how many
    /// @param duration of all of them, in nanoseconds
    public void add(int stack, long waits, long duration) {
        counts[stack] += waits;
        nanos[stack] += duration;
        count += waits;
        ns += duration;
    }

    /// Number of finished waits.
    public long count() {
        return count;
    }

    /// Their summed time in nanoseconds.
    public long ns() {
        return ns;
    }

    /// Stack ids at which waits began lie below this bound.
    public int stacks() {
        return counts.length;
    }

    /// Number of finished waits that began at a stack (0: without stack).
    public long count(int stack) {
        return counts[stack];
    }

    /// Their summed time in nanoseconds.
    public long ns(int stack) {
        return nanos[stack];
    }
}
