package dev.faultline.views.flame;

import dev.faultline.views.paint.Role;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Two flame trees, of two ranges or two traces, in one: a box is as wide as the mean of its shares of both, and red where its
/// share grew, blue where it shrank.
///
/// @param tree both together
/// @param before the first
/// @param after the second
/// @param inBefore by node of `tree` the node of the first, -1 when it has none
/// @param inAfter the same of the second
public record FlameDiff(FlameTree tree, FlameTree before, FlameTree after, int[] inBefore, int[] inAfter) {
    private static final double WHOLE = 1e9;

    /// Compares two trees; both count the same.
    public static FlameDiff of(FlameTree before, FlameTree after) {
        return new Union(before, after).build();
    }

    /// What a node weighs in the first tree.
    public long weightBefore(int node) {
        return inBefore[node] < 0 ? 0 : before.weight(inBefore[node]);
    }

    /// What it weighs in the second.
    public long weightAfter(int node) {
        return inAfter[node] < 0 ? 0 : after.weight(inAfter[node]);
    }

    /// Its share of the first tree, 0 to 1.
    public double shareBefore(int node) {
        return inBefore[node] < 0 ? 0 : before.share(inBefore[node]);
    }

    /// Its share of the second.
    public double shareAfter(int node) {
        return inAfter[node] < 0 ? 0 : after.share(inAfter[node]);
    }

    private static final class Union {
        private final FlameTree before;
        private final FlameTree after;
        private final List<Node> nodes = new ArrayList<>();
        private final Map<String, Integer> nameIds = new HashMap<>();
        private final Long2IntOpenHashMap children = new Long2IntOpenHashMap();

        private static final class Node {
            private final int parent;
            private final String name;
            private final Role role;
            private final boolean library;
            private int before = -1;
            private int after = -1;

            Node(int parent, String name, Role role, boolean library) {
                this.parent = parent;
                this.name = name;
                this.role = role;
                this.library = library;
            }
        }

        Union(FlameTree before, FlameTree after) {
            this.before = before;
            this.after = after;
            children.defaultReturnValue(-1);
            nodes.add(new Node(-1, after.name(0), after.role(0), false));
        }

        FlameDiff build() {
            add(before, true);
            add(after, false);
            int n = nodes.size();
            int[] parent = new int[n];
            String[] name = new String[n];
            BitSet library = new BitSet(n);
            Role[] role = new Role[n];
            long[] weight = new long[n];
            float[] change = new float[n];
            int[] inBefore = new int[n];
            int[] inAfter = new int[n];
            for (int i = 0; i < n; i++) {
                Node node = nodes.get(i);
                double was = node.before < 0 ? 0 : before.share(node.before);
                double is = node.after < 0 ? 0 : after.share(node.after);
                parent[i] = node.parent;
                name[i] = node.name;
                library.set(i, node.library);
                role[i] = node.role;
                weight[i] = Math.round((was + is) / 2 * WHOLE);
                change[i] = was + is == 0 ? 0 : (float) ((is - was) / (is + was));
                inBefore[i] = node.before;
                inAfter[i] = node.after;
            }
            return new FlameDiff(new FlameTree(FlameTree.Unit.SHARES, parent, name, library, role, weight, new long[n],
                    change), before, after, inBefore, inAfter);
        }

        /// Parents have lower numbers than their children: each finds its own.
        private void add(FlameTree tree, boolean first) {
            int[] at = new int[tree.size()];
            for (int i = 0; i < tree.size(); i++) {
                int node = i == 0 ? 0 : child(at[tree.parent(i)], tree, i);
                at[i] = node;
                if (first) {
                    nodes.get(node).before = i;
                } else {
                    nodes.get(node).after = i;
                }
            }
        }

        private int child(int parent, FlameTree tree, int of) {
            int name = nameIds.computeIfAbsent(tree.name(of), _ -> nameIds.size());
            long key = (long) parent << 32 | name;
            int known = children.get(key);
            if (known < 0) {
                known = nodes.size();
                children.put(key, known);
                nodes.add(new Node(parent, tree.name(of), tree.role(of), tree.library(of)));
            }
            return known;
        }
    }
}
