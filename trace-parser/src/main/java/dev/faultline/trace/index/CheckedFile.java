package dev.faultline.trace.index;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.stream.LongStream;

/// The bytes of a mapped file with their check sums, which are compared where somebody reads, chunk by chunk. Who opens
/// a large trace for its summary touches a hundredth of its index.
final class CheckedFile {
    private static final long BY_ONE_THREAD = 64;

    private final MemorySegment bytes;
    private final long[] sums;
    private final Runnable whenDamaged;

    /// @param sums one a chunk
    /// @param whenDamaged what to do first when a sum does not agree
    CheckedFile(MemorySegment bytes, long[] sums, Runnable whenDamaged) {
        this.bytes = bytes;
        this.sums = Arrays.copyOf(sums, sums.length);
        this.whenDamaged = whenDamaged;
    }

    /// The bytes, whether checked or not.
    MemorySegment bytes() {
        return bytes;
    }

    /// Checks all chunks that hold some of these bytes.
    ///
    /// @return end of the last one
    /// @throws DamagedIndexException when one is not what was written
    long check(long from, long to) {
        long last = Math.min(Checks.chunks(to), sums.length);
        LongStream chunks = LongStream.range(from / Checks.CHUNK, last);
        if (last - from / Checks.CHUNK > BY_ONE_THREAD) {
            chunks = chunks.parallel();
        }
        if (to > bytes.byteSize() || !chunks.allMatch(i -> Checks.ofChunk(bytes, i) == sums[(int) i])) {
            whenDamaged.run();
            throw new DamagedIndexException();
        }
        return last * Checks.CHUNK;
    }
}
