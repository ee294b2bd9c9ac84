package dev.faultline.model.analysis.wait;

import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.Timing;
import dev.faultline.model.analysis.timing.WakeLog;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;

/// A small fixed group of goroutines that take work at one site, and the callers that hand it to them.
///
/// @param group index of the workers' group
/// @param idleSite where the workers wait for work
/// @param handOver site at which callers hand work over
/// @param busyFrom begins of the stretches in which no worker waited for work
/// @param busyTo ends of those
/// @param blockedShare share of the workers' busy time in which they were blocked themselves, 0 to 1
public record Pool(int group, int idleSite, int handOver, LongArrayList busyFrom, LongArrayList busyTo,
        double blockedShare) {
    /// Fills in the stretches without an idle worker.
    ///
    /// @param saturated whether none is idle when the trace begins; else they are looked for from the first hand-over on
    void findBusy(LongArrayList begins, LongArrayList ends, long durationNs, boolean saturated) {
        long[] starts = begins.toLongArray();
        long[] stops = ends.toLongArray();
        java.util.Arrays.sort(starts);
        java.util.Arrays.sort(stops);
        int waiting = 0;
        int s = 0;
        long busySince = saturated ? 0 : -1;
        for (long stop : stops) {
            while (s < starts.length && starts[s] <= stop) {
                if (busySince >= 0 && starts[s] > busySince) {
                    busyFrom.add(busySince);
                    busyTo.add(starts[s]);
                }
                busySince = -1;
                waiting++;
                s++;
            }
            waiting--;
            busySince = waiting == 0 ? stop : -1;
        }
        if (busySince >= 0 && busySince < durationNs) {
            busyFrom.add(busySince);
            busyTo.add(durationNs);
        }
    }

    /// How much of a stretch no worker was idle in, nanoseconds.
    public long busyWithin(long from, long to) {
        long sum = 0;
        for (int i = 0; i < busyFrom.size(); i++) {
            sum += Math.max(0, Math.min(to, busyTo.getLong(i)) - Math.max(from, busyFrom.getLong(i)));
        }
        return sum;
    }

    /// A caller that was kept waiting.
    ///
    /// @param goroutine index of the caller
    /// @param fromNs begin of its wait
    /// @param toNs end of it, that of the trace when it still waits
    /// @param waker index of who ended it, [WakeLog#RUNTIME] when none did
    /// @param waits whether it still waits
    public record Starved(int goroutine, long fromNs, long toNs, int waker, boolean waits) {}

    /// Callers that waited at the hand-over while no worker was free, and those that still do.
    public List<Starved> starved(Timing timing, OpenWaits open, long leastNs) {
        List<Starved> starved = new ArrayList<>();
        for (SiteWait site : timing.waits()) {
            boolean hands = site.object() == WaitObject.SEND || site.object() == WaitObject.SELECT;
            if (!hands || site.site() != handOver) {
                continue;
            }
            WakeLog wakes = site.wakes();
            for (int i = 0; i < wakes.size(); i++) {
                long length = wakes.durationNs(i);
                if (length >= leastNs && busyWithin(wakes.beginNs(i), wakes.endNs(i)) >= length / 2) {
                    starved.add(new Starved(wakes.target(i), wakes.beginNs(i), wakes.endNs(i), wakes.waker(i), false));
                }
            }
        }
        for (OpenWait w : open.all()) {
            long end = w.sinceNs() + w.ageNs();
            if (w.site() == handOver && w.ageNs() >= leastNs && busyWithin(w.sinceNs(), end) >= w.ageNs() / 2) {
                starved.add(new Starved(w.goroutine(), w.sinceNs(), end, WakeLog.RUNTIME, true));
            }
        }
        return starved;
    }
}
