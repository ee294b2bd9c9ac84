package dev.faultline.views.chart;

import dev.faultline.model.words.Units;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;

/// What a chart shows at a place of its horizontal axis, in words.
public final class ChartReading {
    private ChartReading() {
    }

    /// The values of all series at a place, such as `Running 2`, `Heap goal 18.8 MB`, from top to bottom; a series that has
    /// none there is left out, as is what has no height.
    ///
    /// @param x in the unit of the axis
    public static List<String> at(JFreeChart chart, double x) {
        XYPlot plot = (XYPlot) chart.getPlot();
        List<String> words = new ArrayList<>();
        for (int d = 0; d < plot.getDatasetCount(); d++) {
            XYDataset data = plot.getDataset(d);
            if (data != null) {
                add(plot, data, x, words);
            }
        }
        return words;
    }

    private static void add(XYPlot plot, XYDataset data, double x, List<String> words) {
        boolean stacked = data instanceof StackedArea.Stack;
        for (int series = 0; series < data.getSeriesCount(); series++) {
            double y = value(data, series, x);
            if (stacked && series + 1 < data.getSeriesCount()) {
                y -= value(data, series + 1, x);
            }
            if (y > 1e-9) {
                words.add(data.getSeriesKey(series) + " "
                        + (data instanceof HeatChart.Shares
                                ? Units.share(y)
                                : text((NumberAxis) plot.getRangeAxis(), y)));
            }
        }
    }

    /// The height of a staircase: that of the last point not behind the place; not a number before the first.
    private static double value(XYDataset data, int series, double x) {
        int low = 0;
        int high = data.getItemCount(series);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (data.getXValue(series, middle) <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Double.NaN : data.getYValue(series, low - 1);
    }

    private static String text(NumberAxis axis, double y) {
        NumberFormat format = axis.getNumberFormatOverride();
        return format == null ? Units.number(y) : format.format(y);
    }
}
