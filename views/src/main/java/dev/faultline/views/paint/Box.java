package dev.faultline.views.paint;

/// A rectangle in view px, y downwards.
public record Box(double x, double y, double width, double height) {
    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public boolean contains(double px, double py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }

    /// The box shrunk by `px` on all sides, grown when negative.
    public Box inset(double px) {
        return new Box(x + px, y + px, width - 2 * px, height - 2 * px);
    }
}
