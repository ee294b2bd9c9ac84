package dev.faultline.model;

import java.util.Arrays;

/// A value of the program over time, as steps.
///
/// @param name as Go's runtime/metrics calls it, such as `/memory/classes/heap/objects:bytes`
/// @param timesNs times of the values, ascending
/// @param values the values
public record Metric(String name, long[] timesNs, long[] values) {
    public static final String GOMAXPROCS = "/sched/gomaxprocs:threads";
    public static final String HEAP_OBJECTS = "/memory/classes/heap/objects:bytes";
    public static final String HEAP_GOAL = "/gc/heap/goal:bytes";

    /// The largest value; 0 when there is none.
    public long max() {
        return Arrays.stream(values).max().orElse(0);
    }
}
