package dev.faultline.views.timeline.paint;

import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.TimeScale;
import dev.faultline.views.timeline.density.Density;
import dev.faultline.views.timeline.lane.Mix;
import java.util.Arrays;

/// Paints counts of goroutines by state as stacked areas, one column per px, equal neighbours joined.
public final class AreaPainter {
    private final Surface surface;

    public AreaPainter(Surface surface) {
        this.surface = surface;
    }

    /// @param peak count that fills the box's height, more than 0
    public void paint(Density density, TimeScale scale, Box box, double peak) {
        int slots = Mix.slots();
        double[] counts = new double[slots];
        int[] heights = new int[slots];
        int[] run = new int[slots];
        int runFrom = 0;
        int width = (int) Math.ceil(box.width());
        for (int x = 0; x <= width; x++) {
            Arrays.fill(heights, 0);
            if (x < width) {
                TimeRange px = scale.range(box.x() + x, box.x() + x + 1);
                Arrays.fill(counts, 0);
                if (px.toNs() >= density.range().fromNs() && px.fromNs() <= density.range().toNs()) {
                    density.add(px.fromNs(), px.toNs(), counts);
                }
                heights(counts, box.height() / peak, heights);
            }
            if (x == width || !Arrays.equals(heights, run)) {
                column(run, new Box(box.x() + runFrom, box.y(), x - runFrom, box.height()));
                System.arraycopy(heights, 0, run, 0, slots);
                runFrom = x;
            }
        }
    }

    /// Rounds the stack's borders, not its parts, so that small parts do not add up to a wrong whole.
    private static void heights(double[] counts, double pxPerCount, int[] heights) {
        double sum = 0;
        long below = 0;
        for (int slot = 0; slot < counts.length; slot++) {
            sum += counts[slot];
            long border = Math.round(sum * pxPerCount);
            heights[slot] = (int) (border - below);
            below = border;
        }
    }

    private void column(int[] heights, Box box) {
        double bottom = box.bottom();
        for (int slot = 0; slot < heights.length; slot++) {
            if (heights[slot] > 0 && box.width() > 0) {
                bottom -= heights[slot];
                surface.fill(new Box(box.x(), bottom, box.width(), heights[slot]), Mix.role(slot));
            }
        }
    }
}
