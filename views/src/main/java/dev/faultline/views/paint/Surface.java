package dev.faultline.views.paint;

import dev.faultline.trace.column.Sorted;
import org.jspecify.annotations.Nullable;

/// Something to paint on: a canvas, a page, or a recorder in tests. Coordinates are view px, y downwards; whoever
/// implements it decides how they meet device pixels. Later verbs cover earlier ones.
public interface Surface {
    /// Fills a rectangle.
    void fill(Box box, Role role);

    /// Announces very many fills inside a box, and nothing but fills of full colours, until [#unbatch]. A surface may
    /// gather them, and draw the last ones once more where they are the same.
    ///
    /// @param content what the fills show: where it equals that of the last batch, the fills are the same
    /// @return whether the fills are to be made; false when the surface still has them, then no [#unbatch] follows
    default boolean batch(Box box, Object content) {
        // one after the other is right, too
        return true;
    }

    default void unbatch() {
        // see batch
    }

    /// Announces the fills of a part of a batch's box that is as wide as that box. A surface may copy them from the last
    /// batch where they only move up or down.
    ///
    /// @param content what the fills show but for where: where it equals that of a strip of the last batch which is as
    ///        high, the fills are the same
    /// @return whether the fills are to be made
    default boolean strip(Box box, Object content) {
        return true;
    }

    /// Fills a rectangle with a role's colour mixed into the background.
    ///
    /// @param strength 0 for the background, 1 for the role's colour
    default void tint(Box box, Role role, double strength) {
        fill(box, role);
    }

    /// Fills a rectangle with diagonal stripes and draws its outline: something is missing or broken here.
    void hatch(Box box, Role role);

    /// Draws diagonal stripes with nothing between them over a rectangle: what lies below stays visible.
    default void stripes(Box box, Role role) {
        hatch(box, role);
    }

    /// Draws the outline of a rectangle, inside it.
    ///
    /// @param width of the line, px
    void frame(Box box, Role role, double width);

    /// Fills columns of one px each over the whole height of a box.
    ///
    /// @param roles by px from the left, null for columns that stay as they are
    default void columns(Box box, @Nullable Role[] roles) {
        for (int i = 0; i < roles.length; i++) {
            Role role = roles[i];
            if (role != null) {
                fill(new Box(box.x() + i, box.y(), 1, box.height()), role);
            }
        }
    }

    /// Draws a straight line.
    ///
    /// @param width of the line, px
    void line(Line line, Role role, double width);

    /// Fills a triangle: its base is the box's edge at `y`, its tip lies at `y + height`, so that it points down, or up
    /// when the height is negative.
    void triangle(Box box, Role role);

    /// Writes a line of text.
    void text(Label label, Role role);

    /// Width of a text in px.
    double width(String text, TextStyle style);

    /// Lets only the inside of a box be painted until [#unclip]. Clips do not nest.
    void clip(Box box);

    void unclip();

    /// A straight line from one point to another.
    record Line(double x1, double y1, double x2, double y2) {}

    /// The text, or its start with `…` when it is wider than `room` px; empty when not even three letters fit.
    default String fit(String text, TextStyle style, double room) {
        if (width(text, style) <= room) {
            return text;
        }
        int letters = Sorted.first(1, text.length(), i -> width(text.substring(0, i) + "…", style) > room) - 1;
        return letters < 3 ? "" : text.substring(0, letters) + "…";
    }
}
