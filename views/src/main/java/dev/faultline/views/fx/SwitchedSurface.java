package dev.faultline.views.fx;

import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.paint.TextStyle;

/// What a canvas is painted on: the screen, or for once something else. Boxes meet whole px there, too, as on the screen.
final class SwitchedSurface implements Surface {
    private final FxSurface screen;
    private Surface to;

    SwitchedSurface(FxSurface screen) {
        this.screen = screen;
        to = screen;
    }

    /// Paints on something else while an action runs.
    void elsewhere(Surface surface, Runnable painting) {
        to = surface;
        try {
            painting.run();
        } finally {
            to = screen;
        }
    }

    private Box whole(Box box) {
        if (to == screen) {
            return box;
        }
        double x = Math.rint(box.x());
        double y = Math.rint(box.y());
        return new Box(x, y, Math.max(1, Math.rint(box.right()) - x), Math.max(1, Math.rint(box.bottom()) - y));
    }

    @Override
    public void fill(Box box, Role role) {
        to.fill(whole(box), role);
    }

    @Override
    public boolean batch(Box box, Object content) {
        return to.batch(box, content);
    }

    @Override
    public void unbatch() {
        to.unbatch();
    }

    @Override
    public boolean strip(Box box, Object content) {
        return to.strip(box, content);
    }

    @Override
    public void tint(Box box, Role role, double strength) {
        to.tint(whole(box), role, strength);
    }

    @Override
    public void hatch(Box box, Role role) {
        to.hatch(whole(box), role);
    }

    @Override
    public void stripes(Box box, Role role) {
        to.stripes(whole(box), role);
    }

    @Override
    public void frame(Box box, Role role, double width) {
        to.frame(whole(box), role, width);
    }

    @Override
    public void line(Line line, Role role, double width) {
        to.line(line, role, width);
    }

    @Override
    public void triangle(Box box, Role role) {
        to.triangle(box, role);
    }

    @Override
    public void text(Label label, Role role) {
        to.text(label, role);
    }

    @Override
    public double width(String text, TextStyle style) {
        return screen.width(text, style);
    }

    @Override
    public void clip(Box box) {
        to.clip(box);
    }

    @Override
    public void unclip() {
        to.unclip();
    }
}
