package dev.faultline.views.timeline.lane;

import dev.faultline.model.TraceModel;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lanes of a trace's rows. Belongs to one thread.
public final class Lanes {
    private static final int KEPT = 1_024;

    private final TraceModel model;
    private final LaneSummaries summaries;
    /// Short lanes, which were made at once: as long as a lane is the same, so is its draw list.
    private final Map<Row, List<Lane>> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Row, List<Lane>> eldest) {
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
            case Thing.Goroutine g -> goroutine(g);
            case Thing.Processor p -> list(summaries.proc(p.proc()));
            case Thing.UserTask t -> known.computeIfAbsent(t, _ -> List.of(new TaskLane(t.task())));
            case Thing.Pauses _ -> summaries.pauses();
            case Thing.StateArea _,Thing.Heading _,Thing.More _ -> List.of();
        };
    }

    private List<Lane> goroutine(Thing.Goroutine row) {
        List<Lane> before = known.get(row);
        if (before != null) {
            return before;
        }
        List<Lane> made = list(summaries.goroutine(row.goroutine()));
        if (!made.isEmpty() && made.getFirst().size() < LaneSummaries.MANY) {
            known.put(row, made);
        }
        return made;
    }

    private static List<Lane> list(@Nullable Lane lane) {
        return lane == null ? List.of() : List.of(lane);
    }
}
