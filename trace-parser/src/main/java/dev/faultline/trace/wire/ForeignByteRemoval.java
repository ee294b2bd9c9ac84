package dev.faultline.trace.wire;

/// Mends a batch that is longer than it says: somebody else's bytes stand in it. They are found when they are text, or
/// when they repeat what stands before them, and when the rest makes sense without them.
final class ForeignByteRemoval {
    /// Places tried, so that hostile bytes do not take long.
    private static final int TRIES = 64;

    private final TraceFile file;
    private final Batch stretched;
    private final int excess;
    private int tries;

    private ForeignByteRemoval(TraceFile file, Batch stretched, int excess) {
        this.file = file;
        this.stretched = stretched;
        this.excess = excess;
    }

    /// The batch without the foreign bytes, or as it is when none are found.
    ///
    /// @param stretched the batch with all bytes up to the next one
    /// @param declared size that its header tells
    static Batch mend(TraceFile file, Batch stretched, int declared) {
        int excess = stretched.size() - declared;
        if (excess <= 0 || declared <= 0) {
            return stretched;
        }
        ForeignByteRemoval excision = new ForeignByteRemoval(file, stretched, excess);
        Batch mended = excision.withoutRun(0);
        return mended != stretched ? mended : excision.withoutRun(excess);
    }

    /// Looks for as many bytes in a row as there are too many.
    ///
    /// @param distance to the byte that each repeats, 0 to look for text
    private Batch withoutRun(int distance) {
        int run = 0;
        // what is repeated may begin in the header
        long from = Math.max(0, stretched.offset() - BatchHeader.MAX_BYTES) + distance;
        for (long at = Math.max(from, stretched.offset()); at < stretched.end() && tries < TRIES; at++) {
            boolean foreign = distance == 0
                    ? TextBytes.isText(file.bytes(), at)
                    : file.at(at) == file.at(at - distance);
            run = foreign ? run + 1 : 0;
            if (run >= excess && at + 1 - excess >= stretched.offset()) {
                tries++;
                Batch mended = stretched.without(at + 1 - excess, excess);
                if (PayloadCheck.endsCleanly(file, mended)) {
                    return mended;
                }
            }
        }
        return stretched;
    }
}
