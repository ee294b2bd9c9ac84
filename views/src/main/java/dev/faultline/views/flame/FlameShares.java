package dev.faultline.views.flame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which share of two flame trees each of the program's functions has, with all that it called.
public final class FlameShares {
    /// One function in both trees.
    ///
    /// @param function its name
    /// @param before share of the first tree, 0 to 1
    /// @param after share of the second
    public record Share(String function, double before, double after) {
        /// What it has more in the second, -1 to 1.
        public double change() {
            return after - before;
        }
    }

    private FlameShares() {
    }

    /// The functions that are not Go's or a library's, those with the largest change first.
    public static List<Share> of(FlameTree before, FlameTree after) {
        Map<String, Long> was = weights(before);
        Map<String, Long> is = weights(after);
        Set<String> names = new LinkedHashSet<>(is.keySet());
        names.addAll(was.keySet());
        List<Share> shares = new ArrayList<>();
        for (String name : names) {
            shares.add(new Share(name, share(before, was.getOrDefault(name, 0L)),
                    share(after, is.getOrDefault(name, 0L))));
        }
        shares.sort(Comparator.comparingDouble((Share s) -> Math.abs(s.change())).reversed()
                .thenComparing(Share::function));
        return shares;
    }

    private static double share(FlameTree tree, long weight) {
        return tree.isEmpty() ? 0 : (double) weight / tree.weight(0);
    }

    /// A function that calls itself counts once for each stack.
    private static Map<String, Long> weights(FlameTree tree) {
        Map<String, Long> weights = new HashMap<>();
        for (int i = 1; i < tree.size(); i++) {
            if (tree.parent(i) > 0 && !tree.library(i) && !inside(tree, i)) {
                weights.merge(tree.name(i), tree.weight(i), Long::sum);
            }
        }
        return weights;
    }

    private static boolean inside(FlameTree tree, int node) {
        for (int above = tree.parent(node); above > 0; above = tree.parent(above)) {
            if (tree.name(above).equals(tree.name(node))) {
                return true;
            }
        }
        return false;
    }
}
