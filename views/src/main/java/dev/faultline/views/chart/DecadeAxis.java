package dev.faultline.views.chart;

import dev.faultline.model.words.Units;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// An axis of logarithms of nanoseconds that prints the durations: `1 µs`, `10 µs`, `100 µs`.
final class DecadeAxis extends NumberAxis {
    private static final long serialVersionUID = 1;

    DecadeAxis(double from, double to) {
        setAutoRange(false);
        // room for the last label
        setRange(from, to + 0.4);
    }

    @Override
    protected List<Tick> refreshTicksHorizontal(Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
        return IntStream.rangeClosed((int) Math.ceil(getLowerBound()), (int) Math.floor(getUpperBound()))
                .<Tick>mapToObj(decade -> new NumberTick((double) decade,
                        label(decade), TextAnchor.TOP_CENTER,
                        TextAnchor.TOP_CENTER, 0))
                .toList();
    }

    private static String label(int decade) {
        long ns = (long) Math.pow(10, decade);
        return Units.tick(ns, ns);
    }
}
