package dev.faultline.views.chart;

import dev.faultline.views.paint.Role;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/// A row for each P, the darker the busier.
final class HeatChart {
    /// So many Ps are named one by one where a place is looked at.
    private static final int NAMED = 8;
    /// Px of the picture that all Ps share, so that their borders stay sharp.
    private static final int HIGH = 160;

    private HeatChart() {
    }

    static JFreeChart of(ProcHeat heat, ChartTheme theme) {
        XYPlot plot = TimePlot.over(heat.range(), theme);
        int procs = heat.busy().length;
        NumberAxis rows = (NumberAxis) plot.getRangeAxis();
        rows.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        rows.setRange(-0.5, procs - 0.5);
        rows.setInverted(true);
        plot.setRangeGridlinesVisible(false);
        plot.addAnnotation(new XYDataImageAnnotation(picture(heat, theme), heat.range().fromNs(), -0.5,
                Math.max(1, heat.range().durationNs()), procs));
        if (procs <= NAMED) {
            name(plot, heat);
        }
        JFreeChart chart = TimePlot.chart(plot, theme);
        chart.removeLegend();
        return chart;
    }

    private static BufferedImage picture(ProcHeat heat, ChartTheme theme) {
        int procs = heat.busy().length;
        int steps = heat.busy()[0].length;
        int high = Math.max(1, HIGH / procs);
        BufferedImage image = new BufferedImage(steps, procs * high, BufferedImage.TYPE_INT_RGB);
        for (int p = 0; p < procs; p++) {
            for (int step = 0; step < steps; step++) {
                int rgb = shade(heat.busy()[p][step], theme).getRGB();
                for (int y = p * high; y < p * high + Math.max(1, high - (high > 4 ? 1 : 0)); y++) {
                    image.setRGB(step, y, rgb);
                }
                if (high > 4) {
                    image.setRGB(step, p * high + high - 1, theme.of(Role.BACKGROUND).getRGB());
                }
            }
        }
        return image;
    }

    private static Color shade(double busy, ChartTheme theme) {
        Color full = theme.of(Role.RUNNING);
        Color none = theme.of(Role.LANE);
        // what is there at all is seen
        double part = busy <= 0 ? 0 : 0.12 + 0.88 * busy;
        return new Color(mix(full.getRed(), none.getRed(), part), mix(full.getGreen(), none.getGreen(), part),
                mix(full.getBlue(), none.getBlue(), part));
    }

    private static int mix(int a, int b, double part) {
        return (int) Math.round(a * part + b * (1 - part));
    }

    /// Lets a reading tell how busy each P is; nothing is drawn of it.
    private static void name(XYPlot plot, ProcHeat heat) {
        Shares data = new Shares();
        for (int p = 0; p < heat.busy().length; p++) {
            int steps = heat.busy()[p].length;
            double[][] points = new double[2][steps];
            for (int i = 0; i < steps; i++) {
                points[0][i] = heat.range().fromNs() + (double) heat.range().durationNs() * i / steps;
                points[1][i] = heat.busy()[p][i];
            }
            data.addSeries("P " + p, points);
        }
        plot.setDataset(data);
        plot.setRenderer(new XYLineAndShapeRenderer(false, false));
    }

    /// Series of shares.
    static final class Shares extends DefaultXYDataset {
        private static final long serialVersionUID = 1;
    }
}
