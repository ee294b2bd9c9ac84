package dev.faultline.views.timeline.paint;

import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.scale.TimeScale;
import dev.faultline.views.timeline.density.Series;
import dev.faultline.views.timeline.row.Counter;

/// Paints values over time: a column for each px, the other value as a line over it or as columns that hang down.
final class GraphPainter {
    private final Surface surface;

    GraphPainter(Surface surface) {
        this.surface = surface;
    }

    void paint(Counter counter, Series series, TimeScale scale, Box box) {
        int width = (int) box.width();
        double[] first = series.columns(scale, box.x(), width, false);
        double[] second = series.columns(scale, box.x(), width, true);
        double top = series.top(series.peak(scale, box.x(), width));
        boolean both = counter == Counter.BIRTHS;
        double height = both ? Math.floor(box.height() / 2) : box.height();
        for (int i = 0; i < width && top > 0; i++) {
            double up = high(first[i], top, height);
            if (up > 0) {
                surface.fill(new Box(box.x() + i, box.y() + height - up, 1, up), role(counter));
            }
            double other = high(second[i], top, height);
            if (other > 0 && both) {
                surface.fill(new Box(box.x() + i, box.y() + height, 1, other), Role.OTHER);
            } else if (other > 0) {
                surface.fill(new Box(box.x() + i, box.y() + height - other, 1, 1), Role.WARNING);
            }
        }
    }

    /// What is there is at least a px high.
    private static double high(double value, double top, double height) {
        return value <= 0 ? 0 : Math.clamp(Math.round(value / top * height), 1, (long) height);
    }

    static Role role(Counter counter) {
        return switch (counter) {
            case RUN_QUEUE -> Role.RUNNABLE;
            case BIRTHS -> Role.RUNNING;
            case HEAP -> Role.NETWORK;
            case GC_CPU -> Role.GC;
        };
    }
}
