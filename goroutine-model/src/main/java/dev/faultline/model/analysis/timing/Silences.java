package dev.faultline.model.analysis.timing;

import dev.faultline.model.analysis.measure.Longest.Stretch;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.List;

/// Stretches in which no thread records anything, and what was due in them.
public final class Silences {
    /// Shorter ones are not worth keeping.
    static final long MIN_NS = 10_000_000;
    /// A timer that ends a wait within this time after a silence may have been due in it.
    private static final long AFTER_NS = 5_000_000;
    /// The runtime preempts a goroutine after 10 ms; one that runs so much longer cannot be preempted, or the machine is too
    /// busy to do so.
    static final long UNPREEMPTED_NS = 30_000_000;
    private static final int MOST = 10_000;

    /// @param fromNs last event before
    /// @param toNs first event after
    /// @param stopped whether the world was stopped, or somebody waited for that
    /// @param collecting whether the GC was marking
    /// @param idleProcs Ps that had nothing to do
    /// @param runnable indices of the program's goroutines that were ready to run all the while
    /// @param running the program's goroutines that ran, with the start of their run
    /// @param timers waits that a timer ended right afterwards, of which the silence was the larger part
    public record Silence(long fromNs, long toNs, boolean stopped, boolean collecting, int idleProcs, IntList runnable,
            List<Run> running, List<TimerWait> timers) {
        public long durationNs() {
            return toNs - fromNs;
        }
    }

    /// @param goroutine index
    /// @param sinceNs begin of its run
    public record Run(int goroutine, long sinceNs) {}

    /// @param site where it waited
    /// @param stretch from the start of the wait to the timer
    public record TimerWait(int site, Stretch stretch) {}

    private final List<Silence> all = new ArrayList<>();
    private long latest;
    private int unpreempted;

    /// Notes an event; true when a silence came before it.
    boolean event(long ns) {
        boolean silent = ns - latest >= MIN_NS && all.size() < MOST;
        if (!silent) {
            latest = Math.max(latest, ns);
        }
        return silent;
    }

    /// Something is missing up to a time: what was recorded before it is not known.
    void missing(long untilNs) {
        latest = Math.max(latest, untilNs);
    }

    /// @param ns first event after it
    /// @param stopped as in the silence, as `collecting` and `idleProcs`
    /// @return the silence, to which goroutines may be added
    Silence add(long ns, boolean stopped, boolean collecting, int idleProcs) {
        Silence silence = new Silence(latest, ns, stopped, collecting, idleProcs, new IntArrayList(), new ArrayList<>(),
                new ArrayList<>());
        all.add(silence);
        latest = ns;
        return silence;
    }

    /// A timer ended a wait at a site.
    void timer(int site, Stretch wait) {
        if (all.isEmpty()) {
            return;
        }
        Silence last = all.getLast();
        if (wait.fromNs() <= last.fromNs() && wait.toNs() - last.toNs() < AFTER_NS
                && 2 * last.durationNs() >= wait.durationNs()) {
            last.timers().add(new TimerWait(site, wait));
        }
    }

    /// A goroutine of the program stopped running.
    void ran(long fromNs, long toNs) {
        long heard = toNs - fromNs;
        boolean goesOn = false;
        for (int i = all.size() - 1; i >= 0 && all.get(i).toNs() > fromNs; i--) {
            heard -= all.get(i).toNs() - Math.max(fromNs, all.get(i).fromNs());
            goesOn |= toNs - all.get(i).toNs() >= UNPREEMPTED_NS;
        }
        unpreempted += goesOn || heard >= UNPREEMPTED_NS ? 1 : 0;
    }

    /// All of at least 10 ms, in the order of time.
    public List<Silence> all() {
        return List.copyOf(all);
    }

    /// Runs of goroutines that went on for 30 ms or more without being preempted, while others recorded something or after a
    /// silence.
    public int unpreempted() {
        return unpreempted;
    }
}
