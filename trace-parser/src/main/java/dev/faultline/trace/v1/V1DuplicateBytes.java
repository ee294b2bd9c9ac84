package dev.faultline.trace.v1;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Finds stretches of a damaged file that stand in it twice in a row, as a copy that was resumed at the wrong place leaves
/// them, and gives the file without their second copies. Nothing in the format tells them from events that came again,
/// but time steps and sequence numbers hardly ever repeat for long; where they do so often, it is the program's doing.
final class V1DuplicateBytes {
    /// Bytes that a stretch must have, in the first search and in one that is made when it finds nothing.
    static final int LONG = 64;
    static final int SHORT = 24;
    /// The same where nothing else speaks of damage.
    static final int SURE = 256;

    private static final int MOST_COPIES = 4;
    private static final int MOST_PLACES = 1 << 22;
    private static final int LEAST_PLACES = 1 << 10;
    /// Bytes compared for each byte of the file, so that a hostile one does not take long.
    private static final int COMPARISONS_PER_BYTE = 16;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final MemorySegment bytes;
    private final long size;
    private final int least;
    /// Offset plus 1 of the last place with a hash. Later ones overwrite earlier ones.
    private final long[] places;
    private final int shift;
    private final V1Rest rest = new V1Rest();
    private long comparisons;

    private V1DuplicateBytes(MemorySegment bytes, int least) {
        this.bytes = bytes;
        this.size = bytes.byteSize();
        this.least = least;
        int room = Math.clamp(size, LEAST_PLACES, MOST_PLACES);
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(room - 1);
        this.places = new long[1 << bits];
        this.shift = Long.SIZE - bits;
        this.comparisons = size * COMPARISONS_PER_BYTE;
    }

    /// Looks through a file that is known to be damaged, from an offset on.
    static V1Rest inDamaged(MemorySegment bytes, long from) {
        V1Rest found = search(bytes, from, LONG);
        return found.isEmpty() ? search(bytes, from, SHORT) : found;
    }

    /// Looks through a file that seems to be sound.
    static V1Rest inSound(MemorySegment bytes, long from) {
        return search(bytes, from, SURE);
    }

    /// Nothing is found in a file that is larger than memory should be.
    private static V1Rest search(MemorySegment bytes, long from, int least) {
        V1DuplicateBytes copies = new V1DuplicateBytes(bytes, least);
        if (V1Limits.mayBeCopied(bytes.byteSize())) {
            copies.search(from);
        }
        if (copies.rest.count() > MOST_COPIES) {
            copies.rest.clear();
        }
        return copies.rest;
    }

    /// Looks each place up by a rolling hash of the bytes before it.
    private void search(long begin) {
        long oldest = 1;
        for (int i = 1; i < least; i++) {
            oldest *= FACTOR;
        }
        long hash = 0;
        long from = begin;
        for (long at = begin; at < size; at++) {
            if (at >= begin + least) {
                hash -= get(at - least) * oldest;
            }
            hash = hash * FACTOR + get(at);
            if (at >= begin + least) {
                int slot = (int) ((hash ^ hash >>> 32) * FACTOR >>> shift);
                long before = places[slot] - 1;
                places[slot] = at + 1;
                if (before >= 0 && at >= from && at - before >= least && comparisons > 0) {
                    from = Math.max(from, behindCopy(before, at, from));
                }
            }
        }
    }

    /// Takes note of a copy around `at` that repeats the bytes around `before`; gives the offset behind it, or -1.
    ///
    /// @param from where the copy may begin
    private long behindCopy(long before, long at, long from) {
        long distance = at - before;
        long end = at;
        while (end < size && end < at + distance && same(end, distance)) {
            end++;
        }
        long start = at;
        while (start > from && start > distance && end - start < distance && same(start - 1, distance)) {
            start--;
        }
        if (end - start < distance) {
            return -1;
        }
        if (least < SURE || !repeatsWithin(start, distance)) {
            rest.leaveOut(start, distance);
        }
        return start + distance;
    }

    /// Whether the start of a stretch comes again in it: then the program does the same again and again.
    private boolean repeatsWithin(long start, long length) {
        for (long at = start + 1; at + LONG <= start + length; at++) {
            comparisons--;
            if (bytes.asSlice(at, LONG).mismatch(bytes.asSlice(start, LONG)) < 0) {
                return true;
            }
        }
        return false;
    }

    private boolean same(long at, long distance) {
        comparisons--;
        return get(at) == get(at - distance);
    }

    private byte get(long at) {
        return bytes.get(ValueLayout.JAVA_BYTE, at);
    }
}
