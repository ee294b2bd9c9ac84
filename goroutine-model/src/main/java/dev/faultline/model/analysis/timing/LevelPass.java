package dev.faultline.model.analysis.timing;

import static dev.faultline.model.replay.GoroutineStates.NOT_EXISTING;
import static dev.faultline.model.replay.GoroutineStates.UNDETERMINED;
import static dev.faultline.model.replay.GoroutineStates.WAITING;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.Replay;
import dev.faultline.model.replay.Transitions;
import dev.faultline.model.replay.WaitReasons;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Counts [StateLevels] of a whole trace while it is read, so that no walk of its own is needed. Two things are not known
/// then: whose a goroutine is that has shown no stack yet, and, in a damaged trace, when the trace ends.
public final class LevelPass implements Transitions {
    /// Spans of goroutines whose names are not known yet that are put aside. There are more only in traces without symbols,
    /// where no name will come.
    private static final int MOST_UNNAMED = 1 << 16;

    private final GoroutineStates states;
    private final RuntimeOwn runtimeOwn;
    private final long expectedNs;
    private final StateLevels.Counter counter;
    /// Since when the state has lasted in which a slot's goroutine was found; of no meaning for others.
    private long[] foundSince = new long[64];
    private final List<Span> unnamed = new ArrayList<>();
    private boolean tooMany;
    /// The slot that is half switched to, -1 for none: its next change ends no span.
    private int half = -1;

    /// @param open whether the trace ended first
    private record Span(int goroutine, GoState state, WaitKind kind, long startNs, long endNs, boolean open) {}

    /// @param replay that it will be told by
    /// @param stacks the trace's stacks, which may still grow, as may the strings
    /// @param expectedNs when the trace is expected to end
    public LevelPass(Replay replay, Stacks stacks, Strings strings, long expectedNs) {
        states = replay.states();
        runtimeOwn = new RuntimeOwn(replay, stacks, strings);
        this.expectedNs = expectedNs;
        counter = new StateLevels.Counter(0, expectedNs, StateLevels.STEPS);
    }

    @Override
    public void generation(long startNs, int goroutineCount, int stackCount) {
        runtimeOwn.ensure(stackCount);
    }

    @Override
    public void moved(EventCursor e, int slot, int to, int cause, long ns) {
        if (slot == half) {
            half = -1;
        } else {
            take(slot, ns, false);
            half = Replay.isHalf(e, to) ? slot : half;
        }
        if (to == NOT_EXISTING) {
            runtimeOwn.end(slot);
        }
    }

    @Override
    public void told(EventCursor e, int slot, int to, int cause, long since) {
        take(slot, Math.max(e.time(), states.since(slot)), false);
        if (slot >= foundSince.length) {
            foundSince = Arrays.copyOf(foundSince, 2 * slot);
        }
        foundSince[slot] = since;
    }

    private void take(int slot, long ns, boolean open) {
        int ended = states.state(slot);
        if (ended == UNDETERMINED || ended == NOT_EXISTING) {
            return;
        }
        GoState state = GoroutineStates.seen(ended);
        WaitKind kind = ended == WAITING ? WaitReasons.kind(states.cause(slot)) : WaitKind.NONE;
        long start = states.older(slot) ? foundSince[slot] : states.since(slot);
        if (runtimeOwn.named(slot)) {
            add(runtimeOwn.is(slot), state, kind, start, ns, open);
        } else if (unnamed.size() < MOST_UNNAMED) {
            unnamed.add(new Span(states.goroutine(slot), state, kind, start, ns, open));
        } else {
            tooMany = true;
        }
    }

    private void add(boolean runtime, GoState state, WaitKind kind, long start, long end, boolean open) {
        counter.add(runtime, state, kind, start, end);
        if (!open) {
            counter.ended(runtime, state, start, end);
        }
    }

    /// The levels; none where the trace was not what it seemed to be, so that a walk has to count them.
    ///
    /// @param model of the trace, all of which was told of
    public Optional<StateLevels> finish(TraceModel model) {
        if (tooMany || expectedNs != model.durationNs()) {
            return Optional.empty();
        }
        Goroutines goroutines = model.goroutines();
        for (int slot = 0; slot < states.bound(); slot++) {
            take(slot, goroutines.endNs(states.goroutine(slot)), true);
        }
        for (Span span : unnamed) {
            add(goroutines.system(span.goroutine), span.state, span.kind, span.startNs, span.endNs, span.open);
        }
        return tooMany ? Optional.empty() : Optional.of(counter.levels());
    }
}
