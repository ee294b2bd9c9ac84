package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.life.Families;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.analysis.wait.Activations;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;

/// How those who ended waits are related to who waited, learned for each place from the waits that ended there.
final class Relations {
    /// So many waits must have ended at a place before they tell what is usual there.
    static final int ENDED_WAITS = 5;

    private final StuckInput input;
    private final Goroutines goroutines;
    private final Families families;
    private final Activations activations;
    private final Stacks stacks;
    private final Int2ObjectOpenHashMap<Learned> bySite = new Int2ObjectOpenHashMap<>();

    /// What is usual at a place.
    static final class Learned {
        /// Waits that somebody known ended.
        int waits;
        /// Of these, those that no relative ended.
        int strangers;
        /// Those that a timer, the network or another part of the runtime ended.
        int runtime;
        /// Those that the call ended which had started the waiter.
        int byCall;
        /// Functions that hold the `go` statements of those whom their own creator woke.
        final IntSet makers = new IntOpenHashSet();
        /// Entry functions of the creators that woke from another call.
        final IntSet creators = new IntOpenHashSet();
        /// Entry functions of the children and twins that woke.
        final IntSet kin = new IntOpenHashSet();

        /// Whether a library started some of those who waited: any goroutine may hold what it made for the program.
        boolean startedByLibrary;

        /// Waits that a twin ended.
        int byTwin;
        /// Entry functions of those who waited.
        final IntSet waiters = new IntOpenHashSet();

        /// Whether twins of one kind end waits of the other; where each wakes the other they may be requests that came at
        /// a time.
        boolean twinsDiffer() {
            return byTwin == 0 || kin.intStream().noneMatch(waiters::contains);
        }

        /// Whether only the call that started the waiter ends such waits.
        boolean callOnly() {
            return byCall == waits;
        }

        /// Whether only relatives end such waits, and often enough to tell.
        boolean familyOnly() {
            return strangers == 0 && runtime == 0 && twinsDiffer() && waits >= ENDED_WAITS;
        }
    }

    Relations(StuckInput input) {
        this.input = input;
        goroutines = input.model().goroutines();
        families = input.families();
        activations = input.activations();
        stacks = input.model().trace().stacks();
    }

    /// What is usual at a site.
    Learned at(int site) {
        return bySite.computeIfAbsent(site, this::learn);
    }

    /// Whether one goroutine descends from the other, or both were started in one moment for each other.
    boolean related(int a, int b, int site) {
        return families.descends(a, b) || families.descends(b, a) || at(site).twinsDiffer() && families.twins(a, b);
    }

    /// Who ended waits of the same goroutine at the same place before.
    IntList wakersOf(OpenWait w) {
        IntArrayList wakers = new IntArrayList();
        SiteWait at = input.timing().waitsAt(w.site());
        if (at != null) {
            addWakers(at.wakes(), w.goroutine(), wakers);
        }
        addWakers(input.contacts().exchanges().at(w.site()), w.goroutine(), wakers);
        return wakers;
    }

    private static void addWakers(WakeLog wakes, int woken, IntArrayList to) {
        for (int i = 0; i < wakes.size(); i++) {
            if (wakes.target(i) == woken && wakes.waker(i) != WakeLog.RUNTIME && !to.contains(wakes.waker(i))) {
                to.add(wakes.waker(i));
            }
        }
    }

    private Learned learn(int site) {
        Learned learned = new Learned();
        SiteWait at = site < 0 ? null : input.timing().waitsAt(site);
        if (at != null) {
            learn(at.wakes(), learned);
        }
        if (site >= 0) {
            learn(input.contacts().exchanges().at(site), learned);
        }
        return learned;
    }

    private void learn(WakeLog wakes, Learned learned) {
        for (int i = 0; i < wakes.size(); i++) {
            int by = wakes.waker(i);
            int woken = wakes.target(i);
            learned.waiters.add(goroutines.nameId(woken));
            learned.startedByLibrary |= input.code().ownDepth(goroutines.creationStack(woken)) > 0;
            if (by == WakeLog.RUNTIME) {
                learned.runtime++;
            } else if (families.descends(by, woken) || families.twins(by, woken)) {
                learned.waits++;
                learned.byTwin += families.twins(by, woken) ? 1 : 0;
                learned.kin.add(goroutines.nameId(by));
            } else if (goroutines.creator(woken) == by) {
                learned.waits++;
                byCreator(wakes, i, learned);
            } else if (goroutines.creator(woken) >= 0) {
                learned.waits++;
                learned.strangers++;
            }
        }
    }

    private void byCreator(WakeLog wakes, int i, Learned learned) {
        int own = goroutines.creationStack(wakes.target(i));
        if (own != 0 && activations.shared(own, wakes.stack(i)) >= stacks.depth(own)) {
            learned.byCall++;
            learned.makers.add(stacks.function(stacks.frameId(own, 0)));
        } else {
            learned.creators.add(goroutines.nameId(wakes.waker(i)));
        }
    }
}
