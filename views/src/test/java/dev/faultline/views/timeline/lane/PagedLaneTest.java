package dev.faultline.views.timeline.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.TimeScale;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagedLaneTest {
    private static final int PX = 1_000;
    private static final AsyncCache.Room<LaneChunk> ROOM = new AsyncCache.Room<>(1_000, Long.MAX_VALUE,
            LaneChunk::bytes);

    private final Gaps lane = new Gaps(400_000);
    private final List<Runnable> background = new ArrayList<>();
    private final PagedLane paged = new PagedLane(lane, LaneSummary.of(lane, lane.total()),
            new AsyncCache<>(background::add, () -> {}, ROOM));

    @Test
    void sumsAreDrawnUntilThePagesAreThere() {
        TimeScale close = scale(lane.total() / 2, 20);
        Bars early = layout(paged, close);
        assertTrue(early.rough());
        assertTrue(early.size() > 0);
        assertNotEquals(0, background.size());
        background.forEach(Runnable::run);
        Bars late = layout(paged, close);
        assertFalse(late.rough());
        assertSame(layout(lane, close), late);
    }

    @Test
    void pagesSayWhatTheLaneSays() {
        PagedLane direct = new PagedLane(lane, paged.summary(), new AsyncCache<>(Runnable::run, () -> {}, ROOM));
        for (double nsPerPx = 0.05; nsPerPx < paged.summary().bucketNs(); nsPerPx *= 1.7) {
            TimeScale scale = scale(123_457, nsPerPx);
            assertSame(layout(lane, scale), layout(direct, scale));
        }
        for (long ns = 0; ns < lane.total() + 20; ns += 1_237) {
            assertEquals(lane.firstEndingAfter(ns), direct.firstEndingAfter(ns));
        }
    }

    @Test
    void noZoomLooksAtTheStoreForEachInterval() {
        layoutAll();
        background.forEach(Runnable::run);
        lane.calls = 0;
        int zooms = layoutAll();
        assertTrue(lane.calls < zooms * 4L * (PagedLane.FEW + PX), lane.calls + " times in " + zooms + " pictures");
    }

    private int layoutAll() {
        int zooms = 0;
        for (double nsPerPx = 0.01; nsPerPx < lane.total() / (double) PX; nsPerPx *= 1.3) {
            layout(paged, scale(lane.total() / 3, nsPerPx));
            zooms++;
        }
        return zooms;
    }

    private static Bars layout(Lane lane, TimeScale scale) {
        return new LaneLayout().layout(lane, scale, 0, PX);
    }

    private static TimeScale scale(long fromNs, double nsPerPx) {
        return TimeScale.of(new TimeRange(fromNs, fromNs + Math.max(1, (long) (nsPerPx * PX))), 0, PX);
    }

    private static void assertSame(Bars expected, Bars actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.x(i), actual.x(i));
            assertEquals(expected.width(i), actual.width(i));
            assertEquals(expected.role(i), actual.role(i));
            assertEquals(expected.first(i), actual.first(i));
            assertEquals(expected.mix(i), actual.mix(i));
        }
    }

    /// Intervals of 1 to 7 ns, each followed by a gap of 3 ns; counts how often its times are asked for.
    private static final class Gaps implements Lane {
        private final int size;
        private long calls;

        Gaps(int size) {
            this.size = size;
        }

        long total() {
            return start(size);
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public long start(int i) {
            calls++;
            return i / 7 * 49L + i % 7 * 3L + (long) (i % 7) * (i % 7 + 1) / 2;
        }

        @Override
        public long end(int i) {
            return start(i) + i % 7 + 1;
        }

        @Override
        public Role role(int i) {
            return i % 3 == 0 ? Role.SYSCALL : i % 3 == 1 ? Role.RUNNING : Role.GC;
        }

        @Override
        public int firstEndingAfter(long ns) {
            int i = Math.clamp(ns / 49 * 7, 0, size);
            while (i < size && end(i) <= ns) {
                i++;
            }
            return i;
        }
    }
}
