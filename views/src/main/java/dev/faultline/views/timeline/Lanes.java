package dev.faultline.views.timeline;

import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.views.paint.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The lanes of a trace's rows. Belongs to one thread.
public final class Lanes {
    private static final int KEPT = 1_024;

    private final TraceModel model;
    private final WaitWords words;
    private final LaneSummaries summaries;
    private final Map<Integer, Lane> goroutines = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Lane> eldest) {
            return size() > KEPT;
        }
    };
    /// By number, null until the first processor row is asked for: indexing them is a pass over the trace.
    private @Nullable List<Lane> procs;
    private final List<Lane> pauses;

    public Lanes(TraceModel model, LaneSummaries summaries) {
        this.model = model;
        this.summaries = summaries;
        words = new WaitWords(model);
        pauses = List.of(new RangeLane(model.ranges(Range.Kind.GC_MARK), Role.GC),
                new RangeLane(model.ranges(Range.Kind.STW), Role.STW));
    }

    TraceModel model() {
        return model;
    }

    /// What a row draws, from back to front; empty for rows that draw something else.
    public List<Lane> of(Row row) {
        return switch (row) {
            case Row.GoroutineRow g -> List.of(goroutine(g.goroutine()));
            case Row.Processor p -> List.of(procs().get(p.proc()));
            case Row.TaskRow t -> List.of(new TaskLane(t.task()));
            case Row.Pauses _ -> pauses;
            case Row.StateArea _,Row.Heading _,Row.More _ -> List.of();
        };
    }

    private List<Lane> procs() {
        List<Lane> known = procs;
        if (known == null) {
            known = IntStream.range(0, model.procCount())
                    .<Lane>mapToObj(p -> new ProcLane(model.procSpans(p), model.goroutines(), summaries))
                    .toList();
            procs = known;
        }
        return known;
    }

    private Lane goroutine(int g) {
        return goroutines.computeIfAbsent(g, i -> new GoroutineLane(model.spans(i), words, summaries));
    }
}
