package dev.faultline.views.chart;

import dev.faultline.model.MutatorUtilization;
import dev.faultline.model.words.Units;
import dev.faultline.views.paint.Role;
import java.awt.BasicStroke;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/// The least share of the Ps that the program had in any window of a length, over the lengths.
final class UtilizationChart {
    private static final int FIRST_DECADE = 3;
    private static final int POINTS_PER_DECADE = 10;

    private UtilizationChart() {
    }

    static JFreeChart of(MutatorUtilization utilization, long durationNs, ChartTheme theme) {
        double last = Math.max(FIRST_DECADE + 1, Math.log10(Math.max(1, durationNs)));
        NumberAxis window = new DecadeAxis(FIRST_DECADE, last);
        TimePlot.dress(window, theme);
        NumberAxis share = new NumberAxis();
        share.setRange(0, 1.04);
        share.setNumberFormatOverride(new ShareFormat());
        TimePlot.dress(share, theme);
        XYPlot plot = TimePlot.dress(new XYPlot(curve(utilization, last), window, share, null), theme);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, theme.of(Role.RUNNING));
        renderer.setSeriesStroke(0, new BasicStroke(1.8f));
        plot.setRenderer(renderer);
        return TimePlot.chart(plot, theme);
    }

    private static DefaultXYDataset curve(MutatorUtilization utilization, double last) {
        int points = (int) Math.ceil((last - FIRST_DECADE) * POINTS_PER_DECADE) + 1;
        double[][] curve = new double[2][points];
        for (int i = 0; i < points; i++) {
            curve[0][i] = Math.min(last, FIRST_DECADE + (double) i / POINTS_PER_DECADE);
            curve[1][i] = utilization.minimum(Math.round(Math.pow(10, curve[0][i])));
        }
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries("Least share of the Ps left to the program in any window of this length", curve);
        return data;
    }

    /// Prints shares of 0 to 1.
    private static final class ShareFormat extends NumberFormat {
        private static final long serialVersionUID = 1;

        @Override
        public StringBuffer format(double number, StringBuffer out, FieldPosition position) {
            return out.append(Units.share(number));
        }

        @Override
        public StringBuffer format(long number, StringBuffer out, FieldPosition position) {
            return format((double) number, out, position);
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("a chart only prints numbers");
        }
    }
}
