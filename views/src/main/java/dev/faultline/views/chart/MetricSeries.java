package dev.faultline.views.chart;

import dev.faultline.model.Metric;
import dev.faultline.model.TraceModel;
import dev.faultline.views.scale.TimeRange;
import java.util.Arrays;
import java.util.Optional;

/// A metric's values, thinned to what a picture can show.
final class MetricSeries {
    private MetricSeries() {
    }

    /// The metric of this name, when the trace has values of it.
    static Optional<Metric> find(TraceModel model, String name) {
        return model.metrics().stream().filter(m -> m.name().equals(name) && m.timesNs().length > 0).findFirst();
    }

    /// The staircase of a metric inside a range: x in nanoseconds and y in the metric's unit. Of the values inside one of
    /// `columns` equal columns only the lowest and the highest are kept, in the order in which they came.
    static double[][] steps(Metric metric, TimeRange range, int columns) {
        Points points = new Points(4 * columns + 8);
        long[] times = metric.timesNs();
        long[] values = metric.values();
        int i = firstAt(times, range.fromNs());
        if (i > 0) {
            points.add(range.fromNs(), values[i - 1]);
        }
        double columnNs = Math.max(1, range.durationNs()) / (double) columns;
        while (i < times.length && times[i] <= range.toNs()) {
            int low = i;
            int high = i;
            long column = (long) ((times[i] - range.fromNs()) / columnNs);
            int last = i;
            for (; i < times.length && times[i] <= range.toNs()
                    && (long) ((times[i] - range.fromNs()) / columnNs) == column; i++) {
                low = values[i] < values[low] ? i : low;
                high = values[i] > values[high] ? i : high;
                last = i;
            }
            points.step(times[Math.min(low, high)], values[Math.min(low, high)]);
            points.step(times[Math.max(low, high)], values[Math.max(low, high)]);
            points.step(times[last], values[last]);
        }
        points.hold(range.toNs());
        return points.toArray();
    }

    /// The highest value inside a range, that which held when it began included; 0 when there is none.
    static long most(Metric metric, TimeRange range) {
        long[] times = metric.timesNs();
        long most = 0;
        for (int i = Math.max(0, firstAt(times, range.fromNs()) - 1); i < times.length
                && times[i] <= range.toNs(); i++) {
            most = Math.max(most, metric.values()[i]);
        }
        return most;
    }

    private static int firstAt(long[] times, long ns) {
        int i = Arrays.binarySearch(times, ns);
        if (i < 0) {
            return -i - 1;
        }
        while (i > 0 && times[i - 1] == ns) {
            i--;
        }
        return i;
    }

    /// Growing rows of x and y.
    private static final class Points {
        private double[] x;
        private double[] y;
        private int size;

        Points(int capacity) {
            x = new double[capacity];
            y = new double[capacity];
        }

        void add(double px, double py) {
            if (size == x.length) {
                x = Arrays.copyOf(x, size * 2);
                y = Arrays.copyOf(y, size * 2);
            }
            x[size] = px;
            y[size++] = py;
        }

        /// Goes on level to `px`, then to the new value; adds nothing when nothing changes.
        void step(double px, double py) {
            if (size > 0 && y[size - 1] == py) {
                return;
            }
            hold(px);
            add(px, py);
        }

        void hold(double px) {
            if (size > 0 && x[size - 1] < px) {
                add(px, y[size - 1]);
            }
        }

        double[][] toArray() {
            return new double[][]{Arrays.copyOf(x, size), Arrays.copyOf(y, size)};
        }
    }
}
