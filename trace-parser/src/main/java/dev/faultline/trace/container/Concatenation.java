package dev.faultline.trace.container;

import dev.faultline.trace.format.TraceHeader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Several traces one after the other in one file, as `cat` or a program that starts its trace twice leaves them. Each
/// becomes a source of its own, named `file.trace!/1`, `file.trace!/2`.
final class Concatenation {
    /// Part of every header. Searched from its last byte on, so that most bytes of the file are never looked at.
    private static final byte[] MARK = "trace\0\0".getBytes(StandardCharsets.US_ASCII);
    /// Each is opened by itself; what comes behind stays with the last one.
    static final int MOST_TRACES = 1000;
    private static final int[] SKIP = skips();
    private static final int V1_BATCH = 0x41;
    private static final int FIRST_V2 = 22;

    private Concatenation() {
    }

    /// The traces in a source; the source itself when there is but one.
    static List<TraceSource> split(TraceSource source, Wanted wanted) {
        if (HeaderSearch.minorAt(source.bytes(), 0) >= FIRST_V2 && BatchWalk.reachesEnd(source.bytes(), 0)) {
            return only(source, wanted);
        }
        List<Long> starts = starts(source.bytes());
        if (starts.size() < 2) {
            return only(source, wanted);
        }
        List<TraceSource> parts = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            long from = i == 0 ? 0 : starts.get(i);
            long to = i + 1 < starts.size() ? starts.get(i + 1) : source.bytes().byteSize();
            String name = source.name() + Wanted.INNER + (i + 1);
            if (wanted.takes(name)) {
                TraceSource part = new TraceSource(name, source.bytes().asSlice(from, to - from), source.notices(),
                        source.complete(), source.memory(), source.stamp().part(from, to));
                parts.add(i == 0 ? part : part.noting("it begins at byte " + from + " of the file", true));
            }
        }
        if (parts.isEmpty()) {
            source.close();
        }
        AtomicInteger users = new AtomicInteger(parts.size());
        return parts.stream().map(p -> new TraceSource(p.name(), p.bytes(), p.notices(), p.complete(), () -> {
            if (users.decrementAndGet() == 0) {
                source.memory().free();
            }
        }, p.stamp())).toList();
    }

    private static List<TraceSource> only(TraceSource source, Wanted wanted) {
        if (wanted.takes(source.name())) {
            return List.of(source);
        }
        source.close();
        return List.of();
    }

    private static List<Long> starts(MemorySegment bytes) {
        List<Long> starts = new ArrayList<>();
        long size = bytes.byteSize();
        for (long end = MARK.length - 1; end < size && starts.size() < MOST_TRACES;) {
            int last = bytes.get(ValueLayout.JAVA_BYTE, end) & 0xff;
            int skip = SKIP[last];
            if (skip == 0) {
                long header = headerAround(bytes, end);
                if (header >= 0 && beginsTrace(bytes, header)) {
                    starts.add(header);
                }
                skip = 1;
            }
            end += skip;
        }
        return starts;
    }

    /// Offset of the header whose mark ends at `end`, behind `go 1.`, one to three digits and a blank; or -1.
    private static long headerAround(MemorySegment bytes, long end) {
        for (int i = 0; i < MARK.length; i++) {
            if (end - i < 0 || bytes.get(ValueLayout.JAVA_BYTE, end - i) != MARK[MARK.length - 1 - i]) {
                return -1;
            }
        }
        long blank = end - MARK.length;
        for (int digits = 1; digits <= 3; digits++) {
            long start = blank - digits - "go 1.".length();
            if (HeaderSearch.minorAt(bytes, start) >= 0) {
                return start;
            }
        }
        return -1;
    }

    /// A header alone may be a text that the program traced; a trace goes on with a batch, or ends at once.
    private static boolean beginsTrace(MemorySegment bytes, long header) {
        long end = header + TraceHeader.SIZE;
        if (header == 0 || end == bytes.byteSize()) {
            return true;
        }
        int next = bytes.get(ValueLayout.JAVA_BYTE, end) & 0xff;
        return HeaderSearch.minorAt(bytes, header) < FIRST_V2
                ? next == V1_BATCH
                : next == 1 || next == 49 || next == 52;
    }

    /// How far the end of the mark may move when the byte there is this one; 0 for the mark's own last byte.
    private static int[] skips() {
        int[] skips = new int[256];
        java.util.Arrays.fill(skips, MARK.length);
        for (int i = 0; i < MARK.length; i++) {
            skips[MARK[i]] = MARK.length - 1 - i;
        }
        return skips;
    }
}
