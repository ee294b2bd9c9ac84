package dev.faultline.views.chart;

import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/// Staircases on top of each other.
final class StackedArea {
    private StackedArea() {
    }

    /// @param label for the legend
    /// @param role its colour
    /// @param means its height in each step
    record Layer(String label, Role role, double[] means) {
        boolean empty() {
            return Arrays.stream(means).allMatch(mean -> mean <= 0);
        }
    }

    /// Series that lie one behind the other: each holds the sum of its layer and of those below, which follow it.
    static final class Stack extends DefaultXYDataset {
        private static final long serialVersionUID = 1;
    }

    /// Makes the plot show the layers, the first at the bottom, those without any height left out. Each area reaches down
    /// to 0 behind the next lower one, drawn from the highest to the lowest: areas that only touched would show a light
    /// seam where a renderer smooths both edges.
    static void add(XYPlot plot, TimeRange range, List<Layer> layers, ChartTheme theme) {
        List<Layer> seen = layers.stream().filter(layer -> !layer.empty()).toList();
        Stack data = new Stack();
        XYAreaRenderer renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
        renderer.setLegendArea(new Rectangle2D.Double(-4, -4, 8, 8));
        for (int top = seen.size(); top > 0; top--) {
            Layer layer = seen.get(top - 1);
            renderer.setSeriesPaint(data.getSeriesCount(), theme.of(layer.role()));
            renderer.setLegendTextFont(data.getSeriesCount(), theme.fontFor(layer.label()));
            data.addSeries(layer.label(), staircase(range, sum(seen.subList(0, top))));
        }
        plot.setDataset(data);
        plot.setRenderer(renderer);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    }

    private static double[] sum(List<Layer> layers) {
        double[] sum = new double[layers.getFirst().means().length];
        for (Layer layer : layers) {
            Arrays.setAll(sum, i -> sum[i] + layer.means()[i]);
        }
        return sum;
    }

    /// Two points for each step, from its start to its end.
    private static double[][] staircase(TimeRange range, double[] heights) {
        int steps = heights.length;
        double[][] points = new double[2][2 * steps];
        for (int i = 0; i < steps; i++) {
            points[0][2 * i] = range.fromNs() + (double) range.durationNs() * i / steps;
            points[0][2 * i + 1] = range.fromNs() + (double) range.durationNs() * (i + 1) / steps;
            points[1][2 * i] = heights[i];
            points[1][2 * i + 1] = heights[i];
        }
        return points;
    }
}
