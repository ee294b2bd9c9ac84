package dev.faultline.views.flame;

import dev.faultline.views.paint.Role;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Adds up flame trees of several runs. Frames count as the same where their names are: names can be made comparable between
/// builds of a program first.
public final class FlameSum {
    private static final class Node {
        private final int parent;
        private final String name;
        private final Role role;
        private final boolean library;
        private long weight;
        private long count;

        Node(int parent, String name, Role role, boolean library) {
            this.parent = parent;
            this.name = name;
            this.role = role;
            this.library = library;
        }
    }

    private final UnaryOperator<String> names;
    private final FlameTree.Unit unit;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> nameIds = new HashMap<>();
    private final Long2IntOpenHashMap children = new Long2IntOpenHashMap();

    private FlameSum(FlameTree first, UnaryOperator<String> names) {
        this.names = names;
        unit = first.unit();
        children.defaultReturnValue(-1);
        nodes.add(new Node(-1, first.name(0), first.role(0), false));
    }

    /// The sum of trees that count the same.
    ///
    /// @param trees at least one
    /// @param names makes a name comparable
    public static FlameTree of(List<FlameTree> trees, UnaryOperator<String> names) {
        FlameSum sum = new FlameSum(trees.getFirst(), names);
        trees.forEach(sum::add);
        return sum.build();
    }

    private void add(FlameTree tree) {
        int[] at = new int[tree.size()];
        for (int i = 0; i < tree.size(); i++) {
            at[i] = i == 0 ? 0 : child(at[tree.parent(i)], tree, i);
            Node node = nodes.get(at[i]);
            node.weight += tree.weight(i);
            node.count += tree.count(i);
        }
    }

    private int child(int parent, FlameTree tree, int of) {
        String name = names.apply(tree.name(of));
        int id = nameIds.computeIfAbsent(name, _ -> nameIds.size());
        long key = (long) parent << 32 | id;
        int known = children.get(key);
        if (known < 0) {
            known = nodes.size();
            children.put(key, known);
            nodes.add(new Node(parent, name, tree.role(of), tree.library(of)));
        }
        return known;
    }

    private FlameTree build() {
        int n = nodes.size();
        int[] parent = new int[n];
        String[] name = new String[n];
        BitSet library = new BitSet(n);
        Role[] role = new Role[n];
        long[] weight = new long[n];
        long[] count = new long[n];
        for (int i = 0; i < n; i++) {
            Node node = nodes.get(i);
            parent[i] = node.parent;
            name[i] = node.name;
            library.set(i, node.library);
            role[i] = node.role;
            weight[i] = node.weight;
            count[i] = node.count;
        }
        return new FlameTree(unit, parent, name, library, role, weight, count, null);
    }
}
