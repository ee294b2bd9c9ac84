package dev.faultline.views.report.page;

import dev.faultline.views.graphics.GraphicsSurface;
import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.paint.TextStyle;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Paints elements of SVG whose colours are named by role, so that a style sheet gives them those of light or dark.
final class SvgSurface implements Surface {
    private static final double STRIPE_PX = 5;
    private static final Surface MEASURE = GraphicsSurface.measure();

    private final Html root;
    private final Set<Role> roles;
    private Html into;
    /// Fills one behind the other in the same colour are one path.
    private final StringBuilder fills = new StringBuilder();
    private @Nullable Role filled;

    /// @param roles gathers the roles whose colours are used
    SvgSurface(Html svg, Set<Role> roles) {
        root = svg;
        into = svg;
        this.roles = roles;
    }

    @Override
    public void fill(Box box, Role role) {
        if (filled != role) {
            flush();
            filled = role;
        }
        fills.append('M').append(number(box.x())).append(' ').append(number(box.y())).append('h')
                .append(number(box.width())).append('v').append(number(box.height())).append('h')
                .append(number(-box.width())).append('z');
    }

    @Override
    public void columns(Box box, @Nullable Role[] columns) {
        int from = 0;
        for (int i = 1; i <= columns.length; i++) {
            if (i == columns.length || columns[i] != columns[from]) {
                Role role = columns[from];
                if (role != null) {
                    fill(new Box(box.x() + from, box.y(), i - (double) from, box.height()), role);
                }
                from = i;
            }
        }
    }

    /// Paints all that is still held back.
    void flush() {
        Role role = filled;
        if (role != null && !fills.isEmpty()) {
            shape("path", "f", role).rawWith("d", fills.toString());
        }
        fills.setLength(0);
        filled = null;
    }

    @Override
    public void tint(Box box, Role role, double strength) {
        fill(box, Role.BACKGROUND);
        flush();
        rectangle(box, "f", role).rawWith("fill-opacity", number(strength));
    }

    @Override
    public void hatch(Box box, Role role) {
        fill(box, Role.BACKGROUND);
        stripes(box, role);
        frame(box, role, 0.8);
    }

    @Override
    public void stripes(Box box, Role role) {
        flush();
        StringBuilder path = new StringBuilder();
        for (double x = box.x() - box.height(); x < box.right(); x += STRIPE_PX) {
            double left = Math.max(x, box.x());
            double right = Math.min(x + box.height(), box.right());
            if (right > left) {
                path.append('M').append(number(left)).append(' ').append(number(box.bottom() - (left - x))).append('L')
                        .append(number(right)).append(' ').append(number(box.bottom() - (right - x)));
            }
        }
        shape("path", "s", role).rawWith("d", path.toString()).rawWith("stroke-width", "1.4");
    }

    @Override
    public void frame(Box box, Role role, double width) {
        flush();
        rectangle(box.inset(width / 2), "s", role).rawWith("stroke-width", number(width));
    }

    @Override
    public void line(Line line, Role role, double width) {
        flush();
        shape("path", "s", role).rawWith("d", "M" + number(line.x1()) + " " + number(line.y1()) + "L"
                + number(line.x2()) + " " + number(line.y2())).rawWith("stroke-width", number(width));
    }

    @Override
    public void triangle(Box box, Role role) {
        flush();
        shape("path", "f", role).rawWith("d", "M" + number(box.x()) + " " + number(box.y()) + "H"
                + number(box.right()) + "L" + number(box.x() + box.width() / 2) + " " + number(box.bottom()) + "z");
    }

    @Override
    public void text(Label label, Role role) {
        flush();
        Html text = shape("text", "f", role).rawWith("x", number(label.x())).rawWith("y", number(label.baseline()))
                .rawWith("font-size", number(label.style().size()));
        if (label.align() != Label.Align.LEFT) {
            text.rawWith("text-anchor", label.align() == Label.Align.MIDDLE ? "middle" : "end");
        }
        if (label.style().bold()) {
            text.rawWith("font-weight", "bold");
        }
        text.text(label.text());
    }

    @Override
    public double width(String text, TextStyle style) {
        return MEASURE.width(text, style);
    }

    /// An element of the size of the box shows nothing outside of it.
    @Override
    public void clip(Box box) {
        flush();
        into = root.add("svg").rawWith("x", number(box.x())).rawWith("y", number(box.y()))
                .rawWith("width", number(box.width())).rawWith("height", number(box.height()))
                .rawWith("viewBox", number(box.x()) + " " + number(box.y()) + " " + number(box.width()) + " "
                        + number(box.height()));
    }

    @Override
    public void unclip() {
        flush();
        into = root;
    }

    private Html rectangle(Box box, String kind, Role role) {
        return shape("rect", kind, role).rawWith("x", number(box.x())).rawWith("y", number(box.y()))
                .rawWith("width", number(Math.max(0, box.width())))
                .rawWith("height", number(Math.max(0, box.height())));
    }

    private Html shape(String tag, String kind, Role role) {
        roles.add(role);
        return into.add(tag).rawWith("class", kind + Colours.name(role));
    }

    /// Hundredths of a px are exact enough.
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "0";
        }
        long hundredths = Math.round(value * 100);
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }
}
