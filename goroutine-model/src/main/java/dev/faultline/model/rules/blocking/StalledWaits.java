package dev.faultline.model.rules.blocking;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.stuck.StuckWaits.Grade;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.model.known.KnownFrame;
import dev.faultline.model.known.KnownFrame.Meaning;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Open waits by site, as far as they can be stalls: waits of the program for each other, not those that are long by
/// design.
record StalledWaits(Facts facts, long leastNs) {
    /// The open waits at a site that have lasted for long.
    ///
    /// @param waits at least one
    /// @param known what is known of the place, null for nothing
    /// @param finished waits at the site that have ended, null when there are none
    record Site(List<OpenWait> waits, @Nullable KnownFrame known, @Nullable SiteWait finished) {
        WaitObject object() {
            return waits.getFirst().object();
        }

        boolean pool() {
            return known != null && known.meaning() == Meaning.POOL_QUEUE;
        }

        /// Whether it is a place where goroutines do not wait for work: all that wait there have something to do.
        boolean wantsOn() {
            return known != null || object() == WaitObject.SEND || object() == WaitObject.MUTEX;
        }

        /// Whether requests wait there for what others do.
        boolean joins() {
            return object() == WaitObject.WAIT_GROUP || object() == WaitObject.CONDITION;
        }

        long oldestNs() {
            return waits.stream().mapToLong(OpenWait::ageNs).max().orElse(0);
        }

        /// From the youngest back to the oldest.
        long spreadNs() {
            return oldestNs() - waits.stream().mapToLong(OpenWait::ageNs).min().orElse(0);
        }

        /// Whether somebody was woken there since the oldest of them came.
        boolean served() {
            return lastServedNs() > waits.stream().mapToLong(OpenWait::sinceNs).min().orElse(0);
        }

        private long lastServedNs() {
            WakeLog wakes = finished == null ? new WakeLog() : finished.wakes();
            return wakes.size() == 0 ? -1 : wakes.endNs(wakes.size() - 1);
        }

        /// Those that came since somebody was last woken there, with all others where that was before all of them.
        Site unserved() {
            return new Site(waits.stream().filter(w -> w.sinceNs() >= lastServedNs()).toList(), known, finished);
        }
    }

    /// All such sites, in the order of their first goroutine.
    Collection<Site> sites() {
        IntOpenHashSet leaked = new IntOpenHashSet();
        facts.stuckWaits().all().stream().filter(s -> s.grade() != Grade.POSSIBLE)
                .forEach(s -> leaked.add(s.open().goroutine()));
        Int2ObjectLinkedOpenHashMap<Site> sites = new Int2ObjectLinkedOpenHashMap<>();
        for (OpenWait w : facts.openWaits().all()) {
            if (w.site() < 0 || w.ageNs() < leastNs || facts.families().isMain(w.goroutine())
                    || facts.waitSites().ofTests(w.site()) || leaked.contains(w.goroutine()) && request(w) == null) {
                continue;
            }
            KnownFrame known = facts.knownPlaces().of(w.stack());
            boolean joins = joins(w, known);
            if (joins || canStall(w.object(), known)) {
                sites.computeIfAbsent(w.site(), s -> new Site(new ArrayList<>(), joins ? null : known,
                        facts.timing().waitsAt(s))).waits().add(w);
            }
        }
        return sites.values();
    }

    /// Whether a request waits for what another one does, as where identical ones share a call: it has started nobody itself
    /// who is still at work. What a library starts to serve it does not count.
    private boolean joins(OpenWait w, @Nullable KnownFrame known) {
        Run request = request(w);
        boolean group = w.object() == WaitObject.WAIT_GROUP || w.object() == WaitObject.CONDITION;
        Goroutines goroutines = facts.model().goroutines();
        return group && request != null && (known == null || known.meaning() == Meaning.GROUP)
                && goroutines.children(w.goroutine()).intStream()
                        .noneMatch(child -> goroutines.bornNs(child) >= request.fromNs() && !goroutines.ended(child)
                                && facts.code().ownDepth(goroutines.creationStack(child)) >= 0);
    }

    /// Waits that wait groups and conditions are for: the goroutines that are waited for tell more.
    private static boolean canStall(WaitObject object, @Nullable KnownFrame known) {
        if (known != null) {
            return known.meaning() == Meaning.POOL_QUEUE || known.meaning() == Meaning.LIMIT;
        }
        return switch (object) {
            case SEND, RECEIVE, SELECT, MUTEX -> true;
            case WAIT_GROUP, CONDITION, NEVER, COROUTINE, OUTSIDE, UNKNOWN -> false;
        };
    }

    /// What its goroutine works on at a wait, null when that is not known.
    @Nullable
    Run run(OpenWait w) {
        Run run = facts.runs().at(w.goroutine(), facts.model().durationNs());
        return run != null && !run.ended() ? run : null;
    }

    /// The request or task that hangs on a wait, null when none is known to. Nobody waits for a test, and a worker's item may
    /// be held back until somebody wants more.
    @Nullable
    Run request(OpenWait w) {
        Run run = run(w);
        return run != null && (run.kind() == Run.Kind.REQUEST || run.kind() == Run.Kind.TASK) ? run : null;
    }

    /// On how many of the waits at a site a request or task hangs.
    long requests(Site site) {
        return site.waits().stream().filter(w -> request(w) != null).count();
    }

    /// Whether goroutines wait at a site again and again within one piece of their work, or a timer wakes them there: then it
    /// is where they wait for work.
    boolean idleLoop(Site site) {
        SiteWait finished = site.finished();
        if (finished == null || finished.byRuntime() > 0) {
            return finished != null;
        }
        WakeLog wakes = finished.wakes();
        LongOpenHashSet seen = new LongOpenHashSet();
        facts.openWaits().all().stream().filter(w -> w.site() == finished.site())
                .forEach(w -> seen.add(work(w.goroutine(), facts.model().durationNs())));
        for (int i = 0; i < wakes.size(); i++) {
            if (!seen.add(work(wakes.target(i), wakes.endNs(i)))) {
                return true;
            }
        }
        return false;
    }

    /// A number for the request or task in which a goroutine is at a time; for the goroutine itself where it is in none.
    private long work(int goroutine, long ns) {
        Run run = facts.runs().at(goroutine, ns);
        return (long) goroutine << 40 ^ (run != null && run.kind() != Run.Kind.ITEM ? run.fromNs() + 1 : 0);
    }

    /// How many goroutines of the same kinds as those that wait got past the site and have not come to the end of what they
    /// do.
    IntOpenHashSet past(Site site) {
        IntOpenHashSet waiting = new IntOpenHashSet();
        site.waits().forEach(w -> waiting.add(w.goroutine()));
        IntOpenHashSet past = new IntOpenHashSet();
        Goroutines goroutines = facts.model().goroutines();
        for (OpenWait w : site.waits()) {
            Run run = run(w);
            if (run != null) {
                facts.runs().like(run).stream().filter(r -> !r.ended()).forEach(r -> past.add(r.goroutine()));
            } else {
                facts.model().groups().get(goroutines.group(w.goroutine())).members().intStream()
                        .filter(g -> !goroutines.ended(g)).forEach(past::add);
            }
        }
        past.removeIf(g -> waiting.contains(g));
        facts.openWaits().all().stream().filter(w -> w.site() == site.waits().getFirst().site())
                .forEach(w -> past.remove(w.goroutine()));
        return past;
    }
}
