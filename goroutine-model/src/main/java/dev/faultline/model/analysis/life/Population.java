package dev.faultline.model.analysis.life;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;

/// How the number of live goroutines of one creation site changes over equal windows of the trace.
///
/// @param alive live goroutines at the end of each window
/// @param before live goroutines when the trace begins
/// @param born births in the trace
/// @param ended ends in the trace
/// @param slopePerSecond slope of the line of least squares through `alive`, goroutines per second
public record Population(int[] alive, int before, int born, int ended, double slopePerSecond) {
    private static final int WINDOWS = 8;

    /// Counts a group's goroutines, and those of its kind that are older than the trace.
    ///
    /// @param older goroutines whose creation is not in the trace and whose entry function is the group's: where the group
    ///        replaces them, it does not grow
    public static Population of(TraceModel model, GoroutineGroup group, IntList older) {
        Goroutines goroutines = model.goroutines();
        long width = Math.max(1, (model.durationNs() + WINDOWS) / WINDOWS);
        int[] change = new int[WINDOWS];
        int before = 0;
        int born = 0;
        int ended = 0;
        IntArrayList all = new IntArrayList(group.members());
        all.addAll(older);
        for (int g : all) {
            if (goroutines.bornBefore(g)) {
                before++;
            } else {
                born++;
                change[window(goroutines.bornNs(g), width)]++;
            }
            if (goroutines.ended(g)) {
                ended++;
                change[window(goroutines.endNs(g), width)]--;
            }
        }
        int[] alive = new int[WINDOWS];
        int now = before;
        for (int w = 0; w < WINDOWS; w++) {
            now += change[w];
            alive[w] = now;
        }
        return new Population(alive, before, born, ended, slope(alive) * 1e9 / width);
    }

    private static int window(long ns, long width) {
        return (int) Math.min(WINDOWS - 1, ns / width);
    }

    private static double slope(int[] y) {
        double meanX = (y.length - 1) / 2.0;
        double meanY = java.util.Arrays.stream(y).average().orElse(0);
        double above = 0;
        double below = 0;
        for (int x = 0; x < y.length; x++) {
            above += (x - meanX) * (y[x] - meanY);
            below += (x - meanX) * (x - meanX);
        }
        return above / below;
    }

    /// How many more there are at the end than at the beginning.
    public int gain() {
        return alive[alive.length - 1] - before;
    }

    /// Share of the windows in which more were born than ended, 0 to 1.
    public double risingShare() {
        int rising = 0;
        int last = before;
        for (int now : alive) {
            rising += now > last ? 1 : 0;
            last = now;
        }
        return (double) rising / alive.length;
    }
}
