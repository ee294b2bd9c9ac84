package dev.faultline.views.timeline.row;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Regions;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Units;
import dev.faultline.trace.event.EventStore;
import dev.faultline.views.paint.Role;
import dev.faultline.views.timeline.row.Thing.Below;
import dev.faultline.views.timeline.row.Thing.Row;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What lies under a line that is unfolded: of a goroutine its regions by depth, log messages, CPU samples and stacks over time;
/// of a task its goroutines, its log messages and the tasks that are parts of it. Not for a JavaFX thread: the first question
/// sorts all regions, messages and samples of the trace.
public final class Unfolder {
    /// Stacks of more spans take seconds and say nothing at the scale at which they are seen.
    private static final int MOST_SPANS = 200_000;

    private final TraceModel model;
    private final EventStore events;
    private final Supplier<ByGoroutine> regions;
    private final Supplier<ByGoroutine> logs;
    private final Supplier<ByGoroutine> samples;

    public Unfolder(TraceModel model) {
        this.model = model;
        events = model.trace().events();
        Goroutines goroutines = model.goroutines();
        regions = Suppliers.memoize(() -> ByGoroutine.of(goroutines.count(), model.regions().size(),
                model.regions()::goroutine));
        logs = Suppliers.memoize(() -> byContext(model.logRows()));
        samples = Suppliers.memoize(() -> byContext(model.cpuSampleRows()));
    }

    private ByGoroutine byContext(int[] rows) {
        return ByGoroutine.of(model.goroutines().count(), rows.length, i -> events.goroutine(rows[i]));
    }

    /// Whether a row may be unfolded.
    public static boolean unfolds(Row row) {
        return row instanceof Thing.Goroutine || row instanceof Thing.UserTask;
    }

    /// The lines under a row, one that says so where there is nothing.
    public List<Row> below(Row row) {
        List<Strand> strands = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        switch (row) {
            case Thing.Goroutine g -> goroutine(g.goroutine(), strands);
            case Thing.UserTask t -> task(t.task(), strands);
            default -> {
                // nothing lies below
            }
        }
        for (int i = 0; i < strands.size(); i++) {
            rows.add(new Below(row, i, strands.get(i)));
        }
        if (row instanceof Thing.UserTask t) {
            parts(t.task(), rows);
        }
        return rows;
    }

    private void goroutine(int g, List<Strand> strands) {
        Regions all = model.regions();
        List<IntArrayList> byDepth = new ArrayList<>();
        for (int r : regions.get().of(g)) {
            int depth = all.get(r).depth();
            while (byDepth.size() <= depth) {
                byDepth.add(new IntArrayList());
            }
            byDepth.get(depth).add(r);
        }
        for (int depth = 0; depth < byDepth.size(); depth++) {
            strands.add(new RegionStrand(all, byDepth.get(depth).toIntArray(), depth));
        }
        marks("Log messages", Role.TASK, model.logRows(), logs.get().of(g), strands);
        marks("CPU samples", Role.SAMPLE, model.cpuSampleRows(), samples.get().of(g), strands);
        int spans = model.spans(g).size();
        if (spans > MOST_SPANS) {
            strands.add(new MarkStrand("No stacks: " + Units.count(spans, "span"), Role.DIM, events, new int[0]));
        } else {
            strands.addAll(StackStrand.all(model, g));
        }
        if (strands.isEmpty()) {
            strands.add(new MarkStrand("No regions, samples or stacks", Role.DIM, events, new int[0]));
        }
    }

    private void marks(String name, Role role, int[] rows, int[] chosen, List<Strand> strands) {
        if (chosen.length > 0) {
            int[] own = new int[chosen.length];
            for (int i = 0; i < own.length; i++) {
                own[i] = rows[chosen[i]];
            }
            strands.add(new MarkStrand(name, role, events, own));
        }
    }

    private void task(Task task, List<Strand> strands) {
        IntOpenHashSet goroutines = new IntOpenHashSet(task.goroutines());
        if (task.creator() >= 0) {
            goroutines.add(task.creator());
        }
        List<WorkStrand> work = new ArrayList<>();
        goroutines.forEach(g -> work.add(new WorkStrand(model, task, g)));
        work.sort(Comparator.comparingLong(WorkStrand::firstNs));
        work.stream().filter(strand -> strand.size() > 0).forEach(strands::add);
        if (!task.logs().isEmpty()) {
            strands.add(new MarkStrand("Log messages", Role.TASK, events, task.logs().toIntArray()));
        }
    }

    private void parts(Task task, List<Row> rows) {
        for (int i = 0; i < model.tasks().size(); i++) {
            if (model.tasks().parent(i) == task.id() && model.tasks().id(i) != task.id()) {
                Task part = model.tasks().get(i);
                rows.add(new Thing.UserTask(part, TaskWork.endNs(model, part)));
            }
        }
    }
}
