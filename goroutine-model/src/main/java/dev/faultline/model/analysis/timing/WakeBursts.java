package dev.faultline.model.analysis.timing;

import dev.faultline.model.replay.GoroutineStates;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Bursts in which one goroutine wakes many others at once, and how many of those went back to wait at the same site having
/// done nothing but look: no system call, no wake-up of another, no more time than that takes.
public final class WakeBursts {
    /// Wake-ups by one goroutine that are no further apart belong to one burst.
    private static final long APART_NS = 100_000;
    /// From this size on a burst's goroutines are followed.
    private static final int FOLLOW_FROM = 8;
    /// Who looks again and finds nothing to do runs for about a microsecond; who runs for longer than this has worked,
    /// whatever the others of the burst did.
    private static final long RECHECK_NS = 10_000;
    /// Who runs for less than 128 ns is in the first class, and each class reaches to twice the time of the one before.
    private static final int FIRST_CLASS_BITS = 7;
    private static final int CLASSES = 8;
    /// Who is in a class so much higher than the quickest quarter of its burst has run for far longer than a look takes.
    private static final int FAR = 3;
    private static final int MOST = 100_000;

    /// @param waker index of the goroutine that woke them
    /// @param stack its stack
    /// @param site where they had waited
    /// @param size how many it woke
    /// @param followed how many of them were followed
    /// @param futile how many of those went back to wait at once
    public record Burst(int waker, int stack, int site, long fromNs, long toNs, int size, int followed, int futile) {}

    /// @param stack of who wakes
    /// @param site where the other waited
    /// @param ns when
    record Wake(int stack, int site, long ns) {}

    private final GoroutineStates states;
    // by slot
    private int[] streak = new int[64];
    private long[] lastWake = new long[64];
    /// Number of the row of wake-ups that a goroutine makes, and of the one in which it was last woken.
    private int[] streakOf = new int[64];
    private int[] wokenIn = new int[64];
    private int streaks;
    private int[] burstOf = new int[64];
    private int[] burstBy = new int[64];
    private final IntArrayList wakers = new IntArrayList();
    private final IntArrayList stacks = new IntArrayList();
    private final IntArrayList sites = new IntArrayList();
    private final LongArrayList from = new LongArrayList();
    private final LongArrayList to = new LongArrayList();
    private final IntArrayList sizes = new IntArrayList();
    private final IntArrayList followed = new IntArrayList();
    /// By burst and class of running time, how many went back to wait.
    private final IntArrayList back = new IntArrayList();

    WakeBursts(GoroutineStates states) {
        this.states = states;
    }

    /// A goroutine wakes another. Tells whether it is one of so many that the other is to be followed, see [#follow].
    ///
    /// @param waker slot of the one
    /// @param woken slot of the other
    /// @param forLock whether the other waited for a mutex: unlocking one is no work
    boolean wake(int waker, int woken, long ns, boolean forLock) {
        ensure(Math.max(waker, woken));
        if (!forLock) {
            burstOf[waker] = 0; // it hands something on
        }
        boolean again = wokenIn[woken] != 0 && wokenIn[woken] == streakOf[waker];
        if (streak[waker] > 0 && !again && ns - lastWake[waker] <= APART_NS) {
            streak[waker]++;
        } else {
            streak[waker] = 1;
            streakOf[waker] = ++streaks;
            burstBy[waker] = 0;
        }
        wokenIn[woken] = streakOf[waker];
        lastWake[waker] = ns;
        burstOf[woken] = 0;
        return streak[waker] >= FOLLOW_FROM && wakers.size() < MOST;
    }

    private void ensure(int slot) {
        if (slot >= streak.length) {
            int size = 2 * slot;
            streak = Arrays.copyOf(streak, size);
            lastWake = Arrays.copyOf(lastWake, size);
            streakOf = Arrays.copyOf(streakOf, size);
            wokenIn = Arrays.copyOf(wokenIn, size);
            burstOf = Arrays.copyOf(burstOf, size);
            burstBy = Arrays.copyOf(burstBy, size);
        }
    }

    /// Follows whom [#wake] just told of.
    void follow(int waker, int woken, Wake wake) {
        if (burstBy[waker] == 0) {
            wakers.add(states.goroutine(waker));
            stacks.add(wake.stack);
            sites.add(wake.site);
            from.add(wake.ns);
            to.add(wake.ns);
            sizes.add(0);
            followed.add(0);
            back.size(back.size() + CLASSES);
            burstBy[waker] = wakers.size();
        }
        int burst = burstBy[waker] - 1;
        to.set(burst, wake.ns);
        sizes.set(burst, streak[waker]);
        followed.set(burst, followed.getInt(burst) + 1);
        burstOf[woken] = burst + 1;
    }

    /// A goroutine waits again.
    ///
    /// @param forLock whether for a mutex, as on the way out of sync.Cond.Wait: then it is too early to tell
    void waits(int slot, int site, long ranNs, boolean forLock) {
        ensure(slot);
        streak[slot] = 0; // whom it wakes from now on it wakes another time
        if (burstOf[slot] == 0) {
            return;
        }
        int burst = burstOf[slot] - 1;
        boolean same = site >= 0 && site == sites.getInt(burst);
        if (same && forLock) {
            return;
        }
        if (same && ranNs < RECHECK_NS) {
            int at = burst * CLASSES + classOf(ranNs);
            back.set(at, back.getInt(at) + 1);
        }
        burstOf[slot] = 0;
    }

    private static int classOf(long ns) {
        return Math.clamp(Long.SIZE - Long.numberOfLeadingZeros(ns) - FIRST_CLASS_BITS, 0, CLASSES - 1);
    }

    /// How many of those that went back to wait ran for about as long as the quickest quarter of them.
    private int futile(int burst) {
        int all = 0;
        for (int c = 0; c < CLASSES; c++) {
            all += back.getInt(burst * CLASSES + c);
        }
        int futile = 0;
        int limit = CLASSES;
        for (int c = 0; c < CLASSES && c < limit; c++) {
            futile += back.getInt(burst * CLASSES + c);
            if (limit == CLASSES && futile * 4 >= all) {
                limit = c + FAR;
            }
        }
        return futile;
    }

    /// A goroutine makes a system call.
    void worked(int slot) {
        if (slot < burstOf.length) {
            burstOf[slot] = 0;
        }
    }

    /// A goroutine has exited; its slot passes on to another.
    void end(int slot) {
        if (slot < streak.length) {
            streak[slot] = 0;
            lastWake[slot] = 0;
            streakOf[slot] = 0;
            wokenIn[slot] = 0;
            burstOf[slot] = 0;
            burstBy[slot] = 0;
        }
    }

    /// All bursts of at least this size, in the order of time.
    public List<Burst> of(int size) {
        List<Burst> found = new ArrayList<>();
        for (int b = 0; b < wakers.size(); b++) {
            if (sizes.getInt(b) >= size) {
                found.add(new Burst(wakers.getInt(b), stacks.getInt(b), sites.getInt(b), from.getLong(b),
                        to.getLong(b), sizes.getInt(b), followed.getInt(b), futile(b)));
            }
        }
        return found;
    }
}
