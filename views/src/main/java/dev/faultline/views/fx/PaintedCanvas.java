package dev.faultline.views.fx;

import dev.faultline.views.paint.Palette;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/// A canvas that fills its region and is painted at most once a frame, however often a new picture is asked for. It is a
/// layout root: asking for a picture lays out nothing else of the window.
final class PaintedCanvas extends Region {
    private final Canvas canvas = new Canvas();
    private final FxSurface surface = new FxSurface(canvas.getGraphicsContext2D(), Palette.light());
    private final Consumer<FxSurface> painter;

    PaintedCanvas(Consumer<FxSurface> painter) {
        this.painter = painter;
        setManaged(false);
        getChildren().add(canvas);
        canvas.setMouseTransparent(true);
        setPickOnBounds(true);
    }

    /// Asks for a new picture in the next frame.
    void repaint() {
        requestLayout();
    }

    void use(Palette palette) {
        surface.use(palette);
        repaint();
    }

    FxSurface surface() {
        return surface;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        if (width > 0 && height > 0) {
            surface.begin();
            painter.accept(surface);
        }
    }
}
