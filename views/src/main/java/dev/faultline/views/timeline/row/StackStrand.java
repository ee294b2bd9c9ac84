package dev.faultline.views.timeline.row;

import dev.faultline.model.GoState;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.owner.Owners;
import dev.faultline.model.words.GoNames;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import dev.faultline.views.paint.Role;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;

/// The frames of a goroutine's stacks over time at one depth, counted from the outermost frame. A span's stack is that of its
/// begin; while it runs, that of the place where it stops; while it is runnable, where it stopped before.
final class StackStrand implements Strand {
    private final TraceModel model;
    private final int goroutine;
    private final int depth;
    private final IntArrayList frames = new IntArrayList();
    private final LongArrayList starts = new LongArrayList();
    private final LongArrayList ends = new LongArrayList();

    private StackStrand(TraceModel model, int goroutine, int depth) {
        this.model = model;
        this.goroutine = goroutine;
        this.depth = depth;
    }

    /// All of them, from the outermost frames on.
    static List<StackStrand> all(TraceModel model, int goroutine) {
        Spans spans = model.spans(goroutine);
        Stacks stacks = model.trace().stacks();
        List<StackStrand> all = new ArrayList<>();
        int stack = 0;
        for (int i = 0; i < spans.size(); i++) {
            stack = stack(model.trace().events(), spans, i, stack);
            long start = spans.start(i);
            long end = spans.end(i);
            boolean same = true;
            for (int d = 0; stack > 0 && end > start && d < stacks.depth(stack); d++) {
                if (d == all.size()) {
                    all.add(new StackStrand(model, goroutine, d));
                }
                same = all.get(d).add(stacks.frameId(stack, stacks.depth(stack) - 1 - d), start, end, same);
            }
        }
        return all;
    }

    private static int stack(EventStore events, Spans spans, int i, int before) {
        int own = spans.state(i) == GoState.RUNNING
                ? spans.endRow(i) < 0 ? 0 : events.stack(spans.endRow(i))
                : spans.state(i) == GoState.RUNNABLE ? 0 : spans.stack(i);
        return own > 0 ? own : before;
    }

    /// @param same whether the calls around it go on
    /// @return whether this one goes on
    private boolean add(int frame, long start, long end, boolean same) {
        int last = frames.size() - 1;
        if (same && last >= 0 && frames.getInt(last) == frame && ends.getLong(last) == start) {
            ends.set(last, end);
            return true;
        }
        frames.add(frame);
        starts.add(start);
        ends.add(end);
        return false;
    }

    @Override
    public String name() {
        return depth == 0 ? "Stack, outermost call first" : "";
    }

    @Override
    public int size() {
        return frames.size();
    }

    @Override
    public long start(int i) {
        return starts.getLong(i);
    }

    @Override
    public long end(int i) {
        return ends.getLong(i);
    }

    private Frame frame(int i) {
        return model.trace().stacks().frame(frames.getInt(i));
    }

    @Override
    public Role role(int i) {
        Owners owners = model.owners();
        return owners.maybeOwn(frame(i)) ? Role.OWN_FRAME : Role.OTHER_FRAME;
    }

    @Override
    public String label(int i) {
        return GoNames.withoutPath(frame(i).function());
    }

    @Override
    public Thing thing(int i) {
        return new Thing.Call(goroutine, frames.getInt(i), start(i), end(i));
    }
}
