package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.stuck.StuckWaits.Grade;
import dev.faultline.model.analysis.stuck.StuckWaits.Ground;
import dev.faultline.model.analysis.stuck.StuckWaits.Stuck;
import dev.faultline.model.analysis.wait.OpenWait;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Goroutines whose own story is older than the trace, judged by those at the same site whose story the trace shows: where
/// almost all of these are stuck, they are, too.
final class Likeness {
    /// Share of those with a known story that must be stuck.
    private static final double STUCK_SHARE = 0.9;

    private final StuckInput input;
    private final Goroutines goroutines;
    private final Relations relations;
    private final List<OpenWait> open;
    private final Int2IntOpenHashMap known = new Int2IntOpenHashMap();
    private final Int2IntOpenHashMap stuckOfKnown = new Int2IntOpenHashMap();
    /// Goroutines older than the trace that may hold something, -1 while not counted.
    private long holders = -1;

    Likeness(StuckInput input, Relations relations) {
        this.input = input;
        this.relations = relations;
        this.goroutines = input.model().goroutines();
        this.open = input.openWaits().all();
    }

    /// The stuck waits with those that are like them.
    ///
    /// @param others open waits that are not among the stuck
    List<Stuck> among(List<Stuck> stuck, List<OpenWait> others) {
        open.stream().filter(this::hasStory).forEach(w -> known.addTo(w.site(), 1));
        stuck.stream().filter(s -> s.grade() != Grade.POSSIBLE && hasStory(s.open()))
                .forEach(s -> stuckOfKnown.addTo(s.open().site(), 1));
        List<Stuck> all = new ArrayList<>();
        for (Stuck s : stuck) {
            boolean alike = s.grade() == Grade.POSSIBLE && leaks(s.open());
            all.add(alike ? like(s.open(), s.served()) : s);
        }
        IntSet passedOver = new IntOpenHashSet();
        stuck.stream().filter(s -> s.ground() == Ground.PASSED_OVER).forEach(s -> passedOver.add(s.open().site()));
        others.stream().filter(w -> w.object() == WaitObject.SEND || passedOver.contains(w.site()))
                .filter(w -> w.fromStart() && leaks(w))
                .forEach(w -> all.add(like(w, 0)));
        return all;
    }

    private boolean hasStory(OpenWait w) {
        return w.site() >= 0 && !goroutines.bornBefore(w.goroutine());
    }

    private boolean leaks(OpenWait w) {
        int stuck = stuckOfKnown.get(w.site());
        return w.site() >= 0 && stuck > 0 && stuck >= known.get(w.site()) * STUCK_SHARE && !mayBeHeld(w.site());
    }

    /// What a library started before the trace any goroutine of that age may still hold, each one of them: whether these are
    /// more than a few against those that wait.
    private boolean mayBeHeld(int site) {
        if (!relations.at(site).startedByLibrary) {
            return false;
        }
        long older = open.stream().filter(w -> w.site() == site && goroutines.bornBefore(w.goroutine())).count();
        return mayHold() > older * (1 - STUCK_SHARE);
    }

    private long mayHold() {
        if (holders < 0) {
            holders = IntStream.range(0, goroutines.count()).filter(this::mayHold).count();
        }
        return holders;
    }

    private boolean mayHold(int g) {
        return goroutines.bornBefore(g) && input.timing().exists(g) && !goroutines.ended(g) && !goroutines.system(g)
                && !input.timing().runtimeOwn(g) && !input.timing().observers().contains(g)
                && !input.families().isMain(g) && mayBeOwn(input.timing().stack(g));
    }

    private boolean mayBeOwn(int stack) {
        return stack == 0 || input.code().ownDepth(stack) >= 0;
    }

    private static Stuck like(OpenWait w, int served) {
        return new Stuck(w, Grade.LIKELY, Ground.LIKE_OTHERS, served);
    }
}
