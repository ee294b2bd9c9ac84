package dev.faultline.model.reconstruct;

import dev.faultline.model.Range.Kind;
import dev.faultline.trace.event.EventCursor;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Pairs begins and ends of ranges. Only one range of a kind may be open per goroutine (pauses, assists), P (sweeps) or
/// in all (the mark phase); an "active" event opens one only if none is open.
final class RangeBuilder {
    /// Kinds that a generation may find open.
    private static final List<Kind> LASTING = List.of(Kind.MARK_ASSIST, Kind.GC_SWEEP, Kind.GC_MARK);

    final RangeColumns ranges;
    private final UtilizationBuilder utilization;
    private final GoroutineBuilder goroutines;
    /// Open ranges of each kind, by whose they are.
    private final Map<Kind, Int2IntOpenHashMap> open = new EnumMap<>(Kind.class);
    /// Ranges that were open before a missing part of the trace and have not been told of since.
    private final IntOpenHashSet unconfirmed = new IntOpenHashSet();
    private long gap;
    private boolean first = true;

    RangeBuilder(RangeColumns ranges, UtilizationBuilder utilization, GoroutineBuilder goroutines) {
        this.ranges = ranges;
        this.utilization = utilization;
        this.goroutines = goroutines;
        for (Kind kind : Kind.values()) {
            Int2IntOpenHashMap ofKind = new Int2IntOpenHashMap();
            ofKind.defaultReturnValue(-1);
            open.put(kind, ofKind);
        }
    }

    void nextGeneration() {
        first = false;
        for (Kind kind : LASTING) {
            open(kind).values().removeIf(this::loseUnconfirmed);
        }
        unconfirmed.clear();
    }

    /// A part of the trace is missing before this generation. What is still open now will be told again in it; a pause
    /// never outlasts a generation.
    void afterGap(long time) {
        gap = time;
        Int2IntOpenHashMap pauses = open(Kind.STW);
        pauses.values().forEach(range -> ranges.lose(range, time));
        if (!pauses.isEmpty()) {
            utilization.pausesAreOver(time);
        }
        pauses.clear();
        for (Kind kind : LASTING) {
            unconfirmed.addAll(open(kind).values());
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
        begin(Kind.STW, e);
        goroutines.own(e.subject(), e.stack());
        utilization.pauseBegins(e);
    }

    void pauseEnds(EventCursor e) {
        end(Kind.STW, e);
        utilization.pauseEnds(e);
    }

    void assistActive(EventCursor e) {
        active(Kind.MARK_ASSIST, e);
        if (first) {
            if (e.goroutine() >= 0 && executes(e.goroutine())) {
                utilization.assistSinceBegin();
            }
            utilization.assist(e, goroutines.columns.gcWork);
        }
    }

    void assistBegins(EventCursor e) {
        begin(Kind.MARK_ASSIST, e);
        goroutines.own(e.subject(), e.stack());
        utilization.assist(e, goroutines.columns.gcWork);
    }

    void assistEnds(EventCursor e) {
        end(Kind.MARK_ASSIST, e);
        utilization.assistEnds(e, goroutines.columns.gcWork);
    }

    private Int2IntOpenHashMap open(Kind kind) {
        return Objects.requireNonNull(open.get(kind));
    }

    private boolean executes(int goroutine) {
        int state = goroutines.columns.state[goroutine];
        return state == GoroutineColumns.RUNNING || state == GoroutineColumns.SYSCALL;
    }

    /// A range of a kind begins.
    void begin(Kind kind, EventCursor e) {
        int before = open(kind).put(e.subject(), ranges.begin(kind, e.row()));
        if (before >= 0) {
            loseUnconfirmed(before);
        }
    }

    /// A range of a kind is open.
    void active(Kind kind, EventCursor e) {
        Int2IntOpenHashMap ofKind = open(kind);
        if (ofKind.containsKey(e.subject())) {
            unconfirmed.remove(ofKind.get(e.subject()));
        } else {
            ofKind.put(e.subject(), ranges.foundOpen(kind, e.row()));
        }
    }

    /// A range of a kind ends.
    void end(Kind kind, EventCursor e) {
        int range = open(kind).remove(e.subject());
        if (range >= 0) {
            ranges.end(range, e.row());
        }
    }
}
