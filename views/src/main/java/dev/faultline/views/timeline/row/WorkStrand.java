package dev.faultline.views.timeline.row;

import dev.faultline.model.Spans;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.States;
import dev.faultline.views.paint.Role;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/// What a goroutine did for a task: its states while a region of the task was open on it, or, of the goroutine that began the
/// task, until the task's end.
final class WorkStrand implements Strand {
    private final TraceModel model;
    private final int goroutine;
    private final IntArrayList spans = new IntArrayList();
    private final LongArrayList starts = new LongArrayList();
    private final LongArrayList ends = new LongArrayList();

    WorkStrand(TraceModel model, Task task, int goroutine) {
        this.model = model;
        this.goroutine = goroutine;
        Spans all = model.spans(goroutine);
        if (goroutine == task.creator()) {
            add(all, task.startNs(), task.endNs());
        }
        task.regions().forEach(r -> {
            if (model.regions().goroutine(r) == goroutine) {
                add(all, model.regions().startNs(r), model.regions().endNs(r));
            }
        });
    }

    /// Nested and overlapping stretches are shown once.
    private void add(Spans all, long fromNs, long toNs) {
        long from = ends.isEmpty() ? fromNs : Math.max(fromNs, ends.getLong(ends.size() - 1));
        for (int i = Math.max(0, all.firstEndingAfter(from)); i < all.size() && all.start(i) < toNs; i++) {
            long start = Math.max(from, all.start(i));
            long end = Math.min(toNs, all.end(i));
            if (end > start) {
                spans.add(i);
                starts.add(start);
                ends.add(end);
            }
        }
    }

    /// When the goroutine first worked for the task; the end of time when it did not.
    long firstNs() {
        return starts.isEmpty() ? Long.MAX_VALUE : starts.getLong(0);
    }

    @Override
    public String name() {
        return Names.goroutineWithFunction(model, goroutine);
    }

    @Override
    public int size() {
        return spans.size();
    }

    @Override
    public long start(int i) {
        return starts.getLong(i);
    }

    @Override
    public long end(int i) {
        return ends.getLong(i);
    }

    @Override
    public Role role(int i) {
        Spans all = model.spans(goroutine);
        return Role.of(all.state(spans.getInt(i)), all.wait(spans.getInt(i)));
    }

    @Override
    public String label(int i) {
        Spans all = model.spans(goroutine);
        return States.label(all.state(spans.getInt(i)), all.wait(spans.getInt(i)));
    }

    @Override
    public Thing thing(int i) {
        return new Thing.Goroutine(goroutine, spans.getInt(i));
    }
}
