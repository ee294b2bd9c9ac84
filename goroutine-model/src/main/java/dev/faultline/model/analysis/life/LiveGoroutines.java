package dev.faultline.model.analysis.life;

import dev.faultline.model.Goroutines;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;

/// How many goroutines of the program there were, those of the runtime left out.
public final class LiveGoroutines {
    private LiveGoroutines() {
    }

    /// The greatest number that lived at one moment of a range: exact, however short the burst.
    ///
    /// @param fromNs nanoseconds since the trace's first event
    /// @param toNs not included
    public static long peak(Goroutines all, long fromNs, long toNs) {
        LongArrayList births = new LongArrayList();
        LongArrayList ends = new LongArrayList();
        for (int g = 0; g < all.count(); g++) {
            if (!all.system(g) && all.bornNs(g) < toNs && all.endNs(g) >= fromNs) {
                births.add(all.bornNs(g));
                ends.add(all.endNs(g));
            }
        }
        long[] born = births.toLongArray();
        long[] ended = ends.toLongArray();
        Arrays.parallelSort(born);
        Arrays.parallelSort(ended);
        long peak = 0;
        int gone = 0;
        for (int i = 0; i < born.length; i++) {
            long now = Math.max(born[i], fromNs);
            while (gone < ended.length && ended[gone] <= now) {
                gone++;
            }
            peak = Math.max(peak, i + 1 - gone);
        }
        return peak;
    }

    /// How many live on at the end of the trace.
    public static long atEnd(Goroutines all) {
        return IntStream.range(0, all.count()).filter(g -> !all.system(g) && !all.ended(g)).count();
    }

    /// How many were created in the trace.
    public static long created(Goroutines all) {
        return IntStream.range(0, all.count()).filter(g -> !all.system(g) && !all.bornBefore(g)).count();
    }
}
