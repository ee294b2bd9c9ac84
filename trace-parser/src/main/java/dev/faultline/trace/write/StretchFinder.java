package dev.faultline.trace.write;

import dev.faultline.trace.event.Clock;
import dev.faultline.trace.order.GenerationReplay;
import dev.faultline.trace.wire.RawGeneration;
import dev.faultline.trace.wire.TraceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns times into rows: only the generations in which a stretch begins and ends are put into order for it.
record StretchFinder(TraceFile file, List<RawGeneration> generations, Clock clock, Runnable watch) {
    /// @param fromNs nanoseconds since the trace's first event, 0 for its begin
    /// @param toNs the largest number for the trace's end
    /// @throws RewriteException when there is nothing in it
    Stretch find(long fromNs, long toNs) throws RewriteException {
        long zero = clock.ns(generations.getFirst().minTime());
        int first = generationAt(zero, fromNs);
        int last = generationAt(zero, toNs);
        Boundary from = fromNs == 0 ? null : new Boundary(zero + fromNs);
        Boundary to = toNs >= Long.MAX_VALUE - zero ? null : new Boundary(zero + toNs + 1);
        search(first, from, last, to);
        int firstRow = from == null ? 0 : from.row();
        if (firstRow < 0) {
            firstRow = 0;
            first++;
        }
        int lastRow = to == null || to.row() < 0 ? Integer.MAX_VALUE : to.row();
        if (lastRow == 0) {
            lastRow = Integer.MAX_VALUE;
            last--;
        }
        if (first == generations.size()) {
            throw new RewriteException("the trace ends before the time at which the stretch begins");
        }
        if (first > last || first == last && firstRow >= lastRow) {
            throw new RewriteException("there are no events in the stretch outside of a stop-the-world");
        }
        boolean fromMoved = from != null && from.moved();
        boolean toMoved = to != null && to.moved();
        return new Stretch(first, firstRow, last, lastRow,
                fromMoved ? Long.MAX_VALUE : clock.units(zero + fromNs),
                toMoved || to == null ? 0 : clock.units(zero + toNs), fromMoved, toMoved);
    }

    /// Index of the last generation that begins at or before a time.
    private int generationAt(long zero, long ns) {
        int at = 0;
        while (at + 1 < generations.size() && clock.ns(generations.get(at + 1).minTime()) - zero <= ns) {
            at++;
        }
        return at;
    }

    private void search(int first, @Nullable Boundary from, int last, @Nullable Boundary to) {
        if (from != null && to != null && first == last) {
            search(first, List.of(from, to));
            return;
        }
        if (from != null) {
            search(first, List.of(from));
        }
        if (to != null) {
            search(last, List.of(to));
        }
    }

    private void search(int generation, List<Boundary> boundaries) {
        new StretchSearch(boundaries, clock).run(new GenerationReplay(file, generations.get(generation)), watch);
    }
}
