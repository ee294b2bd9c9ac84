package dev.faultline.views.flame;

import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the card under the pointer says of a box.
public final class FlameWords {
    private FlameWords() {
    }

    /// @param diff what the tree compares, null when nothing
    public static List<String> of(FlameTree tree, @Nullable FlameDiff diff, int node) {
        List<String> lines = new ArrayList<>();
        lines.add(tree.name(node));
        if (diff != null) {
            lines.add("first " + share(diff.before(), diff.weightBefore(node), diff.shareBefore(node)));
            lines.add("now " + share(diff.after(), diff.weightAfter(node), diff.shareAfter(node)));
            return lines;
        }
        lines.add(tree.words(tree.weight(node)) + ", " + Units.share(tree.share(node)) + " of the total");
        int parent = tree.parent(node);
        if (parent > 0) {
            lines.add(Units.share((double) tree.weight(node) / Math.max(1, tree.weight(parent))) + " of "
                    + tree.name(parent));
        }
        long self = tree.self(node);
        if (self > 0 && self < tree.weight(node)) {
            lines.add(tree.words(self) + " in it itself");
        }
        if (tree.unit() == FlameTree.Unit.TIME) {
            long count = tree.count(node);
            lines.add(Units.count(count, "span") + ", " + Units.duration(tree.weight(node) / Math.max(1, count))
                    + " on average");
        }
        return lines;
    }

    private static String share(FlameTree tree, long weight, double share) {
        return tree.words(weight) + ", " + Units.share(share) + " of the total";
    }

    /// How boxes are ordered, or what their colours tell.
    ///
    /// @param compared whether two graphs are compared
    public static String order(FlameQuery query, boolean compared) {
        if (compared) {
            return "Red: a larger share than in the first, blue: a smaller one";
        }
        if (query.shape().inTimeOrder()) {
            return "In the order of time, without what is not counted";
        }
        return (query.measure() == Measure.RUNNING ? "By the stack where it next stopped" : "By stack")
                + (query.shape().reversed() ? ", innermost frame on top" : ", outermost frame on top");
    }
}
