package dev.faultline.trace.write;

/// What was written, and what of it a trace of its own cannot tell.
///
/// @param fromNs where it begins, nanoseconds since the whole trace's first event
/// @param toNs where it ends
/// @param fromMoved whether it begins elsewhere than asked for, since the world was stopped there
/// @param toMoved whether it ends elsewhere, likewise
/// @param generations how many it has, 1 or more
/// @param damaged generations that were damaged and had to be put together again
/// @param bytes of the file
/// @param lost what is not told any more
public record WrittenTrace(long fromNs, long toNs, boolean fromMoved, boolean toMoved, int generations, int damaged,
        long bytes, Lost lost) {
    /// What only what stands before a stretch would tell; all 0 for a whole trace.
    ///
    /// @param creators goroutines that exist when it begins: who created them is not told
    /// @param reasons how many of them wait: why is not told
    /// @param tasks tasks that began before and were not ended
    /// @param regions regions that began before and were not ended
    public record Lost(long creators, long reasons, long tasks, long regions) {
        static final Lost NOTHING = new Lost(0, 0, 0, 0);
    }
}
