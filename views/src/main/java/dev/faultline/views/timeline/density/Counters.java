package dev.faultline.views.timeline.density;

import dev.faultline.model.TraceModel;
import dev.faultline.views.timeline.lane.AsyncCache;
import dev.faultline.views.timeline.row.Counter;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The values of a trace's counters, made in the background when they are first drawn.
public final class Counters {
    private final TraceModel model;
    private final Densities densities;
    private final AsyncCache<Series> series;

    /// @param worker makes them
    /// @param ready is called, on the worker, whenever one has become ready
    public Counters(TraceModel model, Densities densities, Executor worker, Runnable ready) {
        this.model = model;
        this.densities = densities;
        series = new AsyncCache<>(worker, ready, Counter.values().length);
    }

    /// The values of a counter, null while they are being made.
    public @Nullable Series of(Counter counter) {
        Density program = densities.program();
        return program == null ? null : series.get(counter, () -> CounterSeries.of(model, counter, program));
    }
}
