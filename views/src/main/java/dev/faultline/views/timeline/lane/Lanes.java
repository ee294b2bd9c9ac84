package dev.faultline.views.timeline.lane;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.faultline.model.TraceModel;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lanes of a trace's rows. Belongs to one thread.
public final class Lanes {
    private static final int KEPT = 1_024;

    private final TraceModel model;
    private final LaneSummaries summaries;
    /// Short lanes, which were made at once: as long as a lane is the same, so is its draw list.
    private final Cache<Row, List<Lane>> known = CacheBuilder.newBuilder().concurrencyLevel(1).maximumSize(KEPT)
            .build();

    public Lanes(TraceModel model, LaneSummaries summaries) {
        this.model = model;
        this.summaries = summaries;
    }

    /// Tells states apart further, or no more, in the lanes of goroutines.
    public void setFine(boolean fine) {
        summaries.states().setFine(fine);
        known.invalidateAll();
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
            case Thing.UserTask t -> known.asMap().computeIfAbsent(t, _ -> List.of(new TaskLane(t.task())));
            case Thing.Thread t -> list(summaries.thread(t.thread()));
            case Thing.Pauses _ -> summaries.pauses();
            case Thing.Below b -> known.asMap().computeIfAbsent(b, _ -> List.of(new StrandLane(b.strand())));
            case Thing.Path p -> known.asMap().computeIfAbsent(p,
                    _ -> List.of(new PathLane(p.parts().steps(), model.goroutines())));
            case Thing.Graph _,Thing.StateArea _,Thing.Heading _,Thing.More _ -> List.of();
        };
    }

    private List<Lane> goroutine(Thing.Goroutine row) {
        List<Lane> before = known.getIfPresent(row);
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
