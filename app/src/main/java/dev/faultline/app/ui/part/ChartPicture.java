package dev.faultline.app.ui.part;

import dev.faultline.views.fx.Drawing;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.XYPlot;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;

/// The picture of a chart, drawn at most once in a pulse and only while it is in sight. Plots of all charts begin at the same
/// distance from the left, so that charts above one another show the same moment at the same place.
final class ChartPicture extends Region implements Drawing {
    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    /// Room for the labels of the vertical axis, px.
    private static final double LEFT = 62;
    private static final double HEIGHT = 190;

    private final Canvas canvas = new Canvas();
    private final FXGraphics2D graphics = new FXGraphics2D(canvas.getGraphicsContext2D());
    private final ChartRenderingInfo info = new ChartRenderingInfo(null);
    private @Nullable JFreeChart chart;
    private boolean stale;

    ChartPicture() {
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMinWidth(0);
        setPickOnBounds(true);
    }

    void show(JFreeChart next) {
        chart = next;
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
        var area = new Rectangle2D.Double(0, 0, canvas.getWidth(), canvas.getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, area.getWidth(), area.getHeight());
        now.draw(graphics, area, null, info);
    }

    @Override
    public void drawOn(Graphics2D g) {
        JFreeChart now = chart;
        if (now != null) {
            now.draw(g, new Rectangle2D.Double(0, 0, Math.floor(getWidth()), Math.floor(getHeight())));
        }
    }

    private boolean inSight() {
        return getScene() != null && canvas.getWidth() > 0
                && localToScene(getLayoutBounds()).intersects(0, 0, getScene().getWidth(), getScene().getHeight());
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            stale = true;
        }
        drawIfSeen();
    }
}
