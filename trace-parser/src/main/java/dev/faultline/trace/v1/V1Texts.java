package dev.faultline.trace.v1;

import dev.faultline.trace.wire.TextBytes;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Finds lines of text that were written into a trace: there decoding fails, and without them it goes on.
final class V1Texts {
    /// Shortest line, its end included.
    private static final int LEAST = 5;
    /// Bytes around damage in which a line is looked for.
    private static final int NEAR = 4096;
    /// Bytes before a line that happen to look like text, too.
    private static final int PRINTABLE_DATA = 24;
    /// Bytes decoded behind a line to see whether it goes on.
    private static final int SEEN = 4096;
    /// Bytes walked to find where a record begins, and those decoded behind a line, over all lines of a file.
    private static final long MOST_WALKED = 64L << 20;

    private final MemorySegment bytes;
    private final int minor;
    private final V1Index index;
    private final V1Rest rest = new V1Rest();
    private long walked;
    private long from;

    private V1Texts(MemorySegment bytes, int minor, V1Index index) {
        this.bytes = bytes;
        this.minor = minor;
        this.index = index;
    }

    /// The lines at the gaps of an index.
    static V1Rest in(MemorySegment bytes, int minor, V1Index index) {
        V1Texts texts = new V1Texts(bytes, minor, index);
        if (V1Limits.mayBeCopied(bytes.byteSize())) {
            for (V1Index.Gap gap : index.gaps) {
                texts.at(gap.from());
            }
        }
        return texts.rest;
    }

    /// Looks for lines at the place where decoding failed, which may be a little behind them.
    private void at(long failed) {
        if (failed < from) {
            return;
        }
        long inside = failed;
        long least = Math.max(from, failed - NEAR);
        while (inside > least && !isText(inside)) {
            inside--;
        }
        long begin = inside;
        while (begin > least && isText(begin - 1)) {
            begin--;
        }
        long end = inside;
        long lines = -1;
        while (end < bytes.byteSize() && end - inside < NEAR && isText(end)) {
            end++;
            lines = get(end - 1) == '\n' ? end : lines;
        }
        if (lines - begin >= LEAST) {
            leaveOut(begin, lines);
        }
    }

    private void leaveOut(long begin, long end) {
        long record = recordBefore(begin);
        if (record < 0) {
            return;
        }
        for (long start = begin; start < Math.min(begin + PRINTABLE_DATA, end - LEAST + 1)
                && walked < MOST_WALKED; start++) {
            if (goesOn(record, start, end)) {
                rest.leaveOut(start, end - start);
                from = end;
                return;
            }
        }
    }

    /// Where the record begins that stands at an offset; -1 when no batch is known to.
    private long recordBefore(long offset) {
        int batch = index.batches.holding(offset);
        if (batch == V1Batches.NONE) {
            return -1;
        }
        V1Decoder in = new V1Decoder(bytes, minor);
        in.at = index.batches.from(batch);
        long record = in.at;
        while (in.at <= offset && walked < MOST_WALKED) {
            record = in.at;
            if (!in.next()) {
                return -1;
            }
            walked += in.at - record;
        }
        return record;
    }

    /// Whether records follow each other when a stretch is left out.
    private boolean goesOn(long record, long start, long end) {
        int before = (int) (start - record);
        int behind = (int) Math.min(SEEN, bytes.byteSize() - end);
        walked += before + behind;
        byte[] joined = new byte[before + behind];
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, record, joined, 0, before);
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, end, joined, before, behind);
        return new V1Resync(MemorySegment.ofArray(joined), minor, index.batches).goesOnFromStart();
    }

    private boolean isText(long at) {
        return TextBytes.isText(bytes, at);
    }

    private byte get(long at) {
        return at < bytes.byteSize() ? bytes.get(ValueLayout.JAVA_BYTE, at) : 0;
    }
}
