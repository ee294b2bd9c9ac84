package dev.faultline.views.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A drawing that was made and can be painted again, on any surface, as often as one likes: what it was made from is not
/// needed for that.
public final class Painted implements Surface {
    private final Surface measure;
    private final List<Consumer<Surface>> strokes = new ArrayList<>();

    /// @param measure tells how wide texts are; nothing is painted on it
    public Painted(Surface measure) {
        this.measure = measure;
    }

    /// Paints all of it.
    public void on(Surface surface) {
        strokes.forEach(stroke -> stroke.accept(surface));
    }

    @Override
    public void fill(Box box, Role role) {
        strokes.add(s -> s.fill(box, role));
    }

    @Override
    public void tint(Box box, Role role, double strength) {
        strokes.add(s -> s.tint(box, role, strength));
    }

    @Override
    public void hatch(Box box, Role role) {
        strokes.add(s -> s.hatch(box, role));
    }

    @Override
    public void stripes(Box box, Role role) {
        strokes.add(s -> s.stripes(box, role));
    }

    @Override
    public void frame(Box box, Role role, double width) {
        strokes.add(s -> s.frame(box, role, width));
    }

    @Override
    public void columns(Box box, @Nullable Role[] roles) {
        @Nullable
        Role[] kept = roles.clone();
        strokes.add(s -> s.columns(box, kept));
    }

    @Override
    public void line(Line line, Role role, double width) {
        strokes.add(s -> s.line(line, role, width));
    }

    @Override
    public void triangle(Box box, Role role) {
        strokes.add(s -> s.triangle(box, role));
    }

    @Override
    public void text(Label label, Role role) {
        strokes.add(s -> s.text(label, role));
    }

    @Override
    public double width(String text, TextStyle style) {
        return measure.width(text, style);
    }

    @Override
    public void clip(Box box) {
        strokes.add(s -> s.clip(box));
    }

    @Override
    public void unclip() {
        strokes.add(Surface::unclip);
    }
}
