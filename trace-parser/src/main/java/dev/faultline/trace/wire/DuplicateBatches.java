package dev.faultline.trace.wire;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/// Knows which batches were seen, so that one that stands in the file twice is read once: a thread opens no two batches
/// at the same time.
final class DuplicateBatches {
    private static final int PREFIX = 32;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final TraceFile file;
    private final LongOpenHashSet seen = new LongOpenHashSet();
    private final LongOpenHashSet mended = new LongOpenHashSet();
    private int count;

    DuplicateBatches(TraceFile file) {
        this.file = file;
    }

    /// What makes a batch the same as another: its header and the begin of its payload.
    long key(BatchHeader header) {
        long key = headerKey(header);
        for (int i = 0; i < Math.min(PREFIX, header.size()); i++) {
            key = mix(key, file.at(header.payload() + i));
        }
        return key;
    }

    private static long headerKey(BatchHeader header) {
        long key = header.generation();
        key = mix(key, header.thread());
        key = mix(key, header.time());
        return mix(key, header.size());
    }

    /// Takes note of a batch; true when it was seen before.
    boolean add(long key) {
        boolean copy = !seen.add(key);
        count += copy ? 1 : 0;
        return copy;
    }

    /// Takes note that a batch was not as long as it said. Its copy is told by the header alone: of the payload, even the
    /// begin may be missing.
    void mend(BatchHeader header) {
        mended.add(headerKey(header));
    }

    /// Whether what was seen of a batch before had to be mended; a copy is better then.
    boolean wasMended(BatchHeader header) {
        return mended.remove(headerKey(header));
    }

    /// Batches that were copies.
    int count() {
        return count;
    }

    private static long mix(long key, long value) {
        long mixed = (key ^ value) * FACTOR;
        return mixed ^ mixed >>> 29;
    }
}
