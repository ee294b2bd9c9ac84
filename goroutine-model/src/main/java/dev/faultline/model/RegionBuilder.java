package dev.faultline.model;

import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.EventStore;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/// Pairs begins and ends of user regions, a stack per goroutine. A goroutine created inside a region works for that
/// region's task, too; [#inherited] remembers it.
final class RegionBuilder {
    /// How many open regions an end that matches none of the inner ones is compared with.
    private static final int SEARCH = 256;

    /// -1 where the begin is not in the trace.
    final IntArrayList beginRows = new IntArrayList();
    /// -1 where there is no end.
    final IntArrayList endRows = new IntArrayList();
    /// Number of regions open around each.
    final IntArrayList depths = new IntArrayList();
    /// Index of the region around each, -1 when none.
    private final IntArrayList outer = new IntArrayList();
    /// Innermost open region by goroutine, plus 1; 0 when none.
    private int[] open = {};
    /// Region that was open around the goroutine's creation, plus 1; 0 when none.
    private int[] inherited = {};
    private final EventStore events;
    private final GoroutineBuilder goroutines;

    RegionBuilder(EventStore events, GoroutineBuilder goroutines) {
        this.events = events;
        this.goroutines = goroutines;
    }

    void begin(EventCursor e) {
        int g = e.subject();
        open = room(open, g);
        goroutines.own(g, e.stack());
        add(e.row(), -1, open[g] - 1);
        open[g] = beginRows.size();
    }

    /// Ends the innermost region of this name and task; those inside it ended without saying so. A lone end is a region
    /// that began before the trace, or on another goroutine.
    void end(EventCursor e) {
        int g = e.subject();
        open = room(open, g);
        goroutines.own(g, e.stack());
        int region = open[g] - 1;
        for (int i = 0; i < SEARCH && region >= 0 && !matches(region, e); i++) {
            region = outer.getInt(region);
        }
        if (region < 0 || !matches(region, e)) {
            add(-1, e.row(), -1);
            return;
        }
        endRows.set(region, e.row());
        open[g] = outer.getInt(region) + 1;
    }

    private boolean matches(int region, EventCursor end) {
        int row = beginRows.getInt(region);
        return events.a(row) == end.a() && events.b(row) == end.b();
    }

    private void add(int beginRow, int endRow, int around) {
        beginRows.add(beginRow);
        endRows.add(endRow);
        outer.add(around);
        depths.add(around < 0 ? 0 : depths.getInt(around) + 1);
    }

    /// A goroutine is created: it inherits what its creator works on.
    void created(EventCursor e) {
        int creator = e.goroutine();
        if (creator < 0) {
            return;
        }
        int region = creator < open.length ? open[creator] : 0;
        if (region == 0 && creator < inherited.length) {
            region = inherited[creator];
        }
        if (region != 0) {
            inherited = room(inherited, e.subject());
            inherited[e.subject()] = region;
        }
    }

    /// Index of the region in which a goroutine's creation, or that of its creator and so on, took place; -1 for none.
    int inherited(int goroutine) {
        return goroutine < inherited.length ? inherited[goroutine] - 1 : -1;
    }

    private static int[] room(int[] column, int index) {
        return index < column.length ? column : Arrays.copyOf(column, Math.max(index + 1, column.length * 3 / 2));
    }
}
