package dev.faultline.views.timeline.lane;

import dev.faultline.views.paint.Role;
import org.jspecify.annotations.Nullable;

/// A lane of so many intervals that it is never copied whole. Pages of intervals are copied out of the event store in the
/// background when they come on screen; until then, and while more intervals are on screen than px could tell apart, its
/// sums are drawn.
///
/// @param lane reads intervals off the event store
/// @param pages keeps the pages of all lanes
record PagedLane(Lane lane, LaneSummary summary, AsyncCache<LaneChunk> pages) implements DerivedLane {
    private static final int PAGE_BITS = 12;
    static final int PAGE = 1 << PAGE_BITS;
    /// Pages on screen at a time: they hold as many intervals as a layout looks at on a wide window.
    static final int MOST_PAGES = 8;
    /// So few are read off the event store at once.
    static final int FEW = 128;

    /// Where a page is found.
    private record ChunkKey(Lane lane, int page) {}

    @Override
    public @Nullable Lane near(double fromNs, double toNs) {
        int from = summary.firstAt(fromNs);
        int to = Math.min(size() - 1, summary.firstAt(toNs + summary.bucketNs()));
        if (to - from < FEW) {
            return this;
        }
        LaneChunk[] near = new LaneChunk[to / PAGE - from / PAGE + 1];
        if (near.length > MOST_PAGES) {
            return null;
        }
        boolean all = true;
        for (int i = 0; i < near.length; i++) {
            int first = (from / PAGE + i) * PAGE;
            LaneChunk page = pages.get(new ChunkKey(lane, first),
                    () -> LaneChunk.of(lane, first, Math.min(size(), first + PAGE)));
            if (page == null) {
                all = false;
            } else {
                near[i] = page;
            }
        }
        return all ? new Near(this, near) : null;
    }

    @Override
    public Lane times() {
        return lane;
    }

    @Override
    public Role role(int i) {
        return lane.role(i);
    }

    @Override
    public int firstEndingAfter(long ns) {
        return firstEndingAfter(this, ns);
    }

    /// Looks only where the sums say that it must be.
    private int firstEndingAfter(Lane read, long ns) {
        return read.firstEndingAfter(ns, summary.firstAt(ns), summary.firstAt(ns + summary.bucketNs()));
    }

    @Override
    public String label(int i) {
        return lane.label(i);
    }

    /// The same lane with the pages that are on screen.
    private record Near(PagedLane whole, LaneChunk[] pages) implements Lane {
        private @Nullable LaneChunk page(int i) {
            int at = (i - pages[0].first()) >> PAGE_BITS;
            return at >= 0 && at < pages.length ? pages[at] : null;
        }

        @Override
        public int size() {
            return whole.size();
        }

        @Override
        public long start(int i) {
            LaneChunk page = page(i);
            return page == null ? whole.start(i) : page.start(i);
        }

        @Override
        public long end(int i) {
            LaneChunk page = page(i);
            return page == null ? whole.end(i) : page.end(i);
        }

        @Override
        public Role role(int i) {
            LaneChunk page = page(i);
            return page == null ? whole.role(i) : page.role(i);
        }

        @Override
        public int firstEndingAfter(long ns) {
            return whole.firstEndingAfter(this, ns);
        }
    }
}
