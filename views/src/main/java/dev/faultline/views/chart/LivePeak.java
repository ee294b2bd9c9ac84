package dev.faultline.views.chart;

import dev.faultline.model.Goroutines;
import dev.faultline.views.scale.TimeRange;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/// The greatest number of the program's goroutines that lived at one moment of a range: exact, however short the burst.
final class LivePeak {
    private LivePeak() {
    }

    static long of(Goroutines all, TimeRange range) {
        LongArrayList births = new LongArrayList();
        LongArrayList ends = new LongArrayList();
        for (int g = 0; g < all.count(); g++) {
            if (!all.system(g) && all.bornNs(g) < range.toNs() && all.endNs(g) >= range.fromNs()) {
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
            long now = Math.max(born[i], range.fromNs());
            while (gone < ended.length && ended[gone] <= now) {
                gone++;
            }
            peak = Math.max(peak, i + 1 - gone);
        }
        return peak;
    }
}
