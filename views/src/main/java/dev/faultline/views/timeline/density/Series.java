package dev.faultline.views.timeline.density;

import dev.faultline.views.scale.TimeScale;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One or two values over time, asked for px by px. Belongs to one thread.
public abstract class Series {
    private @Nullable Columns last;

    /// What was asked for last, which is what is asked for next most often.
    private record Columns(TimeScale scale, double fromPx, int count, double[] first, double[] second) {}

    /// The value in a stretch, 0 or more.
    protected abstract double first(double fromNs, double toNs);

    /// The other value there, such as a goal; 0 when there is none.
    protected double second(double fromNs, double toNs) {
        return 0;
    }

    /// A value in words, such as `34 MB`.
    public abstract String words(double value);

    /// What fills the height of its graph, given the largest value on screen.
    public double top(double peak) {
        return peak;
    }

    /// The values under a row of px.
    ///
    /// @param second whether the other value is asked for
    public double[] columns(TimeScale scale, double fromPx, int count, boolean second) {
        Columns known = last;
        if (known == null || !known.scale.equals(scale) || known.fromPx != fromPx || known.count != count) {
            double[] a = new double[count];
            double[] b = new double[count];
            for (int i = 0; i < count; i++) {
                double from = scale.startNs() + (fromPx + i - scale.originPx()) * scale.nsPerPx();
                a[i] = first(from, from + scale.nsPerPx());
                b[i] = second(from, from + scale.nsPerPx());
            }
            known = new Columns(scale, fromPx, count, a, b);
            last = known;
        }
        return second ? known.second : known.first;
    }

    /// The largest of the values under a row of px.
    public double peak(TimeScale scale, double fromPx, int count) {
        return Math.max(Arrays.stream(columns(scale, fromPx, count, false)).max().orElse(0),
                Arrays.stream(columns(scale, fromPx, count, true)).max().orElse(0));
    }

    /// What is told of a moment, one line each.
    public String at(double fromNs, double toNs) {
        return words(first(fromNs, toNs));
    }
}
