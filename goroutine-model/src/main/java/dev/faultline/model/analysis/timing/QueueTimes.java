package dev.faultline.model.analysis.timing;

import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.measure.Longest;
import dev.faultline.model.replay.GoroutineStates;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Times that goroutines of the program spent in a run queue.
final class QueueTimes {
    final Histogram times = new Histogram();
    final Longest longest = new Longest(100);
    private final GoroutineStates states;
    private final RuntimeOwn runtimeOwn;
    /// First times of goroutines whose names were not known then: a goroutine is named when it next shows a stack.
    private final List<Longest.Stretch> unnamed = new ArrayList<>();
    private final BitSet hasUnnamed = new BitSet();

    QueueTimes(GoroutineStates states, RuntimeOwn runtimeOwn) {
        this.states = states;
        this.runtimeOwn = runtimeOwn;
    }

    /// The goroutine of a slot is given a P.
    void add(int slot, long ns) {
        if (runtimeOwn.is(slot)) {
            return;
        }
        long from = states.older(slot) ? 0 : states.since(slot);
        int g = states.goroutine(slot);
        if (runtimeOwn.named(slot) || hasUnnamed.get(slot)) {
            add(g, from, ns, states.ownStack(slot));
        } else {
            hasUnnamed.set(slot);
            unnamed.add(new Longest.Stretch(g, from, ns, states.ownStack(slot)));
        }
    }

    private void add(int g, long from, long to, int stack) {
        times.add(to - from);
        longest.offer(g, from, to, stack);
    }

    /// The goroutine has exited; its slot passes on to another.
    void end(int slot) {
        if (!hasUnnamed.isEmpty()) {
            hasUnnamed.clear(slot);
        }
    }

    /// The trace ends.
    void close() {
        for (Longest.Stretch s : unnamed) {
            if (!runtimeOwn.ofGoroutine(s.goroutine())) {
                add(s.goroutine(), s.fromNs(), s.toNs(), s.stack());
            }
        }
        unnamed.clear();
    }
}
