package dev.faultline.model.analysis.timing;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;

/// Stretches in which no thread records anything.
public final class Silences {
    /// Shorter ones are not worth keeping.
    static final long MIN_NS = 10_000_000;
    private static final int MOST = 10_000;

    /// @param fromNs last event before
    /// @param toNs first event after
    /// @param runnable goroutines that were ready to run all the while
    /// @param running goroutines that were on a P
    /// @param overdue sites of waits that a timer ended only after it although such waits are short otherwise
    public record Silence(long fromNs, long toNs, int runnable, int running, IntOpenHashSet overdue) {
        public long durationNs() {
            return toNs - fromNs;
        }
    }

    private final List<Silence> all = new ArrayList<>();
    private long latest;

    /// Notes an event; true when a silence came before it.
    boolean event(long ns) {
        boolean silent = ns - latest >= MIN_NS && all.size() < MOST;
        if (!silent) {
            latest = Math.max(latest, ns);
        }
        return silent;
    }

    void add(long ns, int runnable, int running) {
        all.add(new Silence(latest, ns, runnable, running, new IntOpenHashSet()));
        latest = ns;
    }

    /// A timer ended a wait.
    void timer(int site, long from, long to) {
        if (all.isEmpty()) {
            return;
        }
        Silence last = all.getLast();
        if (from <= last.fromNs() && to - last.toNs() < MIN_NS) {
            last.overdue().add(site);
        }
    }

    /// All of at least 10 ms, in the order of time.
    public List<Silence> all() {
        return List.copyOf(all);
    }
}
