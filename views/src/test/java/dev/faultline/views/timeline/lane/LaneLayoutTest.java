package dev.faultline.views.timeline.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.TimeScale;
import org.junit.jupiter.api.Test;

class LaneLayoutTest {
    private final LaneLayout layout = new LaneLayout();

    @Test
    void wideSpansStandForThemselves() {
        Bars bars = layout.layout(new Teeth(10, 100, 100), scale(2_000), 0, 2_000);
        assertEquals(20, bars.size());
        assertFalse(bars.mixed(0));
        assertEquals(100, bars.width(3), 1e-3);
        assertEquals(Role.NETWORK, bars.role(1));
    }

    @Test
    void spansOfOneColumnBecomeAMixWithItsCount() {
        // 1,000 pairs of 30 and 70 ns on 100 px: ten pairs a px
        Bars bars = layout.layout(new Teeth(1_000, 30, 70), scale(100), 0, 100);
        assertEquals(1, bars.size());
        assertEquals(100, bars.width(0), 1e-3);
        assertEquals(Role.NETWORK, bars.role(0));
        assertEquals(2_000, bars.count(0));
        assertEquals(0.3, Mix.share(bars.mix(0), Mix.slot(Role.RUNNING)), 0.02);
        assertEquals(0.7, Mix.share(bars.mix(0), Mix.slot(Role.NETWORK)), 0.02);
    }

    @Test
    void aShortSpanAloneIsATickOfItsOwn() {
        Bars bars = layout.layout(new Teeth(10, 1, 99_999), scale(1_000), 0, 1_000);
        assertEquals(20, bars.size());
        assertEquals(1, bars.width(2), 1e-3);
        assertEquals(Role.RUNNING, bars.role(2));
        assertFalse(bars.mixed(2));
    }

    @Test
    void costFollowsPixelsNotSpans() {
        Counting few = new Counting(new Teeth(100_000, 300, 700));
        Counting many = new Counting(new Teeth(10_000_000, 3, 7));
        layout.layout(few, scale(1_000), 0, 1_000);
        layout.layout(many, scale(1_000), 0, 1_000);
        assertTrue(many.calls < 1_000 * 250, "looked " + many.calls + " times");
        assertTrue(many.calls < few.calls * 1.5, many.calls + " against " + few.calls);
    }

    @Test
    void summariesGiveTheTrueSharesWhereSpansAreSkipped() {
        // the first half of every column runs, the second waits: looking at the first spans only would say all runs
        Lane lane = new Halves(1_000, 1_000);
        Bars bars = layout.layout(lane, scale(1_000), 0, 1_000);
        assertEquals(0.5, Mix.share(bars.mix(0), Mix.slot(Role.RUNNING)), 0.05);
        assertEquals(0.5, Mix.share(bars.mix(0), Mix.slot(Role.NETWORK)), 0.05);
    }

    @Test
    void whatIsDrawnIsFoundAgain() {
        Bars bars = layout.layout(new Teeth(10, 1, 99_999), scale(1_000), 0, 1_000);
        assertEquals(2, bars.at(100.5));
        assertEquals(3, bars.at(150));
        assertEquals(-1, bars.at(1_001));
    }

    @Test
    void onlyTheVisiblePartIsLaidOut() {
        TimeScale scale = TimeScale.of(new TimeRange(450, 650), 0, 200);
        Bars bars = layout.layout(new Teeth(10, 100, 100), scale, 0, 200);
        assertEquals(3, bars.size());
        assertEquals(4, bars.first(0));
        assertEquals(0, bars.x(0), 1e-3);
        assertEquals(200, bars.right(2), 1e-3);
    }

    private TimeScale scale(double px) {
        return new TimeScale(0, total / px, 0);
    }

    private long total = 1_000_000;

    /// Running and waiting in turns.
    private final class Teeth implements Lane {
        private final int pairs;
        private final long run;
        private final long wait;

        Teeth(int pairs, long run, long wait) {
            this.pairs = pairs;
            this.run = run;
            this.wait = wait;
            total = pairs * (run + wait);
        }

        @Override
        public int size() {
            return pairs * 2;
        }

        @Override
        public long start(int i) {
            return i / 2 * (run + wait) + i % 2 * run;
        }

        @Override
        public long end(int i) {
            return start(i) + (i % 2 == 0 ? run : wait);
        }

        @Override
        public Role role(int i) {
            return i % 2 == 0 ? Role.RUNNING : Role.NETWORK;
        }

        @Override
        public int firstEndingAfter(long ns) {
            int i = (int) (ns / (run + wait)) * 2;
            return i < size() && end(i) <= ns ? i + 1 : i;
        }
    }

    /// Per column `n` spans that run in its first half and `n` that wait in its second.
    private final class Halves implements Lane {
        private final int columns;
        private final int n;
        private final LaneSummary summary;

        Halves(int columns, int n) {
            this.columns = columns;
            this.n = n;
            total = (long) columns * n * 2;
            summary = LaneSummary.of(this, total);
        }

        @Override
        public int size() {
            return columns * n * 2;
        }

        @Override
        public long start(int i) {
            return i;
        }

        @Override
        public long end(int i) {
            return i + 1L;
        }

        @Override
        public Role role(int i) {
            return i / n % 2 == 0 ? Role.RUNNING : Role.NETWORK;
        }

        @Override
        public int firstEndingAfter(long ns) {
            return (int) ns;
        }

        @Override
        public LaneSummary summary() {
            return summary;
        }
    }

    /// Counts how often a lane is asked.
    private static final class Counting implements Lane {
        private final Lane lane;
        private long calls;

        Counting(Lane lane) {
            this.lane = lane;
        }

        @Override
        public int size() {
            return lane.size();
        }

        @Override
        public long start(int i) {
            calls++;
            return lane.start(i);
        }

        @Override
        public long end(int i) {
            calls++;
            return lane.end(i);
        }

        @Override
        public Role role(int i) {
            return lane.role(i);
        }

        @Override
        public int firstEndingAfter(long ns) {
            calls++;
            return lane.firstEndingAfter(ns);
        }
    }
}
