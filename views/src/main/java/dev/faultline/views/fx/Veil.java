package dev.faultline.views.fx;

import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Role;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// Columns of colour over a high box, as one picture of a single line of px that is drawn as high as the box: hundreds of high,
/// transparent rectangles are slow.
final class Veil {
    private WritableImage line = new WritableImage(1, 1);
    private int[] shown = {};

    void draw(GraphicsContext g, Box box, @Nullable Role[] roles, int[] argb) {
        int[] pixels = new int[roles.length];
        for (int i = 0; i < roles.length; i++) {
            Role role = roles[i];
            pixels[i] = role == null ? 0 : argb[role.ordinal()];
        }
        if (pixels.length == 0) {
            return;
        }
        if (!Arrays.equals(pixels, shown)) {
            // an image that was drawn may still be read: a new one takes its place
            line = new WritableImage(pixels.length, 1);
            line.getPixelWriter().setPixels(0, 0, pixels.length, 1, PixelFormat.getIntArgbInstance(), pixels, 0,
                    pixels.length);
            shown = pixels;
        }
        boolean smooth = g.isImageSmoothing();
        g.setImageSmoothing(false);
        g.drawImage(line, Math.rint(box.x()), Math.rint(box.y()), pixels.length, Math.rint(box.height()));
        g.setImageSmoothing(smooth);
    }
}
