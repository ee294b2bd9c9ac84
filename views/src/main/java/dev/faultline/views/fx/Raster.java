package dev.faultline.views.fx;

import dev.faultline.views.paint.Box;
import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// A picture of filled rectangles made by our own loop. A canvas keeps every fill until it is drawn, which is slow from
/// some ten thousands on; here their cost is the px that they cover. Two buffers take turns, because the one that was
/// drawn last is still being read while the next picture is made.
final class Raster {
    private final Page[] pages = new Page[2];
    private int turn;
    private int left;
    private int top;
    private int width;
    private int height;
    private int[] pixels = {};

    private record Page(int[] pixels, PixelBuffer<IntBuffer> buffer, WritableImage image) {}

    /// Starts an empty picture of a box.
    void begin(Box box) {
        left = (int) Math.rint(box.x());
        top = (int) Math.rint(box.y());
        int w = Math.max(1, (int) Math.rint(box.width()));
        int h = Math.max(1, (int) Math.rint(box.height()));
        if (w != width || h != height) {
            width = w;
            height = h;
            Arrays.setAll(pages, _ -> page(w, h));
        }
        turn = 1 - turn;
        pixels = pages[turn].pixels();
        Arrays.fill(pixels, 0);
    }

    private static Page page(int width, int height) {
        int[] pixels = new int[width * height];
        PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels),
                PixelFormat.getIntArgbPreInstance());
        return new Page(pixels, buffer, new WritableImage(buffer));
    }

    /// Fills whole px.
    ///
    /// @param argb a colour without transparency
    void fill(Box box, int argb) {
        int from = (int) Math.rint(box.x()) - left;
        int x = Math.max(0, from);
        int right = Math.min(width, Math.max(from + 1, (int) Math.rint(box.right()) - left));
        int above = (int) Math.rint(box.y()) - top;
        int y = Math.max(0, above);
        int bottom = Math.min(height, Math.max(above + 1, (int) Math.rint(box.bottom()) - top));
        if (right <= x) {
            return;
        }
        if (right - x == 1) {
            for (int at = y * width + x; y < bottom; y++, at += width) {
                pixels[at] = argb;
            }
            return;
        }
        for (; y < bottom; y++) {
            Arrays.fill(pixels, y * width + x, y * width + right, argb);
        }
    }

    /// Draws the picture where its box is.
    void draw(GraphicsContext g) {
        Page page = pages[turn];
        page.buffer().updateBuffer(_ -> null);
        boolean smooth = g.isImageSmoothing();
        g.setImageSmoothing(false);
        g.drawImage(page.image(), left, top);
        g.setImageSmoothing(smooth);
    }
}
