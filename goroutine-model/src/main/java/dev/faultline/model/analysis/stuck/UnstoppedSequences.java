package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.stuck.StuckWaits.Grade;
import dev.faultline.model.analysis.stuck.StuckWaits.Ground;
import dev.faultline.model.analysis.stuck.StuckWaits.Stuck;
import dev.faultline.model.analysis.wait.Activations.Fate;
import dev.faultline.model.analysis.wait.Coroutines;
import dev.faultline.model.analysis.wait.Coroutines.Left;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.model.known.KnownFrame.Meaning;
import dev.faultline.model.known.KnownFrames;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Coroutines of sequences that were opened with `iter.Pull`, and that nobody advances or stops any more: their creator has
/// exited, or its request is over, and at the place where they were opened nobody else ever advanced one. Somebody may
/// still keep a few for later, in a map of sessions for instance; where one after the other is left behind all through the
/// trace that is unlikely. A creator that goes on may keep them, too; only where call after call leaves one behind it is
/// possible that it does not.
final class UnstoppedSequences {
    /// Share of the trace for which it must not have been advanced.
    private static final double MIN_AGE = 0.05;
    /// So many that were left behind, one after the other and all through the trace, make a pattern.
    private static final int MANY = 10;
    private static final int WINDOWS = 4;

    private final StuckInput input;
    private final Goroutines goroutines;
    private final Stacks stacks;
    private final Coroutines coroutines;
    private final IntOpenHashSet passedOn = new IntOpenHashSet();

    UnstoppedSequences(StuckInput input) {
        this.input = input;
        goroutines = input.model().goroutines();
        stacks = input.model().trace().stacks();
        coroutines = input.contacts().coroutines();
        coroutines.passedOn().forEach(stack -> passedOn.add(place(stack)));
    }

    private int place(int creationStack) {
        return input.code().placeOf(input.code().ownFrame(creationStack));
    }

    List<Stuck> find() {
        Map<Integer, List<Left>> byPlace = new LinkedHashMap<>();
        for (Left left : coroutines.left()) {
            int place = place(goroutines.creationStack(left.goroutine()));
            boolean waits = input.openWaits().active().get(left.goroutine()) && input.timing().waits(left.goroutine());
            if (waits && ageNs(left) >= MIN_AGE * input.model().durationNs() && !passedOn.contains(place)) {
                byPlace.computeIfAbsent(place, key -> new ArrayList<>()).add(left);
            }
        }
        List<Stuck> found = new ArrayList<>();
        byPlace.values().forEach(some -> at(some, found));
        return found;
    }

    private long ageNs(Left left) {
        return input.model().durationNs() - left.lastNs();
    }

    private void at(List<Left> some, List<Stuck> found) {
        List<Left> over = some.stream().filter(left -> over(left.goroutine())).toList();
        boolean likely = oneAfterTheOther(over);
        if (likely) {
            over.forEach(left -> found.add(stuck(left, Grade.LIKELY, Ground.NOT_STOPPED)));
        }
        List<Left> behind = some.stream()
                .filter(left -> over.contains(left) ? !likely : returned(left.goroutine())).toList();
        if (oneAfterTheOther(behind)) {
            behind.forEach(left -> found.add(stuck(left, Grade.POSSIBLE, Ground.CALL_RETURNED)));
        } else if (!likely) {
            over.forEach(left -> found.add(stuck(left, Grade.POSSIBLE, Ground.NOT_STOPPED)));
        }
    }

    private Stuck stuck(Left left, Grade grade, Ground ground) {
        OpenWait wait = new OpenWait(left.goroutine(), WaitObject.COROUTINE, left.lastNs(), ageNs(left),
                goroutines.creationStack(left.goroutine()), -1, false);
        return new Stuck(wait, grade, ground, 0);
    }

    /// Whether the goroutine that opened it has exited, or the library's call that served the request in which it did has
    /// returned.
    private boolean over(int g) {
        int creator = goroutines.creator(g);
        if (creator < 0 || goroutines.ended(creator)) {
            return creator >= 0;
        }
        int stack = goroutines.creationStack(g);
        for (int d = stacks.depth(stack) - 1; d > 0; d--) {
            if (KnownFrames.all().means(stacks.frame(stacks.frameId(stack, d)).function(), Meaning.REQUEST)) {
                return input.activations().of(creator, stack, stacks.depth(stack) - d + 1,
                        goroutines.bornNs(g)) != Fate.LIVE;
            }
        }
        return false;
    }

    private boolean returned(int g) {
        Fate fate = input.activations().ofHolder(g);
        return fate == Fate.RETURNED || fate == Fate.OVER;
    }

    /// Whether their creators came back for none of them after they had opened the next, all through the trace.
    private boolean oneAfterTheOther(List<Left> some) {
        Int2LongOpenHashMap last = new Int2LongOpenHashMap();
        BitSet windows = new BitSet();
        for (Left left : some.stream().sorted(Comparator.comparingLong(l -> goroutines.bornNs(l.goroutine())))
                .toList()) {
            long born = goroutines.bornNs(left.goroutine());
            if (last.put(goroutines.creator(left.goroutine()), left.lastNs()) > born) {
                return false;
            }
            windows.set((int) Math.min(WINDOWS - 1, born * WINDOWS / Math.max(1, input.model().durationNs())));
        }
        return some.size() >= MANY && windows.cardinality() == WINDOWS;
    }
}
