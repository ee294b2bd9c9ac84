package dev.faultline.trace.write;

import dev.faultline.trace.event.Clock;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.order.GenerationReplay;
import dev.faultline.trace.wire.BatchCursor;
import dev.faultline.trace.wire.CpuSample;
import java.util.List;

/// Shows the rows of a generation to the boundaries that lie in it.
final class StretchSearch implements GenerationReplay.Listener {
    private final List<Boundary> boundaries;
    private final Clock clock;
    private int rows;

    StretchSearch(List<Boundary> boundaries, Clock clock) {
        this.boundaries = boundaries;
        this.clock = clock;
    }

    /// Looks until all are found, or to the end.
    void run(GenerationReplay replay, Runnable watch) {
        replay.run(this, watch);
        boundaries.forEach(Boundary::end);
    }

    @Override
    public boolean event(BatchCursor e) {
        int row = rows++;
        if (e.thread() < 0) {
            return true;
        }
        long ns = clock.ns(e.time());
        boundaries.forEach(b -> b.row(row, ns));
        if (e.typeId() == EventType.STW_BEGIN.id()) {
            boundaries.forEach(b -> b.pauseBegins(row, ns));
        } else if (e.typeId() == EventType.STW_END.id()) {
            boundaries.forEach(b -> b.pauseEnds(row, ns));
        }
        return !settled();
    }

    @Override
    public boolean sample(CpuSample sample) {
        int row = rows++;
        long ns = clock.ns(sample.time());
        boundaries.forEach(b -> b.row(row, ns));
        return !settled();
    }

    private boolean settled() {
        for (Boundary boundary : boundaries) {
            if (!boundary.settled()) {
                return false;
            }
        }
        return true;
    }
}
