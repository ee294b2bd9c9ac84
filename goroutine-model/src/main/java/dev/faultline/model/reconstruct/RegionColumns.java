package dev.faultline.model.reconstruct;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Region;
import dev.faultline.model.Task;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Strings;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.AbstractList;
import java.util.RandomAccess;

/// Regions as the two rows that bound them; all else is read off these rows when a [Region] is asked for.
final class RegionColumns extends AbstractList<Region> implements RandomAccess {
    private final RegionBuilder regions;
    private final EventStore events;
    private final Strings strings;
    private final Goroutines goroutines;

    RegionColumns(RegionBuilder regions, EventStore events, Strings strings, Goroutines goroutines) {
        this.regions = regions;
        this.events = events;
        this.strings = strings;
        this.goroutines = goroutines;
    }

    @Override
    public int size() {
        return regions.beginRows.size();
    }

    /// Task of a region, cheaper than by [#get].
    long task(int i) {
        return events.a(row(i));
    }

    /// Goroutine of a region, cheaper than by [#get].
    int goroutine(int i) {
        return events.subject(row(i));
    }

    private int row(int i) {
        int begin = regions.beginRows.get(i);
        return begin >= 0 ? begin : regions.endRows.get(i);
    }

    /// Indices of the regions whose begin or end is not in the trace.
    IntList incomplete() {
        IntArrayList found = new IntArrayList();
        for (int i = 0; i < size(); i++) {
            if (regions.beginRows.get(i) < 0 || regions.endRows.get(i) < 0) {
                found.add(i);
            }
        }
        return found;
    }

    @Override
    public Region get(int i) {
        int begin = regions.beginRows.get(i);
        int end = regions.endRows.get(i);
        int row = row(i);
        int goroutine = events.subject(row);
        long start = begin >= 0 ? events.time(begin) : goroutines.bornNs(goroutine);
        long stop = end >= 0 ? events.time(end) : goroutines.endNs(goroutine);
        return new Region(goroutine, events.a(row), strings.get((int) events.b(row)), start, Math.max(start, stop),
                begin >= 0, end >= 0, regions.depths.get(i), begin >= 0 ? events.stack(begin) : 0,
                end >= 0 ? events.stack(end) : 0, begin, end);
    }
}
