package dev.faultline.model.rules.leak;

import dev.faultline.model.Spans;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.stuck.StuckWaits.Grade;
import dev.faultline.model.analysis.stuck.StuckWaits.Ground;
import dev.faultline.model.analysis.stuck.StuckWaits.Stuck;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/// Two goroutines that wait for locks which nobody was ever seen to release, where each was in the function in which it waits
/// before the other began to wait. That must be so if each holds what the other waits for, and proves no more than that they
/// may.
final class Interlocks {
    private final Facts facts;
    private final Stacks stacks;

    Interlocks(Facts facts) {
        this.facts = facts;
        stacks = facts.model().trace().stacks();
    }

    /// Pairs, each goroutine in one at most.
    ///
    /// @param leastNs how long they must have waited
    List<List<Stuck>> find(double leastNs) {
        Int2ObjectLinkedOpenHashMap<Stuck> first = new Int2ObjectLinkedOpenHashMap<>();
        for (Stuck s : facts.stuckWaits().all()) {
            OpenWait w = s.open();
            boolean nobodyKnown = s.grade() == Grade.POSSIBLE && s.ground() != Ground.HOLDER_ALIVE;
            if (w.object() == WaitObject.MUTEX && nobodyKnown && !w.fromStart() && w.ageNs() >= leastNs
                    && neverReleased(w)) {
                first.merge(w.site(), s, (a, b) -> a.open().sinceNs() <= b.open().sinceNs() ? a : b);
            }
        }
        List<Stuck> left = new ArrayList<>(first.values());
        List<List<Stuck>> pairs = new ArrayList<>();
        while (left.size() > 1) {
            Stuck one = left.removeFirst();
            left.stream().filter(other -> inside(one, other) && inside(other, one)).findFirst().ifPresent(other -> {
                left.remove(other);
                pairs.add(new ArrayList<>(List.of(one, other)));
            });
        }
        return pairs;
    }

    private boolean neverReleased(OpenWait w) {
        var waits = facts.timing().waitsAt(w.site());
        return waits == null || waits.wakes().total() == 0;
    }

    /// Whether one was in its function when the other began to wait. A loop that is older than the trace is always in the
    /// function that it runs: that tells nothing.
    private boolean inside(Stuck one, Stuck other) {
        OpenWait w = one.open();
        int frame = facts.code().ownFrame(w.stack());
        boolean loop = facts.model().goroutines().bornBefore(w.goroutine())
                && frame == stacks.frameId(w.stack(), stacks.depth(w.stack()) - 1);
        if (frame < 0 || loop) {
            return false;
        }
        Spans spans = facts.model().spans(w.goroutine());
        long since = facts.model().goroutines().bornNs(w.goroutine());
        for (int s = 0; s < spans.size() && spans.start(s) < w.sinceNs(); s++) {
            if (spans.stack(s) != 0 && !stands(stacks.function(frame), spans.stack(s))) {
                since = spans.end(s);
            }
        }
        return since < other.open().sinceNs();
    }

    private boolean stands(int function, int stack) {
        for (int d = 0; d < stacks.depth(stack); d++) {
            if (stacks.function(stacks.frameId(stack, d)) == function) {
                return true;
            }
        }
        return false;
    }
}
