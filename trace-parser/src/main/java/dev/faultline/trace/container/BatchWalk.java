package dev.faultline.trace.container;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.TraceHeader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Goes from batch to batch of a trace of Go 1.22 or later, looking at nothing but their sizes.
final class BatchWalk {
    private static final int VALUES_BEFORE_SIZE = 3;

    private final MemorySegment bytes;
    private long at;

    private BatchWalk(MemorySegment bytes, long from) {
        this.bytes = bytes;
        this.at = from;
    }

    /// Whether batches follow one another from a header on to the last byte. Then it is one trace and nothing else, and
    /// most of its bytes need not be looked at to know it.
    static boolean reachesEnd(MemorySegment bytes, long header) {
        BatchWalk walk = new BatchWalk(bytes, header + TraceHeader.SIZE);
        while (walk.at < bytes.byteSize()) {
            if (!walk.step()) {
                return false;
            }
        }
        return walk.at == bytes.byteSize();
    }

    private boolean step() {
        int first = next();
        if (first == EventType.END_OF_GENERATION.id()) {
            return true;
        }
        boolean experimental = first == EventType.EXPERIMENTAL_BATCH.id();
        if (!experimental && first != EventType.EVENT_BATCH.id()) {
            return false;
        }
        if (experimental) {
            next();
        }
        for (int i = 0; i < VALUES_BEFORE_SIZE; i++) {
            varint();
        }
        long size = varint();
        at += size;
        return size >= 0 && at >= 0;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            int b = next();
            value |= shift < Long.SIZE ? (b & 0x7fL) << shift : 0;
            if (b < 0x80) {
                return value;
            }
        }
    }

    /// The next byte; zeros behind the end.
    private int next() {
        long offset = at++;
        return offset < bytes.byteSize() ? bytes.get(ValueLayout.JAVA_BYTE, offset) & 0xff : 0;
    }
}
