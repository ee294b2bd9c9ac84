package dev.faultline.model.analysis.gc;

import dev.faultline.model.GoState;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.TraceModel;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/// Why a goroutine that could run did not: a stretch in the run queue divided exactly, moment by moment, by the first of
/// these that holds. A trace does not tell which goroutines are locked to a thread: what they wait for theirs counts as
/// idle.
///
/// @param stoppedNs the world was stopped
/// @param idleNs a P had nothing to do: the wake-up took its time
/// @param collectorNs all Ps were busy, at least one with a dedicated worker of the collector
/// @param syscallNs all Ps were busy, at least one held by a system call
/// @param busyNs all Ps ran other goroutines
/// @param by time on a P by group of the goroutines that ran meanwhile
public record QueueBlame(long stoppedNs, long idleNs, long collectorNs, long syscallNs, long busyNs,
        Int2LongOpenHashMap by) {

    /// Divides a stretch.
    ///
    /// @param fromNs its begin, nanoseconds since the trace's first event
    /// @param toNs its end
    public static QueueBlame of(TraceModel model, long fromNs, long toNs) {
        long[] parts = new long[5];
        Int2LongOpenHashMap by = new Int2LongOpenHashMap();
        Stops stops = new Stops(model);
        int procs = model.procCount();
        long at = fromNs;
        while (at < toNs) {
            long until = toNs;
            boolean idle = false;
            boolean collector = false;
            boolean syscall = false;
            IntArrayList groups = new IntArrayList();
            for (int p = 0; p < procs; p++) {
                ProcSpans spans = model.procSpans(p);
                int s = spans.firstEndingAfter(at);
                if (s >= spans.size() || spans.start(s) > at) {
                    idle |= exists(spans, at);
                    until = s < spans.size() ? Math.min(until, spans.start(s)) : until;
                    continue;
                }
                until = Math.min(until, spans.end(s));
                int g = spans.goroutine(s);
                collector |= g >= 0 && WorkerRuns.isWorker(model.goroutines().name(g));
                syscall |= spans.state(s) == GoState.SYSCALL;
                if (g >= 0) {
                    groups.add(model.goroutines().group(g));
                }
            }
            long stopped = stops.endOfStopAt(at);
            until = Math.max(at + 1, stopped < 0 ? stops.nextAfter(at, until) : Math.min(until, stopped));
            long part = until - at;
            groups.forEach(group -> by.addTo(group, part));
            parts[stopped >= 0 ? 0 : idle ? 1 : collector ? 2 : syscall ? 3 : 4] += part;
            at = until;
        }
        return new QueueBlame(parts[0], parts[1], parts[2], parts[3], parts[4], by);
    }

    /// All parts together: the length of the stretch.
    public long totalNs() {
        return stoppedNs + idleNs + collectorNs + syscallNs + busyNs;
    }

    /// A P that was never used, or not used any more, is not idle but absent.
    private static boolean exists(ProcSpans spans, long ns) {
        return spans.size() > 0 && spans.start(0) <= ns && spans.end(spans.size() - 1) > ns;
    }
}
