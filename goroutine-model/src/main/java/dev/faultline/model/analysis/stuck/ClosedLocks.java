package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Spans;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Locks that only one function takes and releases. A trace does not tell which goroutine holds a lock; but where all who
/// released one did so further down in the function that takes it, its holder is inside that function, at or past the line of
/// its first lock. When everybody there waits for a lock, none of them can release one any more.
final class ClosedLocks {
    /// So many must have been let in by who left the function.
    private static final int RELEASES = 5;
    /// Goroutines that wait past the first lock: each needs a lock that another one holds.
    private static final int PAST_FIRST = 2;
    /// A wait is out of character from so many times the longest that ended on.
    private static final int TIMES_LONGEST = 3;

    private final StuckInput input;
    private final Goroutines goroutines;
    private final Stacks stacks;
    private final long minAgeNs;

    /// A function that takes locks.
    private static final class Locker {
        final List<OpenWait> waits = new ArrayList<>();
        final List<SiteWait> sites = new ArrayList<>();
        int first = Integer.MAX_VALUE;
        long longestNs;
    }

    /// @param minAgeNs how long a wait must have lasted
    ClosedLocks(StuckInput input, long minAgeNs) {
        this.input = input;
        this.minAgeNs = minAgeNs;
        goroutines = input.model().goroutines();
        stacks = input.model().trace().stacks();
    }

    /// @param waits open waits that can never end
    /// @param releases how many releases show that the locks belong to one function
    record Closed(List<OpenWait> waits, int releases) {}

    /// By function.
    List<Closed> find() {
        Int2ObjectOpenHashMap<Locker> lockers = new Int2ObjectOpenHashMap<>();
        for (OpenWait w : input.openWaits().all()) {
            int frame = w.object() == WaitObject.MUTEX ? taker(w.stack()) : -1;
            if (frame >= 0) {
                Locker locker = lockers.computeIfAbsent(stacks.function(frame), key -> new Locker());
                locker.waits.add(w);
                locker.first = Math.min(locker.first, line(frame));
            }
        }
        for (SiteWait site : input.timing().waits()) {
            int frame = site.object() == WaitObject.MUTEX ? taker(site.stack()) : -1;
            Locker locker = frame < 0 ? null : lockers.get(stacks.function(frame));
            if (locker != null) {
                locker.sites.add(site);
                locker.first = Math.min(locker.first, line(frame));
                site.longest().all().stream().mapToLong(s -> s.toNs() - s.fromNs())
                        .forEach(ns -> locker.longestNs = Math.max(locker.longestNs, ns));
            }
        }
        List<Closed> closed = new ArrayList<>();
        for (Int2ObjectMap.Entry<Locker> entry : lockers.int2ObjectEntrySet()) {
            check(entry.getIntKey(), entry.getValue(), closed);
        }
        return closed;
    }

    private void check(int function, Locker locker, List<Closed> closed) {
        IntArrayList past = new IntArrayList();
        locker.waits.stream().mapToInt(w -> line(taker(w.stack()))).filter(line -> line > locker.first)
                .forEach(past::add);
        int releases = past.size() < PAST_FIRST ? 0 : releases(function, locker, past);
        if (releases < RELEASES) {
            return;
        }
        Int2LongOpenHashMap free = insideSince(function, freeInside(function, locker.first));
        List<OpenWait> waits = locker.waits.stream().filter(w -> w.ageNs() >= minAgeNs
                && w.ageNs() > locker.longestNs * TIMES_LONGEST && nobodyFree(w, free)).toList();
        if (waits.stream().filter(w -> line(taker(w.stack())) > locker.first).count() >= PAST_FIRST) {
            closed.add(new Closed(waits, releases));
        }
    }

    /// How many waits for the first lock were ended further down in the function than all that wait past it; 0 where one was
    /// ended elsewhere.
    private int releases(int function, Locker locker, IntList past) {
        int releases = 0;
        for (SiteWait site : locker.sites) {
            WakeLog wakes = site.wakes();
            for (int i = 0; i < wakes.size(); i++) {
                if (wakes.waker(i) == WakeLog.RUNTIME) {
                    continue;
                }
                int line = lineIn(function, wakes.stack(i));
                if (line < 0) {
                    return 0;
                }
                if (line(taker(site.stack())) == locker.first && past.intStream().allMatch(p -> p < line)) {
                    releases++;
                }
            }
        }
        return releases;
    }

    /// Goroutines that stand in the function, at or past its first lock, and do not wait for a lock.
    private IntList freeInside(int function, int first) {
        BitSet locked = new BitSet();
        input.openWaits().all().stream().filter(w -> w.object() == WaitObject.MUTEX)
                .forEach(w -> locked.set(w.goroutine()));
        IntArrayList free = new IntArrayList();
        for (int g = 0; g < goroutines.count(); g++) {
            if (!locked.get(g) && !goroutines.ended(g) && input.timing().exists(g)
                    && lineIn(function, lastStack(g)) >= first) {
                free.add(g);
            }
        }
        return free;
    }

    private int lastStack(int g) {
        int stack = input.timing().stack(g);
        Spans spans = input.model().spans(g);
        for (int i = spans.size() - 1; stack == 0 && i >= 0; i--) {
            stack = spans.stack(i);
        }
        return stack;
    }

    /// Since when each of some goroutines may have been in the function: since its birth, or since it last ended a wait
    /// elsewhere.
    private Int2LongOpenHashMap insideSince(int function, IntList some) {
        Int2LongOpenHashMap since = new Int2LongOpenHashMap();
        some.forEach(g -> since.put(g, goroutines.bornBefore(g) ? -1 : goroutines.bornNs(g)));
        for (SiteWait site : since.isEmpty() ? List.<SiteWait>of() : input.timing().waits()) {
            if (lineIn(function, site.stack()) >= 0) {
                continue;
            }
            WakeLog wakes = site.wakes();
            for (int i = 0; i < wakes.size(); i++) {
                int g = wakes.target(i);
                if (since.containsKey(g)) {
                    since.put(g, Math.max(since.get(g), wakes.endNs(i)));
                }
            }
        }
        return since;
    }

    /// Whoever came later has not held the lock since the wait began.
    private static boolean nobodyFree(OpenWait w, Int2LongOpenHashMap insideSince) {
        return insideSince.values().longStream().allMatch(since -> since > w.sinceNs());
    }

    /// The frame that calls `Lock` or `RLock`, -1 where another kind of lock is waited for.
    private int taker(int stack) {
        int depth = stacks.depth(stack);
        for (int d = 0; d + 1 < depth; d++) {
            String function = stacks.frame(stacks.frameId(stack, d)).function();
            if (function.startsWith("sync.(*Mutex).") || function.startsWith("sync.(*RWMutex).")) {
                int frame = stacks.frameId(stack, d + 1);
                if (!stacks.frame(frame).function().startsWith("sync.")) {
                    return frame;
                }
            }
        }
        return -1;
    }

    private int line(int frame) {
        return stacks.frame(frame).line();
    }

    /// The line at which a stack stands in a function, -1 when it does not.
    private int lineIn(int function, int stack) {
        for (int d = 0; d < stacks.depth(stack); d++) {
            int frame = stacks.frameId(stack, d);
            if (stacks.function(frame) == function) {
                return line(frame);
            }
        }
        return -1;
    }
}
