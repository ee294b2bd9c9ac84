package dev.faultline.views.flame;

import dev.faultline.model.words.GoNames;
import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.paint.TextStyle;
import java.util.Locale;

/// Paints a flame graph: the reason gives the colour, functions of Go and of libraries are pale.
public final class FlamePainter {
    private static final double OWN = 0.92;
    private static final double LIBRARY = 0.5;
    private static final double FADED = 0.18;
    private static final double LABEL_ROOM = 28;
    /// Where two trees are compared.
    private static final Role MORE = Role.CRITICAL;
    private static final Role LESS = Role.NETWORK;

    private final Surface surface;

    public FlamePainter(Surface surface) {
        this.surface = surface;
    }

    /// What is emphasised.
    ///
    /// @param hovered node under the pointer, -1 for none
    /// @param search nodes whose name contains it keep their colour, all others fade; empty for none
    public record Emphasis(int hovered, String search) {}

    /// @param top y of the root
    /// @param within px that are on screen
    public void paint(FlameLayout layout, Emphasis emphasis, double top, Box within) {
        String search = emphasis.search().toLowerCase(Locale.ROOT);
        for (FlameLayout.Placed placed : layout.boxes()) {
            Box at = placed.box();
            Box box = new Box(at.x() + within.x(), at.y() + top, at.width(), at.height());
            if (box.bottom() > within.y() && box.y() < within.bottom()) {
                node(layout, placed.node(), box, emphasis, search);
            }
        }
    }

    private void node(FlameLayout layout, int node, Box box, Emphasis emphasis, String search) {
        FlameTree tree = layout.tree();
        boolean found = search.isEmpty() || tree.matches(node, search);
        boolean own = !tree.library(node);
        double strength = !found
                ? FADED
                : tree.compares() ? 0.12 + 0.8 * Math.abs(tree.change(node)) : own ? OWN : LIBRARY;
        Box inner = new Box(box.x(), box.y(), Math.max(1, box.width() - 1), box.height() - 1);
        Role role = tree.compares() && node > 0 ? tree.change(node) > 0 ? MORE : LESS : tree.role(node);
        surface.tint(inner, role, node == 0 ? 1 : strength);
        if (node == emphasis.hovered()) {
            surface.frame(inner, Role.SELECTED, 1.5);
        }
        if (box.width() >= LABEL_ROOM) {
            TextStyle style = own && node != 0 ? TextStyle.BOLD : TextStyle.SMALL;
            String text = words(layout, node, style, box.width() - 10);
            Role ink = node == 0 || strength < 0.7 ? Role.TEXT : role.ink();
            surface.text(Label.left(text, Math.max(box.x(), 0) + 5, box.bottom() - 6, style), ink);
        }
    }

    private String words(FlameLayout layout, int node, TextStyle style, double room) {
        FlameTree tree = layout.tree();
        String name = tree.name(node);
        String whole = node == 0 || tree.parent(node) == 0 ? name + "  " + tree.words(tree.weight(node)) : name;
        if (surface.width(whole, style) <= room) {
            return whole;
        }
        String plain = GoNames.withoutPath(name);
        double width = surface.width(plain, style);
        return width <= room ? plain : surface.fit(plain, style, room);
    }
}
