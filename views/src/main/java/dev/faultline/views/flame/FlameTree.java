package dev.faultline.views.flame;

import dev.faultline.model.words.Units;
import dev.faultline.views.paint.Role;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A tree of sums: below the root the reasons (or nothing), below these the frames from the outermost to the innermost.
/// Nodes are numbered, 0 is the root; a child has a higher number than its parent. Children come by weight, heaviest
/// first.
public final class FlameTree {
    /// What weights are.
    public enum Unit {
        /// Nanoseconds of goroutine time.
        TIME,
        /// CPU samples.
        SAMPLES,
        /// Goroutines.
        GOROUTINES,
        /// Billionths of two wholes, see [FlameDiff].
        SHARES
    }

    private final Unit unit;
    private final int[] parent;
    private final int[] firstChild;
    private final int[] next;
    private final String[] name;
    private final BitSet library;
    private final Role[] role;
    private final long[] weight;
    private final long[] count;
    private final boolean inOrder;
    private final float @Nullable [] change;

    FlameTree(FlameBuilder builder) {
        int n = builder.size();
        unit = builder.unit();
        parent = Arrays.copyOf(builder.parents(), n);
        name = Arrays.copyOf(builder.names(), n);
        library = builder.library();
        role = Arrays.copyOf(builder.roles(), n);
        weight = Arrays.copyOf(builder.weights(), n);
        count = Arrays.copyOf(builder.counts(), n);
        firstChild = new int[n];
        next = new int[n];
        Arrays.fill(firstChild, -1);
        Arrays.fill(next, -1);
        for (int i = n - 1; i > 0; i--) {
            weight[parent[i]] += weight[i];
            count[parent[i]] += count[i];
        }
        change = null;
        if (builder.inTimeOrder()) {
            inOrder = true;
            linkInOrder();
        } else {
            inOrder = false;
            link();
        }
    }

    /// A tree of which all is known but the order of children.
    ///
    /// @param change by node, from -1 (only in the first of two trees) to 1 (only in the second); null where nothing is compared
    FlameTree(Unit unit, int[] parent, String[] name, BitSet library, Role[] role, long[] weight, long[] count,
            float @Nullable [] change) {
        this.unit = unit;
        this.parent = parent;
        this.name = name;
        this.library = library;
        this.role = role;
        this.weight = weight;
        this.count = count;
        this.change = change;
        inOrder = false;
        firstChild = new int[parent.length];
        next = new int[parent.length];
        Arrays.fill(firstChild, -1);
        Arrays.fill(next, -1);
        link();
    }

    private void linkInOrder() {
        for (int i = size() - 1; i > 0; i--) {
            next[i] = firstChild[parent[i]];
            firstChild[parent[i]] = i;
        }
    }

    /// Whether children stand in the order of time rather than by weight.
    public boolean inOrder() {
        return inOrder;
    }

    /// Whether it compares two trees.
    public boolean compares() {
        return change != null;
    }

    /// How the share of a node changed, from -1 (gone) to 1 (new); 0 where nothing is compared.
    public float change(int node) {
        return change == null ? 0 : change[node];
    }

    /// Hangs nodes under their parents so that the heaviest comes first.
    private void link() {
        Integer[] byWeight = new Integer[size()];
        Arrays.setAll(byWeight, i -> i);
        Arrays.sort(byWeight, (a, b) -> weight[a] != weight[b]
                ? Long.compare(weight[a], weight[b])
                : name[b].compareTo(name[a]));
        for (int i : byWeight) {
            if (i > 0) {
                next[i] = firstChild[parent[i]];
                firstChild[parent[i]] = i;
            }
        }
    }

    public int size() {
        return parent.length;
    }

    public Unit unit() {
        return unit;
    }

    /// Whether there is anything in it.
    public boolean isEmpty() {
        return weight[0] == 0;
    }

    public String name(int node) {
        return name[node];
    }

    /// Whether the function belongs to Go or a library, see [dev.faultline.model.analysis.code.Code#owner]; not for nodes that
    /// are no function.
    public boolean library(int node) {
        return library.get(node);
    }

    /// Colour of the reason that it belongs to.
    public Role role(int node) {
        return role[node];
    }

    /// Nanoseconds or samples, children included.
    public long weight(int node) {
        return weight[node];
    }

    /// Number of waits or samples, children included.
    public long count(int node) {
        return count[node];
    }

    /// -1 for the root.
    public int parent(int node) {
        return node == 0 ? -1 : parent[node];
    }

    /// The heaviest child, -1 when there is none.
    public int firstChild(int node) {
        return firstChild[node];
    }

    /// The next lighter child of the same parent, -1 when there is none.
    public int next(int node) {
        return next[node];
    }

    /// Weight that is not in any child.
    public long self(int node) {
        long self = weight[node];
        for (int child = firstChild[node]; child >= 0; child = next[child]) {
            self -= weight[child];
        }
        return self;
    }

    /// Share of the whole, 0 to 1.
    public double share(int node) {
        return weight[0] == 0 ? 0 : (double) weight[node] / weight[0];
    }

    /// A weight for people: `3.41 s` or `12 samples`.
    public String words(long w) {
        return switch (unit) {
            case TIME -> Units.duration(w);
            case SAMPLES -> Units.count(w, "sample");
            case GOROUTINES -> Units.count(w, "goroutine");
            case SHARES -> Units.share(w / 1e9);
        };
    }

    /// Weight of all nodes whose name contains a text, each stack counted once; whether case differs does not matter.
    public long matching(String text) {
        String part = text.toLowerCase(Locale.ROOT);
        boolean[] inside = new boolean[size()];
        long sum = 0;
        for (int i = 0; i < size(); i++) {
            boolean above = i > 0 && inside[parent[i]];
            boolean here = matches(i, part);
            inside[i] = above || here;
            sum += here && !above ? weight[i] : 0;
        }
        return sum;
    }

    /// Whether a node's name contains a text in lower case.
    boolean matches(int node, String part) {
        return !part.isEmpty() && name[node].toLowerCase(Locale.ROOT).contains(part);
    }

    /// The node with the same path of names as one of another tree, as far down as it exists here.
    public int alike(FlameTree other, int node) {
        if (node <= 0) {
            return 0;
        }
        int above = alike(other, other.parent(node));
        for (int child = firstChild[above]; child >= 0; child = next[child]) {
            if (name[child].equals(other.name[node])) {
                return child;
            }
        }
        return above;
    }
}
