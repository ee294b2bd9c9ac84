package dev.faultline.views.timeline.row;

import dev.faultline.model.Metric;
import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import java.util.Arrays;
import java.util.List;

/// Values over time that have a line of their own.
public enum Counter {
    /// Goroutines that are ready to run and wait for a P.
    RUN_QUEUE("Runnable goroutines"),
    /// Goroutines that began and exited.
    BIRTHS("Goroutines begun, exited"),
    /// Bytes in objects on the heap, and the goal of the collector.
    HEAP("Heap and its goal"),
    /// Share of the Ps that the collector took from the program.
    GC_CPU("GC share of the Ps");

    private final String label;

    Counter(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// Those of which a trace tells.
    static List<Counter> of(TraceModel model) {
        return Arrays.stream(values()).filter(counter -> switch (counter) {
            case RUN_QUEUE, BIRTHS -> model.goroutines().count() > 0;
            case HEAP -> model.metrics().stream().anyMatch(metric -> metric.name().equals(Metric.HEAP_OBJECTS));
            case GC_CPU -> !model.ranges(Range.Kind.GC_MARK).isEmpty();
        }).toList();
    }
}
