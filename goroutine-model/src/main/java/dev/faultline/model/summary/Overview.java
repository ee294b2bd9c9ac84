package dev.faultline.model.summary;

import dev.faultline.model.MutatorUtilization;
import dev.faultline.model.OpenWaitTotal;
import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.store.Codec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All figures that a trace's summary shows, as text or as JSON. Kept in the trace's index: it is a page of text, made of
/// everything that the trace holds.
///
/// @param tasks number of tasks of the program, the background task left out
/// @param groups the largest ones
/// @param groupCount all groups
/// @param openWaits waits that have not ended, by reason
/// @param worst minimum mutator utilization by window, shorter windows first; empty without a collection
record Overview(Summary summary, int tasks, List<GroupFigures> groups, int groupCount, List<OpenWaitTotal> openWaits,
        Map<String, Double> worst) {
    static final int MOST_GROUPS = 12;
    private static final String PART = "overview";
    private static final Codec<Overview> CODEC = Codec.of(Overview.class);
    private static final List<Window> WINDOWS = List.of(new Window("1 ms", 1_000_000), new Window("10 ms", 10_000_000),
            new Window("100 ms", 100_000_000));

    private record Window(String name, long ns) {}

    /// The figures of a trace: those that were kept, or else they are made now.
    static Overview of(TraceModel model) {
        Overview o = model.trace().store().part(PART, CODEC, () -> make(model));
        // the same bytes may have another name now
        return new Overview(o.summary.named(model.trace().name()), o.tasks, o.groups, o.groupCount, o.openWaits,
                o.worst);
    }

    private static Overview make(TraceModel model) {
        return new Overview(Summary.of(model), model.tasks().size(), GroupFigures.largest(model, MOST_GROUPS),
                model.groups().size(), model.tally().openWaits(), worst(model));
    }

    private static Map<String, Double> worst(TraceModel model) {
        Map<String, Double> worst = new LinkedHashMap<>();
        if (!model.ranges(Range.Kind.GC_MARK).isEmpty()) {
            MutatorUtilization utilization = model.mutatorUtilization();
            WINDOWS.stream().filter(w -> w.ns <= model.durationNs())
                    .forEach(w -> worst.put(w.name, utilization.minimum(w.ns)));
        }
        return worst;
    }
}
