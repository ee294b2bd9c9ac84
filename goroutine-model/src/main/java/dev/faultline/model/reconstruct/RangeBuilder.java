package dev.faultline.model.reconstruct;

import dev.faultline.model.Range.Kind;
import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.Effect.Edge;
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
    private int generations;
    private boolean first;

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

    /// A generation begins.
    void nextGeneration() {
        first = generations++ == 0;
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

    /// A pause begins or ends.
    void pause(EventCursor e, Edge edge) {
        take(Kind.STW, e, edge);
        if (edge == Edge.BEGIN) {
            utilization.pauseBegins(e);
        } else {
            utilization.pauseEnds(e);
        }
    }

    /// An assist begins, ends, or is under way.
    void assist(EventCursor e, Edge edge) {
        take(Kind.MARK_ASSIST, e, edge);
        byte[] gcWork = goroutines.columns.gcWork;
        if (edge == Edge.END) {
            utilization.assistEnds(e, gcWork);
        } else if (edge == Edge.BEGIN) {
            utilization.assist(e, gcWork);
        } else if (first) {
            if (e.goroutine() >= 0 && executes(e.goroutine())) {
                utilization.assistSinceBegin();
            }
            utilization.assist(e, gcWork);
        }
    }

    /// A range of a kind begins, ends, or is under way.
    void take(Kind kind, EventCursor e, Edge edge) {
        switch (edge) {
            case BEGIN -> begin(kind, e);
            case END -> end(kind, e);
            case ACTIVE -> active(kind, e);
        }
    }

    private Int2IntOpenHashMap open(Kind kind) {
        return Objects.requireNonNull(open.get(kind));
    }

    private boolean executes(int goroutine) {
        int slot = goroutines.states.find(goroutine);
        int state = slot < 0 ? GoroutineStates.NOT_EXISTING : goroutines.states.state(slot);
        return state == GoroutineStates.RUNNING || state == GoroutineStates.SYSCALL;
    }

    /// A range of a kind begins.
    private void begin(Kind kind, EventCursor e) {
        int before = open(kind).put(e.subject(), ranges.begin(kind, e.row()));
        if (before >= 0) {
            loseUnconfirmed(before);
        }
    }

    /// A range of a kind is open.
    private void active(Kind kind, EventCursor e) {
        Int2IntOpenHashMap ofKind = open(kind);
        if (ofKind.containsKey(e.subject())) {
            unconfirmed.remove(ofKind.get(e.subject()));
        } else {
            ofKind.put(e.subject(), ranges.foundOpen(kind, e.row()));
        }
    }

    /// A range of a kind ends.
    private void end(Kind kind, EventCursor e) {
        int range = open(kind).remove(e.subject());
        if (range >= 0) {
            ranges.end(range, e.row());
        }
    }
}
