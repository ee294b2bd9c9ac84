package dev.faultline.app.ui.part;

import dev.faultline.views.fx.Drawing;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/// The picture of a chart, drawn by AWT, which fills large areas much faster than a canvas, at most once in a pulse and only while it is in sight. Plots of all charts begin at the same
/// distance from the left, so that charts above one another show the same moment at the same place.
final class ChartPicture extends Region implements Drawing {
    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    /// Room for the labels of the vertical axis, px.
    private static final double LEFT = 62;
    private static final double HEIGHT = 190;

    private final ImageView shown = new ImageView();
    private @Nullable Pixels pixels;
    private final ChartRenderingInfo info = new ChartRenderingInfo(null);
    private @Nullable JFreeChart chart;
    private boolean stale;
    private double width;
    private double height;

    ChartPicture() {
        shown.setMouseTransparent(true);
        shown.setSmooth(false);
        getChildren().add(shown);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMinWidth(0);
        setPickOnBounds(true);
    }

    /// @param smooth whether edges are smoothed: where all are upright or level that only takes time
    void show(JFreeChart next, boolean smooth) {
        chart = next;
        next.setAntiAlias(smooth);
        next.setTextAntiAlias(true);
        AxisSpace space = new AxisSpace();
        space.setLeft(LEFT);
        plot(next).setFixedRangeAxisSpace(space);
        redraw();
    }

    /// Shows another stretch of the horizontal axis.
    void showAcross(double from, double to) {
        JFreeChart now = chart;
        if (now != null && to > from) {
            plot(now).getDomainAxis().setRange(from, to);
            redraw();
        }
    }

    @Nullable
    JFreeChart chart() {
        return chart;
    }

    private static XYPlot plot(JFreeChart chart) {
        return (XYPlot) chart.getPlot();
    }

    private void redraw() {
        stale = true;
        requestLayout();
    }

    /// Where the data is drawn; empty before the first picture.
    Rectangle2D plotArea() {
        Rectangle2D area = info.getPlotInfo().getDataArea();
        return area == null ? new Rectangle2D.Double() : area;
    }

    /// What lies at a px of the horizontal axis.
    double across(double px) {
        Rectangle2D area = plotArea();
        JFreeChart now = chart;
        if (now == null || area.getWidth() <= 0) {
            return Double.NaN;
        }
        var axis = plot(now).getDomainAxis();
        return axis.getLowerBound() + (px - area.getX()) / area.getWidth() * axis.getRange().getLength();
    }

    /// Where a value of the horizontal axis lies, px.
    double px(double value) {
        Rectangle2D area = plotArea();
        JFreeChart now = chart;
        if (now == null) {
            return Double.NaN;
        }
        var axis = plot(now).getDomainAxis();
        return area.getX() + (value - axis.getLowerBound()) / axis.getRange().getLength() * area.getWidth();
    }

    /// Draws now if something has changed and it has come in sight.
    void drawIfSeen() {
        JFreeChart now = chart;
        if (!stale || now == null || !inSight()) {
            return;
        }
        stale = false;
        double scale = getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        Pixels to = pixels;
        if (to == null || !to.fits(width, height, scale)) {
            to = new Pixels(width, height, scale);
            pixels = to;
            shown.setImage(to.image());
            shown.setFitWidth(width);
            shown.setFitHeight(height);
        }
        to.draw(now, info);
    }

    @Override
    public void drawOn(Graphics2D g) {
        JFreeChart now = chart;
        if (now != null) {
            now.draw(g, new Rectangle2D.Double(0, 0, Math.floor(getWidth()), Math.floor(getHeight())));
        }
    }

    private boolean inSight() {
        return getScene() != null && width > 0 && height > 0
                && localToScene(getLayoutBounds()).intersects(0, 0, getScene().getWidth(), getScene().getHeight());
    }

    @Override
    protected void layoutChildren() {
        double wide = Math.floor(getWidth());
        double high = Math.floor(getHeight());
        if (width != wide || height != high) {
            width = wide;
            height = high;
            stale = true;
        }
        drawIfSeen();
    }
}
