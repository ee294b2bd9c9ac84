package dev.faultline.views.fx;

import dev.faultline.views.paint.Box;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// A picture of filled rectangles made by our own loop. A canvas keeps every fill until it is drawn, which is slow from
/// some ten thousands on; here their cost is the px that they cover. Two buffers take turns, because the one that was
/// drawn last is still being read while the next picture is made. What of a buffer was painted is known line by line, so that
/// only this is cleared. Strips that were in the last picture, too, are copied from there: scrolling fills only what
/// comes into view.
final class Raster {
    private final Frame[] pages = new Frame[2];
    private int turn;
    private int left;
    private int top;
    private int width;
    private int height;
    private Frame page = page(1, 1);
    private Frame last = page;
    private @Nullable Object content;

    /// @param from by line the first px that was painted, its length where none was
    /// @param to by line the px behind the last that was painted
    /// @param strips the first line of each strip that is whole
    private record Frame(int[] pixels, int[] from, int[] to, PixelBuffer<IntBuffer> buffer, WritableImage image,
            Map<Strip, Integer> strips) {
        void clear(int width) {
            for (int y = 0; y < from.length; y++) {
                if (from[y] < to[y]) {
                    Arrays.fill(pixels, y * width + from[y], y * width + to[y], 0);
                }
            }
            untouched(width);
        }

        private void untouched(int width) {
            strips.clear();
            Arrays.fill(from, width);
            Arrays.fill(to, 0);
        }

        void touch(int y, int first, int behind) {
            from[y] = Math.min(from[y], first);
            to[y] = Math.max(to[y], behind);
        }
    }

    /// What a strip shows, and how many lines high.
    private record Strip(Object content, int lines) {}

    /// Whether it has a finished picture of some content at a place.
    boolean holds(Box box, Object wanted) {
        return wanted.equals(content) && left == (int) Math.rint(box.x()) && top == (int) Math.rint(box.y())
                && width == size(box.width()) && height == size(box.height());
    }

    /// Forces a redraw.
    void forget() {
        content = null;
        for (Frame drawn : pages) {
            if (drawn != null) {
                drawn.strips().clear();
            }
        }
    }

    /// Starts an empty picture of a box.
    ///
    /// @param shown what it will show
    void begin(Box box, Object shown) {
        content = shown;
        left = (int) Math.rint(box.x());
        top = (int) Math.rint(box.y());
        int w = size(box.width());
        int h = size(box.height());
        if (w != width || h != height) {
            width = w;
            height = h;
            Arrays.setAll(pages, _ -> page(w, h));
        }
        last = pages[turn];
        turn = 1 - turn;
        page = pages[turn];
        page.clear(width);
    }

    private static int size(double length) {
        return Math.max(1, (int) Math.rint(length));
    }

    /// Takes a strip from the last picture if it is whole there; else the fills that follow are taken to be it.
    ///
    /// @return whether it was there
    boolean copy(Box box, Object shown) {
        int y = (int) Math.rint(box.y()) - top;
        Strip strip = new Strip(shown, size(box.height()));
        if (y < 0 || y + strip.lines() > height) {
            return false;
        }
        page.strips().put(strip, y);
        Integer before = last.strips().get(strip);
        if (before == null) {
            return false;
        }
        for (int line = 0; line < strip.lines(); line++) {
            int from = last.from()[before + line];
            int to = last.to()[before + line];
            if (from < to) {
                System.arraycopy(last.pixels(), (before + line) * width + from, page.pixels(),
                        (y + line) * width + from, to - from);
                page.touch(y + line, from, to);
            }
        }
        return true;
    }

    private static Frame page(int width, int height) {
        int[] pixels = new int[width * height];
        PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels),
                PixelFormat.getIntArgbPreInstance());
        Frame page = new Frame(pixels, new int[height], new int[height], buffer, new WritableImage(buffer),
                new HashMap<>());
        page.untouched(width);
        return page;
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
        if (right - x == 1) {
            column(x, y, bottom, argb);
        } else if (right > x) {
            for (; y < bottom; y++) {
                line(y, x, right, argb);
            }
        }
    }

    private void column(int x, int from, int to, int argb) {
        int[] pixels = page.pixels();
        for (int y = from; y < to; y++) {
            pixels[y * width + x] = argb;
            page.touch(y, x, x + 1);
        }
    }

    private void line(int y, int from, int to, int argb) {
        Arrays.fill(page.pixels(), y * width + from, y * width + to, argb);
        page.touch(y, from, to);
    }

    /// Ends a picture: it must be read again.
    void end() {
        page.buffer().updateBuffer(_ -> null);
    }

    /// Draws the picture where its box is.
    void draw(GraphicsContext g) {
        boolean smooth = g.isImageSmoothing();
        g.setImageSmoothing(false);
        g.drawImage(page.image(), left, top);
        g.setImageSmoothing(smooth);
    }
}
