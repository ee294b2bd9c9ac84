package dev.faultline.model.reconstruct;

import dev.faultline.model.Range;
import dev.faultline.trace.event.EventCursor;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.List;

/// Pairs begins and ends of ranges. Only one range of a kind may be open per goroutine (pauses, assists), P (sweeps) or
/// in all (the mark phase); an "active" event opens one only if none is open.
final class RangeBuilder {
    final RangeColumns ranges;
    private final UtilizationBuilder utilization;
    private final GoroutineBuilder goroutines;
    private final Int2IntOpenHashMap pauses = openRanges();
    private final Int2IntOpenHashMap assists = openRanges();
    private final Int2IntOpenHashMap sweeps = openRanges();
    private final Int2IntOpenHashMap marks = openRanges();
    /// Ranges that were open before a missing part of the trace and have not been told of since.
    private final IntOpenHashSet unconfirmed = new IntOpenHashSet();
    private long gap;
    private boolean first = true;

    RangeBuilder(RangeColumns ranges, UtilizationBuilder utilization, GoroutineBuilder goroutines) {
        this.ranges = ranges;
        this.utilization = utilization;
        this.goroutines = goroutines;
    }

    private static Int2IntOpenHashMap openRanges() {
        Int2IntOpenHashMap map = new Int2IntOpenHashMap();
        map.defaultReturnValue(-1);
        return map;
    }

    void nextGeneration() {
        first = false;
        for (Int2IntOpenHashMap open : List.of(assists, sweeps, marks)) {
            open.values().removeIf(this::loseUnconfirmed);
        }
        unconfirmed.clear();
    }

    /// A part of the trace is missing before this generation. What is still open now will be told again in it; a pause
    /// never outlasts a generation.
    void afterGap(long time) {
        gap = time;
        pauses.values().forEach(range -> ranges.lose(range, time));
        if (!pauses.isEmpty()) {
            utilization.pausesAreOver(time);
        }
        pauses.clear();
        for (Int2IntOpenHashMap open : List.of(assists, sweeps, marks)) {
            unconfirmed.addAll(open.values());
        }
    }

    private boolean loseUnconfirmed(int range) {
        boolean lost = unconfirmed.contains(range);
        if (lost) {
            ranges.lose(range, gap);
        }
        return lost;
    }

    void pauseBegins(EventCursor e) {
        begin(pauses, Range.Kind.STW, e);
        goroutines.own(e.subject(), e.stack());
        utilization.pauseBegins(e);
    }

    void pauseEnds(EventCursor e) {
        end(pauses, e);
        utilization.pauseEnds(e);
    }

    void markActive(EventCursor e) {
        active(marks, Range.Kind.GC_MARK, e);
    }

    void markBegins(EventCursor e) {
        begin(marks, Range.Kind.GC_MARK, e);
    }

    void markEnds(EventCursor e) {
        end(marks, e);
    }

    void sweepActive(EventCursor e) {
        active(sweeps, Range.Kind.GC_SWEEP, e);
    }

    void sweepBegins(EventCursor e) {
        begin(sweeps, Range.Kind.GC_SWEEP, e);
    }

    void sweepEnds(EventCursor e) {
        end(sweeps, e);
    }

    void assistActive(EventCursor e) {
        active(assists, Range.Kind.MARK_ASSIST, e);
        if (first) {
            if (e.goroutine() >= 0 && executes(e.goroutine())) {
                utilization.assistSinceBegin();
            }
            utilization.assist(e, goroutines.columns.gcWork);
        }
    }

    void assistBegins(EventCursor e) {
        begin(assists, Range.Kind.MARK_ASSIST, e);
        goroutines.own(e.subject(), e.stack());
        utilization.assist(e, goroutines.columns.gcWork);
    }

    void assistEnds(EventCursor e) {
        end(assists, e);
        utilization.assistEnds(e, goroutines.columns.gcWork);
    }

    private boolean executes(int goroutine) {
        int state = goroutines.columns.state[goroutine];
        return state == GoroutineColumns.RUNNING || state == GoroutineColumns.SYSCALL;
    }

    private void begin(Int2IntOpenHashMap open, Range.Kind kind, EventCursor e) {
        int before = open.put(e.subject(), ranges.begin(kind, e.row()));
        if (before >= 0) {
            loseUnconfirmed(before);
        }
    }

    private void active(Int2IntOpenHashMap open, Range.Kind kind, EventCursor e) {
        if (open.containsKey(e.subject())) {
            unconfirmed.remove(open.get(e.subject()));
        } else {
            open.put(e.subject(), ranges.foundOpen(kind, e.row()));
        }
    }

    private void end(Int2IntOpenHashMap open, EventCursor e) {
        int range = open.remove(e.subject());
        if (range >= 0) {
            ranges.end(range, e.row());
        }
    }
}
