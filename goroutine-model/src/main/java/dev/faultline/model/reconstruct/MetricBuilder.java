package dev.faultline.model.reconstruct;

import dev.faultline.model.Metric;
import dev.faultline.trace.event.EventCursor;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Collects the values that the runtime announces. Nothing is left out: Go's own reader repeats equal values, too.
final class MetricBuilder {
    private final Series procs = new Series(Metric.GOMAXPROCS);
    private final Series heap = new Series(Metric.HEAP_OBJECTS);
    private final Series goal = new Series(Metric.HEAP_GOAL);

    void procs(EventCursor e) {
        procs.add(e);
    }

    void heap(EventCursor e) {
        heap.add(e);
    }

    void goal(EventCursor e) {
        goal.add(e);
    }

    /// The metrics that have values.
    List<Metric> finish() {
        return Stream.of(procs, heap, goal).filter(s -> !s.times.isEmpty()).map(Series::metric).toList();
    }

    private static final class Series {
        private final String name;
        private final LongArrayList times = new LongArrayList();
        private final LongArrayList values = new LongArrayList();

        Series(String name) {
            this.name = name;
        }

        /// Clocks of threads differ a little; a step that seems older than the one before is drawn at its time.
        void add(EventCursor e) {
            int n = times.size();
            times.add(n == 0 ? e.time() : Math.max(e.time(), times.getLong(n - 1)));
            values.add(e.a());
        }

        Metric metric() {
            Metric metric = new Metric(name, times.toLongArray(), values.toLongArray());
            // the builder lives on with the model
            times.clear();
            times.trim();
            values.clear();
            values.trim();
            return metric;
        }
    }
}
