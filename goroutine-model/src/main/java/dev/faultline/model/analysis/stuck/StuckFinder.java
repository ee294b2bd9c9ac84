package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.stuck.StuckWaits.Grade;
import dev.faultline.model.analysis.stuck.StuckWaits.Ground;
import dev.faultline.model.analysis.stuck.StuckWaits.Stuck;
import dev.faultline.model.analysis.wait.Activations.Fate;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.model.analysis.wait.OpenWaits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Finds the open waits that nobody is left to end.
public final class StuckFinder {
    /// Share of the trace that a wait must have lasted: what is younger may be cut off by the trace's end.
    private static final double MIN_AGE = 0.05;

    private final StuckInput input;
    private final Goroutines goroutines;

    /// Takes what tells who could still end a wait.
    public StuckFinder(StuckInput input) {
        this.input = input;
        this.goroutines = input.model().goroutines();
    }

    /// Asks for every open wait.
    public StuckWaits find() {
        OpenWaits open = input.openWaits();
        BitSet living = open.active();
        for (OpenWait w : open.all()) {
            if (tooYoung(w)) {
                living.set(w.goroutine());
            }
        }
        LifeGraph graph = new LifeGraph(goroutines.count());
        Wakers wakers = new Wakers(input, graph, living);
        BitSet alive = graph.spread(living, new BitSet());
        BitSet doubtful = atStuckSites(open, alive);
        if (!doubtful.isEmpty()) {
            alive = graph.spread(living, doubtful);
        }
        List<Stuck> stuck = new ArrayList<>();
        List<OpenWait> others = new ArrayList<>();
        for (OpenWait w : open.all()) {
            if (input.families().isMain(w.goroutine()) || tooYoung(w)) {
                continue;
            }
            if (alive.get(w.goroutine())) {
                others.add(w);
            } else {
                stuck.add(grade(w, wakers));
            }
        }
        stuck.addAll(new OutOfCharacter(input, living).among(others));
        stuck.addAll(new AbandonedBatches(input).among(others));
        return new StuckWaits(new Likeness(input).among(stuck, others));
    }

    private boolean tooYoung(OpenWait w) {
        return w.object() != WaitObject.NEVER && w.ageNs() < input.model().durationNs() * MIN_AGE;
    }

    /// Those who wait where others are stuck although all is known of them.
    private BitSet atStuckSites(OpenWaits open, BitSet alive) {
        BitSet sites = new BitSet();
        for (OpenWait w : open.all()) {
            if (w.site() >= 0 && !alive.get(w.goroutine())
                    && input.activations().ofCreation(w.goroutine()) != Fate.UNKNOWN) {
                sites.set(w.site());
            }
        }
        BitSet doubtful = new BitSet();
        for (OpenWait w : open.all()) {
            if (w.site() >= 0 && sites.get(w.site())) {
                doubtful.set(w.goroutine());
            }
        }
        return doubtful;
    }

    private Stuck grade(OpenWait w, Wakers wakers) {
        int served = wakers.served(w.goroutine());
        if (w.object() == WaitObject.NEVER) {
            return new Stuck(w, Grade.CERTAIN, Ground.NEVER, served);
        }
        if (wakers.awaitedChildren(w.goroutine())) {
            return new Stuck(w, Grade.LIKELY, Ground.CHILDREN_GONE, served);
        }
        if (input.activations().ofCreation(w.goroutine()) == Fate.UNKNOWN) {
            return new Stuck(w, Grade.POSSIBLE, Ground.UNTOUCHED, served);
        }
        return new Stuck(w, Grade.LIKELY, Ground.ABANDONED, served);
    }
}
