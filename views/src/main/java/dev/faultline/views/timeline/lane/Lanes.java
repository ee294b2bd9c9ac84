package dev.faultline.views.timeline.lane;

import dev.faultline.model.TraceModel;
import dev.faultline.views.timeline.row.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lanes of a trace's rows. Belongs to one thread.
public final class Lanes {
    private static final int KEPT = 1_024;

    private final TraceModel model;
    private final LaneSummaries summaries;
    /// Short lanes, which were copied at once.
    private final Map<Integer, List<Lane>> goroutines = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<Lane>> eldest) {
            return size() > KEPT;
        }
    };

    public Lanes(TraceModel model, LaneSummaries summaries) {
        this.model = model;
        this.summaries = summaries;
    }

    /// The trace whose rows they are.
    public TraceModel model() {
        return model;
    }

    /// What a row draws, from back to front; empty for rows that draw something else, and while it is being made.
    public List<Lane> of(Row row) {
        return switch (row) {
            case Row.GoroutineRow g -> goroutine(g.goroutine());
            case Row.Processor p -> list(summaries.proc(p.proc()));
            case Row.TaskRow t -> List.of(new TaskLane(t.task()));
            case Row.Pauses _ -> summaries.pauses();
            case Row.StateArea _,Row.Heading _,Row.More _ -> List.of();
        };
    }

    private List<Lane> goroutine(int g) {
        List<Lane> known = goroutines.get(g);
        if (known != null) {
            return known;
        }
        List<Lane> made = list(summaries.goroutine(g));
        if (!made.isEmpty() && made.getFirst().size() < LaneSummaries.MANY) {
            goroutines.put(g, made);
        }
        return made;
    }

    private static List<Lane> list(@Nullable Lane lane) {
        return lane == null ? List.of() : List.of(lane);
    }
}
