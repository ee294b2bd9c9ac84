package dev.faultline.model.analysis.gc;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Range;
import dev.faultline.model.analysis.measure.SlidingWindows;
import dev.faultline.trace.column.Sorted;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.BitSet;
import java.util.List;

/// When the collector's own workers ran.
public final class WorkerRuns {
    /// The label of a worker that takes a P which has nothing else to do.
    public static final String IDLE = "GC (idle)";
    private static final String ENTRY = "runtime.gcBgMarkWorker";

    private final IntArrayList goroutines = new IntArrayList();
    private final LongArrayList from = new LongArrayList();
    private final LongArrayList to = new LongArrayList();
    private final BitSet idle = new BitSet();

    /// Whether goroutines of a name are such workers.
    public static boolean isWorker(String name) {
        return name.startsWith(ENTRY);
    }

    /// A worker has run.
    ///
    /// @param fromNs 0 where that is older than what the trace tells of the worker
    /// @param onIdleTime whether it took a P that had nothing else to do
    public void add(int goroutine, long fromNs, long toNs, boolean onIdleTime) {
        idle.set(goroutines.size(), onIdleTime);
        goroutines.add(goroutine);
        from.add(fromNs);
        to.add(toNs);
    }

    /// Time that the workers ran within each mark phase; a run counts for the first one that it touches.
    long[] within(List<Range> marks, Goroutines all) {
        long[] sums = new long[marks.size()];
        for (int run = 0; run < from.size(); run++) {
            long start = Math.max(from.getLong(run), all.bornNs(goroutines.getInt(run)));
            int mark = Sorted.first(0, sums.length, m -> marks.get(m).endNs() > start);
            if (mark < sums.length) {
                sums[mark] += Math.max(0, Math.min(to.getLong(run), marks.get(mark).endNs())
                        - Math.max(start, marks.get(mark).startNs()));
            }
        }
        return sums;
    }

    /// Adds the time of workers that took Ps from the program to windows.
    void addTo(SlidingWindows windows, Goroutines all) {
        each(all, windows::add);
    }

    /// Takes a stretch of time.
    interface Stretch {
        void from(long fromNs, long toNs);
    }

    /// Hands over when workers ran that took Ps from the program.
    void each(Goroutines all, Stretch taken) {
        for (int run = 0; run < from.size(); run++) {
            if (!idle.get(run)) {
                taken.from(Math.max(from.getLong(run), all.bornNs(goroutines.getInt(run))), to.getLong(run));
            }
        }
    }

    /// Time that workers ran on Ps that had nothing else to do.
    long idleNs() {
        return idle.stream().mapToLong(run -> to.getLong(run) - from.getLong(run)).sum();
    }
}
