package dev.faultline.views.chart;

import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import java.awt.BasicStroke;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/// What all charts have in common: plain axes, a quiet grid, a legend below, no frame and no title (whoever shows a chart
/// puts one in its own type).
final class TimePlot {
    /// Px to the right of a plot, for half of the last label.
    static final int RIGHT_PX = 15;
    private static final BasicStroke HAIRLINE = new BasicStroke(0.6f);

    private TimePlot() {
    }

    /// An empty plot over a time range, with an axis of values that begins at 0.
    static XYPlot over(TimeRange range, ChartTheme theme) {
        NumberAxis time = new TimeAxis(range, theme.calledNs());
        dress(time, theme);
        NumberAxis values = new NumberAxis();
        values.setAutoRangeIncludesZero(true);
        values.setUpperMargin(0.06);
        dress(values, theme);
        return dress(new XYPlot(null, time, values, null), theme);
    }

    static XYPlot dress(XYPlot plot, ChartTheme theme) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(theme.of(Role.GRID));
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setDomainGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(4, 0, 0, RIGHT_PX));
        return plot;
    }

    static void dress(ValueAxis axis, ChartTheme theme) {
        axis.setTickLabelFont(theme.font());
        axis.setTickLabelPaint(theme.of(Role.DIM));
        axis.setLabelFont(theme.font());
        axis.setLabelPaint(theme.of(Role.DIM));
        axis.setAxisLinePaint(theme.of(Role.LINE));
        axis.setAxisLineStroke(HAIRLINE);
        axis.setTickMarkPaint(theme.of(Role.LINE));
        axis.setTickMarkStroke(HAIRLINE);
        axis.setTickMarkOutsideLength(3);
        // the label of the place where both axes begin stays clear of the other axis's
        axis.setTickLabelInsets(new RectangleInsets(4, 4, 2, 4));
    }

    static JFreeChart chart(XYPlot plot, ChartTheme theme) {
        JFreeChart chart = new JFreeChart(null, theme.font(), plot, true);
        chart.setBackgroundPaint(theme.of(Role.BACKGROUND));
        chart.setBorderVisible(false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        LegendTitle legend = chart.getLegend();
        legend.setFrame(BlockBorder.NONE);
        legend.setBackgroundPaint(null);
        legend.setItemFont(theme.font());
        legend.setItemPaint(theme.of(Role.DIM));
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setItemLabelPadding(new RectangleInsets(1, 3, 1, 9));
        legend.setMargin(2, 0, 0, 0);
        return chart;
    }
}
