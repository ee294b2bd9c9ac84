package dev.faultline.views.fx;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// A picture of a node, for looking at and for asking what colour a pixel has.
final class Shot {
    private final WritableImage image;

    private Shot(WritableImage image) {
        this.image = image;
    }

    static Shot of(Node node) throws Exception {
        return new Shot(Fx.call(() -> node.snapshot(null, null)));
    }

    /// `0xAARRGGBB` of a pixel.
    int argb(double x, double y) {
        return image.getPixelReader().getArgb((int) x, (int) y);
    }

    /// Number of px that are not the same in another picture of the same size.
    int differing(Shot other) {
        int differing = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                differing += argb(x, y) == other.argb(x, y) ? 0 : 1;
            }
        }
        return differing;
    }

    void write(Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(copy, "png", file.toFile());
    }
}
