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
    private static final String NO_STACK = "(no stack)";

    private final Stacks stacks;
    private final FlameTree.Unit unit;
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

    FlameBuilder(TraceModel model, FlameTree.Unit unit, String root) {
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

    /// Adds a stack below a node.
    void add(int below, int stack, long weight, long count) {
        int node = below;
        Role role = roles[below];
        for (int depth = stacks.depth(stack) - 1; depth >= 0; depth--) {
            node = child(node, frameName(stacks.frameId(stack, depth)), role);
        }
        if (stacks.depth(stack) == 0) {
            node = child(node, nameId(NO_STACK), role);
        }
        weights[node] += weight;
        counts[node] += count;
    }

    FlameTree build() {
        return new FlameTree(this);
    }

    private int child(int parent, int nameId, Role role) {
        long key = (long) parent << 32 | nameId;
        int known = children.get(key);
        if (known < 0) {
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

    private int frameName(int frame) {
        if (nameOfFrame[frame] < 0) {
            Frame at = stacks.frame(frame);
            nameOfFrame[frame] = nameId(at.function().isEmpty() ? "0x" + Long.toHexString(at.pc()) : at.function());
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
