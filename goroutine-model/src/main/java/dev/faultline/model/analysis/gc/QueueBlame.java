package dev.faultline.model.analysis.gc;

import dev.faultline.model.GoState;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.measure.Longest.Stretch;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/// Why goroutines that could run did not: stretches in the run queue divided exactly, moment by moment, by the first of
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

    /// Divides stretches and adds up the parts.
    public static QueueBlame of(TraceModel model, List<Stretch> stretches) {
        long[] parts = new long[5];
        Int2LongOpenHashMap by = new Int2LongOpenHashMap();
        Stops stops = new Stops(model);
        ProcCounts counts = ProcCounts.of(model);
        List<Lane> lanes = new ArrayList<>();
        for (int p = 0; p < model.procCount(); p++) {
            lanes.add(new Lane(model, model.procSpans(p)));
        }
        for (Stretch stretch : stretches) {
            divide(stretch, lanes, stops, counts, parts, by);
        }
        return new QueueBlame(parts[0], parts[1], parts[2], parts[3], parts[4], by);
    }

    private static void divide(Stretch stretch, List<Lane> lanes, Stops stops, ProcCounts counts, long[] parts,
            Int2LongOpenHashMap by) {
        lanes.forEach(lane -> lane.seek(stretch.fromNs()));
        long at = stretch.fromNs();
        while (at < stretch.toNs()) {
            long until = Math.min(stretch.toNs(), counts.until(at));
            int procs = counts.at(at);
            boolean idle = procs > lanes.size();
            boolean collector = false;
            boolean syscall = false;
            for (Lane lane : lanes) {
                lane.moveTo(at);
                until = Math.min(until, lane.until());
                idle |= lane.idle(procs);
                collector |= lane.used() && lane.worker;
                syscall |= lane.used() && lane.syscall;
            }
            long stopped = stops.endOfStopAt(at);
            until = Math.max(at + 1, stopped < 0 ? stops.nextAfter(at, until) : Math.min(until, stopped));
            long part = until - at;
            for (Lane lane : lanes) {
                if (lane.used() && lane.group >= 0) {
                    by.addTo(lane.group, part);
                }
            }
            parts[stopped >= 0 ? 0 : idle ? 1 : collector ? 2 : syscall ? 3 : 4] += part;
            at = until;
        }
    }

    /// One P, at a moment that moves on. What it does is read when it begins: most moments are those of other Ps.
    private static final class Lane {
        private final TraceModel model;
        private final ProcSpans spans;
        private long at;
        private int span;
        private long start;
        private long end;
        private int group;
        private boolean worker;
        private boolean syscall;

        Lane(TraceModel model, ProcSpans spans) {
            this.model = model;
            this.spans = spans;
        }

        void seek(long ns) {
            span = spans.firstEndingAfter(ns);
            read();
        }

        private void read() {
            boolean more = span < spans.size();
            start = more ? spans.start(span) : Long.MAX_VALUE;
            end = more ? spans.end(span) : Long.MAX_VALUE;
            int g = more ? spans.goroutine(span) : -1;
            group = g < 0 ? -1 : model.goroutines().group(g);
            worker = g >= 0 && WorkerRuns.isWorker(model.goroutines().name(g));
            syscall = more && spans.state(span) == GoState.SYSCALL;
        }

        void moveTo(long ns) {
            at = ns;
            while (end <= ns) {
                span++;
                read();
            }
        }

        boolean used() {
            return start <= at;
        }

        /// One whose number is not below GOMAXPROCS is not idle but absent.
        boolean idle(int procs) {
            return !used() && spans.proc() < procs;
        }

        /// When the state may change.
        long until() {
            return used() ? end : start;
        }
    }

    /// All parts together: the length of the stretch.
    public long totalNs() {
        return stoppedNs + idleNs + collectorNs + syscallNs + busyNs;
    }
}
