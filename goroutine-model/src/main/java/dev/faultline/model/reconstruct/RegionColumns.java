package dev.faultline.model.reconstruct;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Region;
import dev.faultline.model.Regions;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Strings;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.AbstractList;
import java.util.RandomAccess;

/// Regions as the two rows that bound them; all else is read off these rows when a [Region] is asked for.
final class RegionColumns extends AbstractList<Region> implements Regions, RandomAccess {
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

    @Override
    public long task(int i) {
        return events.a(row(i));
    }

    @Override
    public int goroutine(int i) {
        return events.subject(row(i));
    }

    @Override
    public int nameId(int i) {
        return (int) events.b(row(i));
    }

    @Override
    public String name(int i) {
        return strings.get(nameId(i));
    }

    @Override
    public boolean began(int i) {
        return regions.beginRows.get(i) >= 0;
    }

    @Override
    public boolean ended(int i) {
        return regions.endRows.get(i) >= 0;
    }

    @Override
    public long startNs(int i) {
        int begin = regions.beginRows.get(i);
        return begin >= 0 ? events.time(begin) : goroutines.bornNs(goroutine(i));
    }

    @Override
    public long endNs(int i) {
        int end = regions.endRows.get(i);
        return Math.max(startNs(i), end >= 0 ? events.time(end) : goroutines.endNs(goroutine(i)));
    }

    @Override
    public int beginStack(int i) {
        int begin = regions.beginRows.get(i);
        return begin >= 0 ? events.stack(begin) : 0;
    }

    private int row(int i) {
        int begin = regions.beginRows.get(i);
        return begin >= 0 ? begin : regions.endRows.get(i);
    }

    /// Indices of the regions whose start or end is not in the trace.
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
        return new Region(events.subject(row), events.a(row), strings.get((int) events.b(row)), startNs(i), endNs(i),
                begin >= 0, end >= 0, regions.depths.get(i), beginStack(i), end >= 0 ? events.stack(end) : 0, begin,
                end);
    }
}
