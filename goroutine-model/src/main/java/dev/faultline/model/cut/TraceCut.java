package dev.faultline.model.cut;

import dev.faultline.model.Regions;
import dev.faultline.model.TraceModel;
import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.Replay;
import dev.faultline.model.replay.RowStates;
import dev.faultline.model.replay.WaitReasons;
import dev.faultline.trace.Generation;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.RowWriter;
import dev.faultline.trace.format.Effect.RangeKind;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.ProcStatus;
import dev.faultline.trace.format.ReadReport;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.store.TraceStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Cuts a stretch out of a trace: a trace of its own, as if only this stretch had been traced. It begins, as each generation
/// does, with what was so just then: the states of goroutines and Ps, open ranges and regions, the values of metrics. What the whole
/// trace tells of the names of goroutines and tasks and of who created whom, it keeps ([dev.faultline.trace.Earlier]).
///
/// Its time 0 is where the stretch begins ([Trace#originNs()]). Strings and stacks are those of the whole trace, which must
/// stay open for as long.
public final class TraceCut {
    private static final int CHUNK = 1 << 18;

    private final TraceModel model;
    private final Trace whole;
    private final long fromNs;
    private final long toNs;
    private final Progress progress;
    private final RangeRows rows;
    private final Replay replay;
    private final StartState start;
    private final List<Generation> generations = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private int firstRow;

    private TraceCut(TraceModel model, long fromNs, long toNs, TraceStore store, Progress progress) {
        this.model = model;
        whole = model.trace();
        this.fromNs = fromNs;
        this.toNs = toNs;
        this.progress = progress;
        rows = new RangeRows(store, model.goroutines(), whole, fromNs);
        replay = Replay.of(whole);
        start = new StartState(replay);
        replay.to(start);
    }

    /// A stretch of a trace, to be closed before it.
    ///
    /// @param fromNs where it begins, nanoseconds since the trace's first event; less than `toNs`
    /// @param toNs where it ends; more than the trace has is its end
    /// @throws CancellationException when `progress` asks to stop
    /// @throws IllegalArgumentException when the stretch is empty or begins behind the trace's end
    public static Trace of(TraceModel whole, long fromNs, long toNs, Progress progress) {
        long end = Math.min(toNs, whole.durationNs());
        if (fromNs < 0 || fromNs >= end) {
            throw new IllegalArgumentException("no stretch from " + fromNs + " to " + end);
        }
        TraceStore store = TraceStore.ofMade();
        try {
            return new TraceCut(whole, fromNs, end, store, progress).cut(store);
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    private Trace cut(TraceStore store) {
        List<Generation> all = whole.generations();
        for (int i = 0; i < all.size() && (generations.isEmpty() || all.get(i).startNs() <= toNs); i++) {
            take(all.get(i), i + 1 == all.size() || all.get(i + 1).startNs() > fromNs);
        }
        boolean complete = generations.stream().allMatch(Generation::complete);
        ReadReport report = new ReadReport(complete, complete ? "" : whole.report().likelyCause(),
                whole.report().notices(), losses, 0, 0);
        return new Trace(whole.name(), whole.header(), whole.minor(), whole.bytes(), toNs - fromNs, rows.events(),
                whole.strings(), whole.stacks(), rows.goroutines(), rows.threads(), generations, report, store,
                new KnownBefore(model, rows.goroutines(), fromNs));
    }

    /// Replays what is before the stretch, copies what is in it.
    ///
    /// @param begins whether the stretch begins in this generation or before it, even if all of its rows are earlier
    private void take(Generation g, boolean begins) {
        int row = g.fromRow();
        if (generations.isEmpty()) {
            row = firstIn(g);
            replay.accept(whole.events(), new Generation(g.number(), g.fromRow(), row, g.startNs(), g.wallClock(),
                    g.complete(), g.losses()), progress);
            if (row == g.toRow() && !begins) {
                return;
            }
            begin(g);
        }
        for (; row < g.toRow(); row += CHUNK) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            EventCursor e = whole.events().cursor(row, Math.min(g.toRow(), row + CHUNK));
            while (e.next()) {
                if (e.time() <= toNs) {
                    rows.copy(e, e.time());
                } else if (RowStates.tellsEarlier(e.typeId()) && !rows.names(e)) {
                    // has been so since the generation began
                    rows.copy(e, g.startNs());
                }
            }
        }
        end(g);
    }

    /// The first row of a generation that is not before the stretch, its end when there is none.
    private int firstIn(Generation g) {
        EventCursor e = whole.events().cursor(g.fromRow(), g.toRow());
        while (e.next()) {
            if (e.time() >= fromNs) {
                return e.row();
            }
        }
        return g.toRow();
    }

    private void begin(Generation g) {
        GoroutineStates states = replay.states();
        for (StartState.Value value : start.metrics()) {
            rows.first(value.type(), -1, -1, -1).a(value.value());
        }
        int[] onProc = onProcs(states);
        for (int p = 0; p < onProc.length; p++) {
            int status = replay.procs().status(p);
            if (status != ProcStatus.UNKNOWN.ordinal()) {
                rows.first(EventType.PROC_STATUS, status == ProcStatus.IDLE.ordinal() ? -1 : start.threadOf(p), -1, p)
                        .a(status);
                goroutine(states, onProc[p]);
            }
        }
        for (int slot = 0; slot < states.bound(); slot++) {
            int p = start.proc(slot);
            if (p < 0 || p >= onProc.length || onProc[p] != slot) {
                goroutine(states, slot);
            }
        }
        for (StartState.Open open : start.open()) {
            EventType type = switch (open.kind()) {
                case STOP_THE_WORLD -> EventType.STW_BEGIN;
                case GC_MARK -> EventType.GC_ACTIVE;
                case GC_SWEEP -> EventType.GC_SWEEP_ACTIVE;
                case MARK_ASSIST -> EventType.GC_MARK_ASSIST_ACTIVE;
            };
            range(type, open);
        }
        regions();
    }

    /// The regions that are open: of each goroutine those that it began first come first.
    private void regions() {
        Regions all = model.regions();
        for (int i = 0; i < all.size(); i++) {
            if (all.startNs(i) < fromNs && all.endNs(i) > fromNs) {
                rows.region(all.goroutine(i), all.task(i), all.nameId(i), all.beginStack(i));
            }
        }
    }

    /// By P the slot of the goroutine that is on it, -1 for none.
    private int[] onProcs(GoroutineStates states) {
        int[] onProc = new int[replay.procs().bound()];
        Arrays.fill(onProc, -1);
        for (int slot = 0; slot < states.bound(); slot++) {
            int p = start.proc(slot);
            if (p >= 0 && p < onProc.length && start.exists(slot)) {
                onProc[p] = slot;
            }
        }
        return onProc;
    }

    private void goroutine(GoroutineStates states, int slot) {
        if (slot < 0 || !start.exists(slot)) {
            return;
        }
        int g = states.goroutine(slot);
        rows.status(states.goroutine(slot), start.thread(slot), start.proc(slot), 0, states.state(slot),
                states.ownStack(slot), replay.reasons().string(WaitReasons.reason(states.cause(slot))));
    }

    private void range(EventType type, StartState.Open open) {
        boolean ofAll = open.kind() == RangeKind.GC_MARK;
        RowWriter row = rows.first(type, -1, -1, ofAll ? -1 : open.subject()).a(open.a());
        if (type == EventType.STW_BEGIN) {
            row.stack(open.stack());
        }
    }

    private void end(Generation g) {
        int to = rows.endGeneration();
        List<Loss> lost = g.losses().stream().filter(this::touches).map(this::moved).toList();
        losses.addAll(lost);
        boolean whole = g.complete() || lost.isEmpty() && toNs < this.whole.durationNs();
        generations.add(new Generation(g.number(), firstRow, to, Math.max(0, g.startNs() - fromNs), wallClock(g), whole,
                lost));
        firstRow = to;
    }

    private @Nullable Instant wallClock(Generation g) {
        Instant clock = g.wallClock();
        return clock == null ? null : clock.plusNanos(Math.max(0, fromNs - g.startNs()));
    }

    /// Whether a loss, whose time may be unknown, concerns the stretch.
    private boolean touches(Loss loss) {
        return loss.toNs() <= loss.fromNs() || loss.fromNs() < toNs && loss.toNs() > fromNs;
    }

    private Loss moved(Loss loss) {
        return new Loss(loss.place(), loss.bytes(), Math.max(0, loss.fromNs() - fromNs),
                Math.max(0, Math.min(loss.toNs(), toNs) - fromNs), loss.thread(), loss.cause());
    }
}
