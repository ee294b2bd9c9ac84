package dev.faultline.views.fx;

import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.timeline.early.EarlyPicture;
import dev.faultline.views.timeline.paint.EarlyPainter;
import dev.faultline.views.timeline.picture.Geometry;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What is known of a trace while it is being read.
public final class EarlyView extends Region {
    private final PaintedCanvas canvas = new PaintedCanvas(this::paint);
    private final EarlyPainter painter = new EarlyPainter(canvas.surface());
    private @Nullable EarlyPicture picture;

    public EarlyView() {
        getStyleClass().add("early-view");
        setMinHeight(0);
        getChildren().add(canvas);
    }

    /// Shows a later picture.
    public void show(EarlyPicture now) {
        picture = now;
        canvas.repaint();
    }

    /// Takes the colours of another palette.
    public void setPalette(Palette palette) {
        canvas.use(palette);
    }

    @Override
    protected void layoutChildren() {
        canvas.resizeRelocate(0, 0, getWidth(), getHeight());
        canvas.repaint();
    }

    private void paint(Surface surface) {
        EarlyPicture now = picture;
        if (now != null) {
            painter.paint(now, new Geometry(canvas.getWidth(), canvas.getHeight()));
        }
    }
}
