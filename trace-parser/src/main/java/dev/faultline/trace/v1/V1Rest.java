package dev.faultline.trace.v1;

import dev.faultline.trace.column.Sorted;
import dev.faultline.trace.format.ByteRange;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// What is left of a file without some of its stretches.
final class V1Rest {
    /// Offset and length of each stretch that is left out, in file order.
    private final LongArrayList stretches = new LongArrayList();
    /// Bytes left out before each stretch.
    private final LongArrayList before = new LongArrayList();
    private long bytes;

    /// Leaves a stretch out. Stretches come in file order.
    void leaveOut(long from, long length) {
        stretches.add(from);
        stretches.add(length);
        before.add(bytes);
        bytes += length;
    }

    void clear() {
        stretches.clear();
        before.clear();
        bytes = 0;
    }

    boolean isEmpty() {
        return stretches.isEmpty();
    }

    /// How many stretches are left out.
    int count() {
        return stretches.size() / 2;
    }

    /// How many bytes are left out.
    long bytes() {
        return bytes;
    }

    /// The stretches in file order.
    List<ByteRange> stretches() {
        List<ByteRange> all = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i += 2) {
            all.add(new ByteRange(stretches.getLong(i), stretches.getLong(i + 1)));
        }
        return all;
    }

    /// What is left of the file.
    MemorySegment of(MemorySegment file) {
        MemorySegment left = MemorySegment.ofArray(new byte[Math.toIntExact(file.byteSize() - bytes)]);
        long from = 0;
        long to = 0;
        for (int i = 0; i <= stretches.size(); i += 2) {
            boolean last = i == stretches.size();
            long end = last ? file.byteSize() : stretches.getLong(i);
            MemorySegment.copy(file, from, left, to, end - from);
            to += end - from;
            from = last ? end : end + stretches.getLong(i + 1);
        }
        return left;
    }

    /// Offset in the file of an offset in what is left of it.
    long original(long offset) {
        int behind = Sorted.first(0, count(), i -> stretches.getLong(2 * i) - before.getLong(i) > offset);
        return offset + (behind == count() ? bytes : before.getLong(behind));
    }
}
