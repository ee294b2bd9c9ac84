package dev.faultline.views.flame;

import dev.faultline.views.paint.Box;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the nodes of a tree stand for one zoomed node: its ancestors as full rows, below it its descendants with widths
/// by weight. Nodes narrower than 1 px are left out together with what is below them, so the work follows the px.
///
/// @param tree whose nodes
/// @param zoomed node that fills the width
/// @param boxes what is wide enough, parents before children
public record FlameLayout(FlameTree tree, int zoomed, List<Placed> boxes) {
    public static final double ROW = 20;
    private static final double LEAST_PX = 1;

    /// A node and its box.
    public record Placed(int node, Box box) {}

    public static FlameLayout of(FlameTree tree, int zoomed, double width) {
        List<Placed> boxes = new ArrayList<>();
        int depth = 0;
        for (int node = zoomed; node > 0; node = tree.parent(node)) {
            depth++;
        }
        int row = depth;
        for (int node = zoomed; node >= 0; node = tree.parent(node)) {
            boxes.addFirst(new Placed(node, new Box(0, row * ROW, width, ROW)));
            row--;
        }
        place(tree, boxes, boxes.getLast());
        return new FlameLayout(tree, zoomed, boxes);
    }

    /// Width first, so that no depth of recursion can hurt.
    private static void place(FlameTree tree, List<Placed> boxes, Placed from) {
        for (int i = boxes.indexOf(from); i < boxes.size(); i++) {
            Placed parent = boxes.get(i);
            double perWeight = parent.box().width() / Math.max(1, tree.weight(parent.node()));
            double x = parent.box().x();
            for (int child = tree.firstChild(parent.node()); child >= 0; child = tree.next(child)) {
                double width = tree.weight(child) * perWeight;
                if (width < LEAST_PX) {
                    if (tree.inOrder()) {
                        x += width;
                        continue;
                    }
                    // children come heaviest first
                    break;
                }
                boxes.add(new Placed(child, new Box(x, parent.box().bottom(), width, ROW)));
                x += width;
            }
        }
    }

    public double height() {
        return boxes.getLast().box().bottom();
    }

    /// The node at a point, null when there is none.
    public @Nullable Placed at(double x, double y) {
        for (Placed placed : boxes) {
            if (placed.box().contains(x, y)) {
                return placed;
            }
        }
        return null;
    }
}
