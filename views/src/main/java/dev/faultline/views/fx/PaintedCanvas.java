package dev.faultline.views.fx;

import dev.faultline.views.graphics.GraphicsSurface;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Surface;
import java.awt.Graphics2D;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// A canvas that fills its region and is painted at most once a frame, however often a new picture is asked for. It is a
/// layout root: asking for a picture lays out nothing else of the window.
final class PaintedCanvas extends Region implements Drawing {
    private static final double LEAST_SCALE = 0.5;

    private final Canvas canvas = new Canvas();
    private final FxSurface screen = new FxSurface(canvas.getGraphicsContext2D(), Palette.light());
    private final SwitchedSurface surface = new SwitchedSurface(screen);
    private Palette palette = Palette.light();
    private final Consumer<Surface> painter;

    PaintedCanvas(Consumer<Surface> painter) {
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

    void use(Palette colours) {
        palette = colours;
        screen.use(colours);
        repaint();
    }

    Surface surface() {
        return surface;
    }

    @Override
    public void drawOn(Graphics2D g) {
        surface.elsewhere(new GraphicsSurface(g, palette), () -> painter.accept(surface));
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        // where the window is drawn larger the canvas has as many px more, else it would be blurred
        double scale = Math.max(LEAST_SCALE, getLocalToSceneTransform().getMxx());
        if (canvas.getWidth() != Math.floor(width * scale) || canvas.getHeight() != Math.floor(height * scale)) {
            canvas.setWidth(Math.floor(width * scale));
            canvas.setHeight(Math.floor(height * scale));
        }
        canvas.getTransforms().setAll(new Scale(1 / scale, 1 / scale, 0, 0));
        if (width > 0 && height > 0) {
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.setTransform(scale, 0, 0, scale, 0, 0);
            screen.begin();
            painter.accept(surface);
        }
    }
}
