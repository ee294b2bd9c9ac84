package dev.faultline.views.flame;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Names;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// From a box of a flame graph back to what it was made of.
public final class FlamePath {
    private final TraceModel model;
    private final FlameQuery query;
    /// Names from below the reason down to the box.
    private final List<String> frames = new ArrayList<>();
    private String reason = "";
    private String goroutine = "";

    /// @param query what the tree shows
    /// @param node its box
    public FlamePath(TraceModel model, FlameQuery query, FlameTree tree, int node) {
        this.model = model;
        this.query = query;
        List<String> names = new ArrayList<>();
        for (int n = node; n > 0; n = tree.parent(n)) {
            names.addFirst(tree.name(n));
        }
        int at = 0;
        if (query.shape().inTimeOrder() && at < names.size()) {
            goroutine = names.get(at++);
        }
        if ((query.measure() == Measure.BLOCKED || !query.shape().inTimeOrder()) && at < names.size()) {
            reason = names.get(at++);
        }
        frames.addAll(names.subList(at, names.size()));
    }

    /// The functions on the way to the box, from the top.
    public List<String> functions() {
        return List.copyOf(frames);
    }

    /// What is waited for, or what else the graph counts; empty at the top.
    public String reason() {
        return reason;
    }

    /// The longest of the spans behind the box; empty where it is about no spans. Walks over the trace.
    public Optional<Thing.Goroutine> longest() {
        BitSet stacks = stacks();
        Goroutines all = model.goroutines();
        long[] best = {-1, -1, 0};
        var wanted = query.filter().everything() ? null : query.filter().on(model);
        new FlameSpans(model, query.measure(), query.range(), g -> wanted == null || wanted.test(g))
                .each((g, wait, stack, startNs, endNs) -> {
                    boolean fits = stacks.get(stack)
                            && (query.measure() != Measure.BLOCKED || reason.isEmpty() || wait.label().equals(reason))
                            && (goroutine.isEmpty() || goroutine.equals(Names.goroutineWithFunction(model, g)));
                    if (fits && endNs - startNs > best[0]) {
                        best[0] = endNs - startNs;
                        best[1] = g;
                        best[2] = startNs;
                    }
                });
        return best[1] < 0 || best[1] >= all.count()
                ? Optional.empty()
                : Optional.of(new Thing.Goroutine((int) best[1], model.spans((int) best[1]).at(best[2])));
    }

    /// The stacks that pass through the box.
    private BitSet stacks() {
        Stacks stacks = model.trace().stacks();
        BitSet through = new BitSet();
        for (int id = 0; id < stacks.size(); id++) {
            through.set(id, frames.isEmpty() || passes(stacks, id));
        }
        return through;
    }

    private boolean passes(Stacks stacks, int id) {
        int deep = stacks.depth(id);
        int at = 0;
        for (int i = 0; i < deep && at < frames.size(); i++) {
            Frame frame = stacks.frame(stacks.frameId(id, query.shape().reversed() ? i : deep - 1 - i));
            if (!shown(frame)) {
                continue;
            }
            if (!FlameBuilder.name(frame).equals(frames.get(at++))) {
                return false;
            }
        }
        return at == frames.size() || deep == 0 && frames.equals(List.of(FlameBuilder.NO_STACK));
    }

    private boolean shown(Frame frame) {
        return !(query.shape().ownOnly() && !model.owners().maybeOwn(frame))
                && !query.shape().hidden().contains(FlameBuilder.name(frame));
    }
}
