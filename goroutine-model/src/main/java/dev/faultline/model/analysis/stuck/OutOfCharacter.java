package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.stuck.StuckWaits.Grade;
import dev.faultline.model.analysis.stuck.StuckWaits.Ground;
import dev.faultline.model.analysis.stuck.StuckWaits.Stuck;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.analysis.wait.OpenWait;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Goroutines that somebody could still wake, but whose kind shows that nobody will: younger peers have overtaken them,
/// or none was ever served while their number kept growing.
final class OutOfCharacter {
    /// Goroutines, none of them ever served, that make a pattern.
    private static final int NEVER_SERVED = 10;
    private static final int WINDOWS = 4;
    /// Wake-ups by a timer that show its interval.
    private static final int TICKS = 3;
    /// The longest of the intervals is at most so many times the shortest.
    private static final int TICK_SPREAD = 3;
    /// Intervals without a wake-up after which the timer is taken to be stopped.
    private static final int TICKS_MISSED = 20;

    private final StuckInput input;
    private final Goroutines goroutines;
    private final Overtaken overtaken;

    /// @param living goroutines that run, can run, sleep or wait for the outside
    OutOfCharacter(StuckInput input, BitSet living, Holders holders) {
        this.input = input;
        this.goroutines = input.model().goroutines();
        this.overtaken = new Overtaken(input, living, holders);
    }

    /// Those of the given waits, by group of their goroutines.
    List<Stuck> among(List<OpenWait> waits) {
        Int2ObjectOpenHashMap<List<OpenWait>> byGroup = new Int2ObjectOpenHashMap<>();
        for (OpenWait w : waits) {
            if (!goroutines.bornBefore(w.goroutine()) && w.site() >= 0) {
                byGroup.computeIfAbsent(goroutines.group(w.goroutine()), key -> new ArrayList<>()).add(w);
            }
        }
        List<Stuck> found = new ArrayList<>();
        addStoppedTimers(waits, found);
        for (Int2ObjectMap.Entry<List<OpenWait>> entry : byGroup.int2ObjectEntrySet()) {
            IntList members = input.model().groups().get(entry.getIntKey()).members();
            if (neverServed(entry.getValue(), members)) {
                entry.getValue().forEach(w -> found.add(new Stuck(w, Grade.LIKELY, Ground.NEVER_SERVED, 0)));
            } else {
                overtaken.among(entry.getValue(), members, found);
            }
        }
        return found;
    }

    /// All of the group wait at the same site, nobody was ever woken there, and they were born all through the trace.
    private boolean neverServed(List<OpenWait> waits, IntList members) {
        if (waits.size() < NEVER_SERVED || waits.size() < members.size() * 0.95) {
            return false;
        }
        BitSet windows = new BitSet();
        for (OpenWait w : waits) {
            boolean owed = w.object() == WaitObject.SEND || w.object() == WaitObject.WAIT_GROUP
                    || w.object() == WaitObject.MUTEX;
            if (!owed || served(w.site())) {
                return false;
            }
            long born = goroutines.bornNs(w.goroutine());
            windows.set((int) Math.min(WINDOWS - 1, born * WINDOWS / Math.max(1, input.model().durationNs())));
        }
        return windows.cardinality() == WINDOWS;
    }

    /// A single one may be a ticker that was set to a longer interval; where several at a site stand still, it is a habit.
    private void addStoppedTimers(List<OpenWait> waits, List<Stuck> found) {
        List<OpenWait> stopped = waits.stream().filter(this::timerStopped).toList();
        Int2IntOpenHashMap atSite = new Int2IntOpenHashMap();
        stopped.forEach(w -> atSite.addTo(w.site(), 1));
        for (OpenWait w : stopped) {
            Grade grade = atSite.get(w.site()) > 1 ? Grade.LIKELY : Grade.POSSIBLE;
            found.add(new Stuck(w, grade, Ground.TIMER_STOPPED, 0));
        }
    }

    /// It receives from one channel, which only timers served so far, at regular intervals; a ticker that is stopped does
    /// not close its channel.
    private boolean timerStopped(OpenWait w) {
        SiteWait site = input.timing().waitsAt(w.site());
        if (w.object() != WaitObject.RECEIVE || site == null) {
            return false;
        }
        int ticks = 0;
        long longest = 0;
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < site.wakes().size(); i++) {
            if (site.wakes().target(i) == w.goroutine()) {
                if (site.wakes().waker(i) != WakeLog.RUNTIME) {
                    return false;
                }
                ticks++;
                longest = Math.max(longest, site.wakes().durationNs(i));
                shortest = Math.min(shortest, site.wakes().durationNs(i));
            }
        }
        return ticks >= TICKS && longest <= shortest * TICK_SPREAD && w.ageNs() >= longest * TICKS_MISSED;
    }

    private boolean served(int site) {
        SiteWait at = input.timing().waitsAt(site);
        return at != null && at.wakes().total() > 0;
    }
}
