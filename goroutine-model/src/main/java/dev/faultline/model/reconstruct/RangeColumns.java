package dev.faultline.model.reconstruct;

import dev.faultline.model.Range;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Strings;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// Ranges as the two rows that bound them; all else is read off these rows when a [Range] is asked for.
final class RangeColumns extends AbstractList<Range> implements RandomAccess {
    private static final Range.Kind[] KINDS = Range.Kind.values();

    private final EventStore events;
    private final Strings strings;
    final IntArrayList kinds = new IntArrayList();
    /// Row of the start, or, shifted below -1, of the event that told that the range was open already.
    final IntArrayList firstRows = new IntArrayList();
    final IntArrayList endRows = new IntArrayList();
    /// When ranges were last known to be open whose end is in a missing part of the trace.
    final Int2LongOpenHashMap lastKnown = new Int2LongOpenHashMap();
    long end;
    int firstGenerationEnd;

    RangeColumns(EventStore events, Strings strings) {
        this.events = events;
        this.strings = strings;
    }

    /// @return the index of the new range
    int begin(Range.Kind kind, int row) {
        return add(kind, row);
    }

    /// @return the index of the new range
    int foundOpen(Range.Kind kind, int row) {
        return add(kind, -2 - row);
    }

    private int add(Range.Kind kind, int first) {
        kinds.add(kind.ordinal());
        firstRows.add(first);
        endRows.add(-1);
        return kinds.size() - 1;
    }

    void end(int range, int row) {
        endRows.set(range, row);
    }

    /// Tells that a range ended nobody knows when, after a time.
    void lose(int range, long time) {
        lastKnown.put(range, time);
    }

    /// @param traceEnd end of the ranges that are still open
    /// @param firstGenerationToRow rows before it say what was so since the trace began
    void finish(long traceEnd, int firstGenerationToRow) {
        end = traceEnd;
        firstGenerationEnd = firstGenerationToRow;
    }

    @Override
    public int size() {
        return kinds.size();
    }

    @Override
    public Range get(int i) {
        Range.Kind kind = KINDS[kinds.getInt(i)];
        int endRow = endRows.getInt(i);
        boolean openStart = firstRows.getInt(i) < 0;
        int first = openStart ? -2 - firstRows.getInt(i) : firstRows.getInt(i);
        long start = openStart && first < firstGenerationEnd ? 0 : events.time(first);
        long stop = Math.max(start, endRow < 0 ? lastKnown.getOrDefault(i, end) : events.time(endRow));
        int subject = events.subject(first);
        int goroutine = switch (kind) {
            case GC_MARK -> -1;
            case GC_SWEEP -> sweeper(first, endRow);
            case MARK_ASSIST, STW -> subject;
        };
        String reason = kind == Range.Kind.STW ? strings.get((int) events.a(first)) : "";
        long a = switch (kind) {
            case GC_MARK -> events.a(first);
            case GC_SWEEP -> endRow < 0 ? 0 : events.a(endRow);
            case MARK_ASSIST, STW -> 0;
        };
        long b = kind == Range.Kind.GC_SWEEP && endRow >= 0 ? events.b(endRow) : 0;
        return new Range(kind, reason, start, stop, openStart, endRow < 0, goroutine,
                kind == Range.Kind.GC_SWEEP ? subject : -1, events.stack(first), first, a, b);
    }

    /// Sweeps belong to a P; the goroutine is known only where one and the same ran at both ends.
    private int sweeper(int first, int endRow) {
        int goroutine = events.goroutine(first);
        return endRow < 0 || events.goroutine(endRow) == goroutine ? goroutine : -1;
    }

    /// The ranges of one kind.
    List<Range> ofKind(Range.Kind kind) {
        IntArrayList picked = new IntArrayList();
        for (int i = 0; i < size(); i++) {
            if (kinds.getInt(i) == kind.ordinal()) {
                picked.add(i);
            }
        }
        picked.trim();
        return new AbstractList<>() {
            @Override
            public Range get(int i) {
                return RangeColumns.this.get(picked.getInt(i));
            }

            @Override
            public int size() {
                return picked.size();
            }
        };
    }
}
