package dev.faultline.app.ui.part;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/// An image that AWT draws and JavaFX shows, without a copy.
final class Pixels {
    private final double width;
    private final double height;
    private final double scale;
    private final BufferedImage drawn;
    private final PixelBuffer<IntBuffer> buffer;
    private final Image image;

    /// @param width px of the scene
    /// @param scale pixels of the screen for each of these
    Pixels(double width, double height, double scale) {
        this.width = width;
        this.height = height;
        this.scale = scale;
        int wide = (int) Math.ceil(width * scale);
        int high = (int) Math.ceil(height * scale);
        drawn = new BufferedImage(wide, high, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) drawn.getRaster().getDataBuffer()).getData();
        buffer = new PixelBuffer<>(wide, high, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    boolean fits(double otherWidth, double otherHeight, double otherScale) {
        return width == otherWidth && height == otherHeight && scale == otherScale;
    }

    Image image() {
        return image;
    }

    void draw(JFreeChart chart, ChartRenderingInfo info) {
        Graphics2D graphics = drawn.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.scale(scale, scale);
            chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), null, info);
        } finally {
            graphics.dispose();
        }
        buffer.updateBuffer(_ -> null);
    }
}
