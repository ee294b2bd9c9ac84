package dev.faultline.views.chart;

import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Units;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/// Every stop-the-world pause as a stem as high as it lasted, over the collections' mark phases.
final class PausesChart {
    private static final Predicate<Range> BY_COLLECTOR = pause -> pause.reason().startsWith("GC");

    private PausesChart() {
    }

    static JFreeChart of(TraceModel model, TimeRange range, int columns, ChartTheme theme) {
        XYPlot plot = TimePlot.over(range, theme);
        ((NumberAxis) plot.getRangeAxis()).setNumberFormatOverride(new UnitFormat(Units::duration));
        List<Range> pauses = model.ranges(Range.Kind.STW);
        stems(plot, 0, theme.of(Role.STW), new Stems("Other pauses", longest(pauses,
                BY_COLLECTOR.negate(), range, columns)));
        stems(plot, 1, theme.of(Role.GC), new Stems("GC pauses", longest(pauses, BY_COLLECTOR, range,
                columns)));
        Bands.add(plot, model.ranges(Range.Kind.GC_MARK), new Bands.Look(columns, theme.tint(Role.GC), "Mark phase"));
        return TimePlot.chart(plot, theme);
    }

    private record Stems(String label, double[] heights) {}

    /// The longest pause that begins in each column, 0 where none does.
    private static double[] longest(List<Range> pauses, Predicate<Range> wanted, TimeRange range, int columns) {
        double[] heights = new double[columns];
        for (Range pause : pauses) {
            if (wanted.test(pause) && range.contains(pause.startNs())) {
                int column = (int) ((pause.startNs() - range.fromNs()) * (double) columns / range.durationNs());
                heights[column] = Math.max(heights[column], pause.durationNs());
            }
        }
        return heights;
    }

    private static void stems(XYPlot plot, int index, Color paint, Stems stems) {
        long count = Arrays.stream(stems.heights()).filter(h -> h > 0).count();
        if (count == 0) {
            return;
        }
        double from = plot.getDomainAxis().getLowerBound();
        double column = plot.getDomainAxis().getRange().getLength() / stems.heights().length;
        double[][] points = new double[2][(int) count * 3];
        int n = 0;
        for (int i = 0; i < stems.heights().length; i++) {
            if (stems.heights()[i] > 0) {
                double x = from + (i + 0.5) * column;
                for (double y : new double[]{0, stems.heights()[i], Double.NaN}) {
                    points[0][n] = x;
                    points[1][n++] = y;
                }
            }
        }
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries(stems.label(), points);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, paint);
        renderer.setSeriesStroke(0, new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        renderer.setLegendLine(new Rectangle2D.Double(-4, -0.7, 8, 1.4));
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
    }
}
