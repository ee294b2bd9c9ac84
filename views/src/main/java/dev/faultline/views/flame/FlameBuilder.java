package dev.faultline.views.flame;

import dev.faultline.model.TraceModel;
import dev.faultline.model.owner.Owners;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import dev.faultline.views.paint.Role;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Adds up stacks. Frames of the same function below the same caller are one node, whatever their line.
final class FlameBuilder {
    static final String NO_STACK = "(no stack)";

    private final Stacks stacks;
    private final FlameTree.Unit unit;
    private final FlameQuery.Shape shape;
    private final Map<String, Integer> nameIds = new HashMap<>();
    private final List<String> nameOf = new ArrayList<>();
    private final int[] nameOfFrame;
    /// By name: whether the function belongs to Go or a library.
    private final Owners owners;
    private final BitSet libraryNames = new BitSet();
    /// The same by node.
    private final BitSet library = new BitSet();
    private final Long2IntOpenHashMap children = new Long2IntOpenHashMap();
    private int size;
    private int[] parents = new int[256];
    private String[] names = new String[256];
    private Role[] roles = new Role[256];
    private long[] weights = new long[256];
    private long[] counts = new long[256];

    FlameBuilder(TraceModel model, FlameTree.Unit unit, String root, FlameQuery.Shape shape) {
        this.shape = shape;
        stacks = model.trace().stacks();
        owners = model.owners();
        this.unit = unit;
        nameOfFrame = new int[stacks.frameCount()];
        Arrays.fill(nameOfFrame, -1);
        children.defaultReturnValue(-1);
        put(-1, root, Role.PANEL);
    }

    /// A child of the root for a reason.
    int reason(String name, Role role) {
        return child(0, nameId(name), role);
    }

    /// In the order of time: the last child of a node if it has this name, else a new one.
    int next(int parent, String name, Role role) {
        return child(parent, nameId(name), role);
    }

    /// Adds a stack below a node.
    void add(int below, int stack, long weight, long count) {
        int node = below;
        Role role = roles[below];
        int deep = stacks.depth(stack);
        for (int i = 0; i < deep; i++) {
            int name = frameName(stacks.frameId(stack, shape.reversed() ? i : deep - 1 - i));
            if (shown(name)) {
                node = child(node, name, role);
            }
        }
        if (deep == 0) {
            node = child(node, nameId(NO_STACK), role);
        }
        weights[node] += weight;
        counts[node] += count;
    }

    FlameTree build() {
        return new FlameTree(this);
    }

    private boolean shown(int name) {
        return !(shape.ownOnly() && libraryNames.get(name)) && !shape.hidden().contains(nameOf.get(name));
    }

    /// Whether children stand in the order in which they came.
    boolean inTimeOrder() {
        return shape.inTimeOrder();
    }

    private int child(int parent, int nameId, Role role) {
        // in the order of time only the last child can be the same box
        long key = shape.inTimeOrder() ? parent : (long) parent << 32 | nameId;
        int known = children.get(key);
        if (known < 0 || shape.inTimeOrder() && !names[known].equals(nameOf.get(nameId))) {
            known = size;
            children.put(key, known);
            library.set(size, libraryNames.get(nameId));
            put(parent, nameOf.get(nameId), role);
        }
        return known;
    }

    private void put(int parent, String name, Role role) {
        if (size == parents.length) {
            parents = Arrays.copyOf(parents, size * 2);
            names = Arrays.copyOf(names, size * 2);
            roles = Arrays.copyOf(roles, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        parents[size] = parent;
        names[size] = name;
        roles[size++] = role;
    }

    /// What a frame is called.
    static String name(Frame frame) {
        return frame.function().isEmpty() ? "0x" + Long.toHexString(frame.pc()) : frame.function();
    }

    private int frameName(int frame) {
        if (nameOfFrame[frame] < 0) {
            Frame at = stacks.frame(frame);
            nameOfFrame[frame] = nameId(name(at));
            libraryNames.set(nameOfFrame[frame], !owners.maybeOwn(at));
        }
        return nameOfFrame[frame];
    }

    private int nameId(String name) {
        return nameIds.computeIfAbsent(name, n -> {
            nameOf.add(n);
            return nameOf.size() - 1;
        });
    }

    int size() {
        return size;
    }

    FlameTree.Unit unit() {
        return unit;
    }

    int[] parents() {
        return parents;
    }

    String[] names() {
        return names;
    }

    BitSet library() {
        return library;
    }

    Role[] roles() {
        return roles;
    }

    long[] weights() {
        return weights;
    }

    long[] counts() {
        return counts;
    }
}
