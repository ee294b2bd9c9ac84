package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.trace.column.Sorted;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/// When servers had nothing to do. A server's idle place is one where other goroutines wake it, and where it never waits
/// while somebody waits for its answer: a server that keeps a request and answers it later has none.
final class Idleness {
    /// Begins and ends of one goroutine's waits at one site.
    private record Waits(LongArrayList begins, LongArrayList ends) {}

    /// By goroutine, then by site.
    private final Int2ObjectOpenHashMap<Long2ObjectOpenHashMap<Waits>> waits = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<OpenWait> open = new Int2ObjectOpenHashMap<>();

    /// By goroutine, whom it woke or who woke it, and when.
    private final Int2ObjectOpenHashMap<LongArrayList> met = new Int2ObjectOpenHashMap<>();
    private final Goroutines goroutines;

    Idleness(StuckInput input) {
        goroutines = input.model().goroutines();
        for (SiteWait site : input.timing().waits()) {
            meetings(site.wakes());
            if (Helpers.forRequests(site.object())) {
                note(site);
            }
        }
        input.openWaits().all().forEach(w -> open.put(w.goroutine(), w));
    }

    private void meetings(WakeLog wakes) {
        for (int i = 0; i < wakes.size(); i++) {
            if (wakes.waker(i) != WakeLog.RUNTIME) {
                meet(wakes.waker(i), wakes.target(i), wakes.endNs(i));
                meet(wakes.target(i), wakes.waker(i), wakes.endNs(i));
            }
        }
    }

    private void meet(int g, int other, long ns) {
        LongArrayList list = met.computeIfAbsent(g, key -> new LongArrayList(4));
        list.add(other);
        list.add(ns);
    }

    /// Whether a goroutine woke one of these kinds, or one of them woke it, before a time.
    ///
    /// @param names of their entry functions
    boolean metBefore(int g, long ns, IntSet names) {
        LongArrayList list = met.getOrDefault(g, new LongArrayList(0));
        for (int i = 0; i < list.size(); i += 2) {
            if (list.getLong(i + 1) <= ns && names.contains(goroutines.nameId((int) list.getLong(i)))) {
                return true;
            }
        }
        return false;
    }

    /// Whether one who waits met such a goroutine before it began to.
    boolean metAny(OpenWait w, IntSet names) {
        return !w.fromStart() && metBefore(w.goroutine(), w.sinceNs(), names);
    }

    private void note(SiteWait site) {
        WakeLog wakes = site.wakes();
        for (int i = 0; i < wakes.size(); i++) {
            if (wakes.waker(i) != WakeLog.RUNTIME) {
                Waits own = waits.computeIfAbsent(wakes.target(i), key -> new Long2ObjectOpenHashMap<>(2))
                        .computeIfAbsent(site.site(), key -> new Waits(new LongArrayList(2), new LongArrayList(2)));
                own.begins.add(wakes.beginNs(i));
                own.ends.add(wakes.endNs(i));
            }
        }
    }

    /// The idle places of those who ended waits.
    IntSet idlePlaces(WakeLog served) {
        IntSet idle = new IntOpenHashSet();
        IntSet busy = new IntOpenHashSet();
        for (int i = 0; i < served.size(); i++) {
            Long2ObjectOpenHashMap<Waits> own = waits.get(served.waker(i));
            if (own != null) {
                for (Long2ObjectMap.Entry<Waits> at : own.long2ObjectEntrySet()) {
                    boolean within = beginsWithin(at.getValue().begins, served.beginNs(i), served.endNs(i));
                    (within ? busy : idle).add((int) at.getLongKey());
                }
            }
        }
        idle.removeAll(busy);
        return idle;
    }

    private static boolean beginsWithin(LongArrayList begins, long fromNs, long toNs) {
        int first = Sorted.first(0, begins.size(), i -> begins.getLong(i) > fromNs);
        return first < begins.size() && begins.getLong(first) < toNs;
    }

    /// Whether a goroutine waited at one of these places at a time or later.
    boolean idleAfter(int g, long ns, IntSet places) {
        OpenWait now = open.get(g);
        if (now != null && places.contains(now.site())) {
            return true;
        }
        Long2ObjectOpenHashMap<Waits> own = waits.get(g);
        return own != null && own.long2ObjectEntrySet().stream().anyMatch(at -> places.contains((int) at.getLongKey())
                && at.getValue().ends.getLong(at.getValue().ends.size() - 1) > ns);
    }
}
