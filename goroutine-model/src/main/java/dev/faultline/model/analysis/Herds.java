package dev.faultline.model.analysis;

import dev.faultline.trace.column.Ints;
import dev.faultline.trace.column.Longs;
import dev.faultline.trace.column.Slabs;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;

/// Bursts in which one goroutine wakes many at once, and how many of those went back to wait at the same site having done
/// next to nothing.
public final class Herds {
    /// Wake-ups by one goroutine that are no further apart belong to one burst.
    private static final long APART_NS = 100_000;
    /// From this size on a burst's goroutines are followed.
    private static final int FOLLOW_FROM = 8;
    /// Who runs for less between being woken and waiting again has done nothing.
    private static final long NOTHING_NS = 100_000;
    private static final int MOST = 100_000;

    /// @param waker index of the goroutine that woke them
    /// @param stack its stack
    /// @param site where they had waited
    /// @param size how many it woke
    /// @param followed how many of them were followed
    /// @param futile how many of those went back to wait at once
    public record Burst(int waker, int stack, int site, long fromNs, long toNs, int size, int followed, int futile) {}

    private final Ints streak;
    private final Longs lastWake;
    private final Ints lastWoken;
    private final Ints burstOf;
    private final Ints burstBy;
    private final IntArrayList wakers = new IntArrayList();
    private final IntArrayList stacks = new IntArrayList();
    private final IntArrayList sites = new IntArrayList();
    private final LongArrayList from = new LongArrayList();
    private final LongArrayList to = new LongArrayList();
    private final IntArrayList sizes = new IntArrayList();
    private final IntArrayList followed = new IntArrayList();
    private final IntArrayList futile = new IntArrayList();

    /// @param room for the columns
    Herds(int goroutines, Slabs room) {
        streak = new Ints(room, goroutines);
        lastWake = new Longs(room, goroutines);
        lastWoken = new Ints(room, goroutines);
        burstOf = new Ints(room, goroutines);
        burstBy = new Ints(room, goroutines);
    }

    void wake(int waker, int woken, int stack, int site, long ns) {
        boolean again = woken == lastWoken.get(waker)
                || burstBy.get(waker) != 0 && burstOf.get(woken) == burstBy.get(waker);
        if (streak.get(waker) > 0 && !again && ns - lastWake.get(waker) <= APART_NS) {
            streak.add(waker, 1);
        } else {
            streak.set(waker, 1);
            burstBy.set(waker, 0);
        }
        lastWake.set(waker, ns);
        lastWoken.set(waker, woken);
        burstOf.set(woken, 0);
        if (streak.get(waker) >= FOLLOW_FROM && wakers.size() < MOST) {
            follow(waker, woken, stack, site, ns);
        }
    }

    private void follow(int waker, int woken, int stack, int site, long ns) {
        if (burstBy.get(waker) == 0) {
            wakers.add(waker);
            stacks.add(stack);
            sites.add(site);
            from.add(ns);
            to.add(ns);
            sizes.add(0);
            followed.add(0);
            futile.add(0);
            burstBy.set(waker, wakers.size());
        }
        int burst = burstBy.get(waker) - 1;
        to.set(burst, ns);
        sizes.set(burst, streak.get(waker));
        followed.set(burst, followed.getInt(burst) + 1);
        burstOf.set(woken, burst + 1);
    }

    /// A goroutine waits again.
    ///
    /// @param forLock whether for a mutex, as on the way out of sync.Cond.Wait: then it is too early to tell
    void waits(int g, int site, long ranNs, boolean forLock) {
        streak.set(g, 0); // whom it wakes from now on it wakes another time
        if (burstOf.get(g) == 0) {
            return;
        }
        int burst = burstOf.get(g) - 1;
        boolean same = site == sites.getInt(burst);
        if (same && forLock) {
            return;
        }
        if (same && ranNs < NOTHING_NS) {
            futile.set(burst, futile.getInt(burst) + 1);
        }
        burstOf.set(g, 0);
    }

    /// All bursts of at least this size, in the order of time.
    public List<Burst> of(int size) {
        List<Burst> found = new ArrayList<>();
        for (int b = 0; b < wakers.size(); b++) {
            if (sizes.getInt(b) >= size) {
                found.add(new Burst(wakers.getInt(b), stacks.getInt(b), sites.getInt(b), from.getLong(b),
                        to.getLong(b), sizes.getInt(b), followed.getInt(b), futile.getInt(b)));
            }
        }
        return found;
    }
}
