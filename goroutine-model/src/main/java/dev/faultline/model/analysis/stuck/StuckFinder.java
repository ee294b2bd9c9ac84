package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.stuck.Relations.Learned;
import dev.faultline.model.analysis.stuck.StuckWaits.Grade;
import dev.faultline.model.analysis.stuck.StuckWaits.Ground;
import dev.faultline.model.analysis.stuck.StuckWaits.Stuck;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.wait.Activations.Fate;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.model.analysis.wait.OpenWaits;
import dev.faultline.model.known.KnownFrame;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Finds the open waits that nothing can end any more.
public final class StuckFinder {
    /// Share of the trace that a wait must have lasted: what is younger may be cut off by the trace's end.
    private static final double MIN_AGE = 0.05;

    private final StuckInput input;
    private final Goroutines goroutines;
    private final BitSet living;
    private final Relations relations;
    private final Elders elders;
    private final Idlers idles;
    private final Holders holders;

    /// Takes what tells who could still end a wait.
    public StuckFinder(StuckInput input) {
        this.input = input;
        this.goroutines = input.model().goroutines();
        living = input.openWaits().active();
        for (OpenWait w : input.openWaits().all()) {
            if (tooYoung(w) || outside(w)) {
                living.set(w.goroutine());
            }
        }
        relations = new Relations(input);
        elders = new Elders(input, relations);
        idles = new Idlers(input, living);
        holders = new Holders(input);
    }

    /// Asks for every open wait.
    public StuckWaits find() {
        OpenWaits open = input.openWaits();
        LifeGraph graph = new LifeGraph(goroutines.count());
        Wakers wakers = new Wakers(input, graph, living, elders, holders);
        BitSet alive = graph.spread(living, new BitSet());
        BitSet doubtful = atStuckSites(open, alive);
        if (!doubtful.isEmpty()) {
            alive = graph.spread(living, doubtful);
        }
        List<Stuck> unserved = new ArrayList<>();
        List<OpenWait> others = new ArrayList<>();
        LockHolders lockHolders = new LockHolders(input, alive);
        for (OpenWait w : open.all()) {
            if (input.families().isMain(w.goroutine()) || tooYoung(w) || outside(w)) {
                continue;
            }
            if (alive.get(w.goroutine())) {
                others.add(w);
            } else {
                Stuck stuck = grade(w, wakers);
                unserved.add(lockHolders.mayHold(w)
                        ? new Stuck(w, Grade.POSSIBLE, Ground.HOLDER_ALIVE, stuck.served())
                        : stuck);
            }
        }
        List<OpenWait> mayEnd = List.copyOf(others);
        List<Stuck> stuck = onlyAsSureAsOthers(unserved, graph.spread(withPossible(living, unserved), doubtful));
        Helpers helpers = new Helpers(input, relations);
        BitSet reachable = alive;
        others.removeIf(w -> helpers.atWork(w, reachable) || childLives(w, reachable));
        others.removeIf(w -> passedOver(w, helpers.servedAfter(w, reachable), stuck));
        stuck.addAll(new OutOfCharacter(input, living, holders).among(others));
        stuck.addAll(new AbandonedBatches(input).among(others));
        List<Stuck> all = withClosedLocks(new Likeness(input, relations).among(stuck, others));
        all.addAll(new BrokenServices(input).among(without(mayEnd, all)));
        var chains = new WaitChains(input, elders, all).find();
        all.addAll(new UnstoppedSequences(input).find());
        return new StuckWaits(all, chains);
    }

    private static List<OpenWait> without(List<OpenWait> waits, List<Stuck> stuck) {
        BitSet members = new BitSet();
        stuck.forEach(s -> members.set(s.open().goroutine()));
        return waits.stream().filter(w -> !members.get(w.goroutine())).toList();
    }

    private List<Stuck> withClosedLocks(List<Stuck> stuck) {
        Int2ObjectOpenHashMap<Stuck> closed = new Int2ObjectOpenHashMap<>();
        long minAgeNs = (long) (input.model().durationNs() * MIN_AGE);
        for (ClosedLocks.Closed locks : new ClosedLocks(input, minAgeNs).find()) {
            for (OpenWait w : locks.waits()) {
                closed.put(w.goroutine(), new Stuck(w, Grade.LIKELY, Ground.LOCKED_INSIDE, 0, locks.releases()));
            }
        }
        List<Stuck> all = new ArrayList<>(stuck);
        all.removeIf(s -> closed.containsKey(s.open().goroutine()));
        all.addAll(closed.values());
        return all;
    }

    /// Whether it may wait for a goroutine that it started and that lives.
    private boolean childLives(OpenWait w, BitSet alive) {
        return w.object() != WaitObject.MUTEX
                && goroutines.children(w.goroutine()).intStream().anyMatch(child -> alive.get(child));
    }

    private static boolean passedOver(OpenWait w, int later, List<Stuck> stuck) {
        return later > 0 && stuck.add(new Stuck(w, Grade.LIKELY, Ground.PASSED_OVER, 0, later));
    }

    private static BitSet withPossible(BitSet living, List<Stuck> stuck) {
        BitSet all = (BitSet) living.clone();
        stuck.stream().filter(s -> s.grade() == Grade.POSSIBLE).forEach(s -> all.set(s.open().goroutine()));
        return all;
    }

    /// Who waits for somebody that is only possibly stuck is no more than that itself.
    private static List<Stuck> onlyAsSureAsOthers(List<Stuck> stuck, BitSet alive) {
        return new ArrayList<>(stuck.stream()
                .map(s -> s.grade() == Grade.LIKELY && alive.get(s.open().goroutine()) ? s.possible() : s).toList());
    }

    private boolean tooYoung(OpenWait w) {
        return w.object() != WaitObject.NEVER && w.ageNs() < input.model().durationNs() * MIN_AGE;
    }

    /// Whether it waits in a library for what comes from outside the program, or for work that may never come.
    private boolean outside(OpenWait w) {
        KnownFrame known = w.object() == WaitObject.NEVER ? null : input.knownPlaces().of(w.stack());
        return known != null && known.meaning().outside();
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
        if (elders.knows(w)) {
            Learned usual = relations.at(w.site());
            if (usual.startedByLibrary) {
                return new Stuck(w, Grade.POSSIBLE, Ground.HOLDER_UNKNOWN, served, usual.waits);
            }
            Ground ground = usual.callOnly() && elders.of(w).isEmpty() ? Ground.CALL_RETURNED : Ground.KIN_GONE;
            return new Stuck(w, Grade.LIKELY, ground, served, usual.waits);
        }
        if (input.activations().ofCreation(w.goroutine()) == Fate.UNKNOWN) {
            Ground ground = goroutines.bornBefore(w.goroutine()) ? Ground.UNTOUCHED : Ground.STARTED_BY_TIMER;
            return new Stuck(w, Grade.POSSIBLE, ground, served);
        }
        boolean unasked = idles.contains(w) && !servedOften(w);
        return new Stuck(w, unasked ? Grade.POSSIBLE : Grade.LIKELY, Ground.ABANDONED, served);
    }

    private boolean servedOften(OpenWait w) {
        SiteWait site = w.site() < 0 ? null : input.timing().waitsAt(w.site());
        return site != null && site.wakes().total() - site.byRuntime() >= Relations.ENDED_WAITS;
    }
}
