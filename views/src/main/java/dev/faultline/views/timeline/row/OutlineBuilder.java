package dev.faultline.views.timeline.row;

import dev.faultline.model.Range;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import dev.faultline.model.unit.Units;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the outline of a trace. For a large trace this takes some tenths of a second: not for a JavaFX thread.
public final class OutlineBuilder {
    private final TraceModel model;

    public OutlineBuilder(TraceModel model) {
        this.model = model;
    }

    public Outline build(Query query) {
        List<Section> sections = new ArrayList<>();
        sections.add(runtime());
        if (model.procCount() > 0) {
            int procs = model.procCount();
            sections.add(new Section("procs", "Processors", procs + " P", procs, Row.Processor::new, null));
        }
        sections.addAll(tasks());
        GoroutineSections goroutines = new GoroutineSections(model, query);
        sections.addAll(goroutines.build());
        return new Outline(sections, query.grouping(), goroutines.shown(), model.goroutines().count(),
                pauses(model));
    }

    private Section runtime() {
        List<Row> rows = List.of(new Row.StateArea(), new Row.Pauses());
        return new Section("runtime", "Runtime", "", rows.size(), rows::get, null);
    }

    /// What the line of pauses says at its right: `1 pause, 10.8 µs`.
    public static String pauses(TraceModel model) {
        List<Range> pauses = model.ranges(Range.Kind.STW);
        long sum = pauses.stream().mapToLong(Range::durationNs).sum();
        return pauses.isEmpty() ? "no pause" : Units.count(pauses.size(), "pause") + ", " + Units.duration(sum);
    }

    private List<Section> tasks() {
        Map<String, IntList> byName = new LinkedHashMap<>();
        List<Task> all = model.tasks();
        for (int i = 0; i < all.size(); i++) {
            Task task = all.get(i);
            if (task.id() != 0) {
                byName.computeIfAbsent(task.name(), _ -> new IntArrayList()).add(i);
            }
        }
        List<Section> sections = new ArrayList<>();
        byName.forEach((name, tasks) -> sections.add(tasks(name, new TaskRows(model, tasks))));
        return sections;
    }

    private static Section tasks(String name, TaskRows rows) {
        String detail = Units.count(rows.size())
                + (rows.outlived() > 0 ? ", work after end: " + Units.count(rows.outlived()) : "")
                + (rows.open() > 0 ? ", not ended: " + Units.count(rows.open()) : "");
        return new Section("task " + name, "Tasks · " + (name.isEmpty() ? "(begun before the trace)" : name), detail,
                rows.size(), rows, null);
    }
}
