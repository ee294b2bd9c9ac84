package dev.faultline.views.timeline.row;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.KnownTime;
import dev.faultline.model.words.Units;
import dev.faultline.views.timeline.row.Thing.Row;
import java.util.ArrayList;
import java.util.List;

/// Makes outlines of a trace. For a large trace this takes some tenths of a second: not for a JavaFX thread.
public final class OutlineBuilder {
    static final String THREADS = "threads";
    static final String COUNTERS = "counters";

    private final TraceModel model;
    private final Supplier<List<TaskRows>> tasks;

    public OutlineBuilder(TraceModel model) {
        this.model = model;
        // no query changes them
        tasks = Suppliers.memoize(() -> TaskRows.all(model));
    }

    public Outline build(Query query) {
        List<Section> sections = new ArrayList<>();
        sections.add(runtime());
        if (model.procCount() > 0) {
            int procs = model.procCount();
            sections.add(new Section("procs", "Ps", Units.count(procs, "P"), procs, Thing.Processor::new, null));
        }
        int threads = model.trace().threads().size();
        if (threads > 0) {
            sections.add(new Section(THREADS, "Threads", Units.count(threads, "thread"), threads,
                    i -> new Thing.Thread(i, Thing.WHOLE),
                    null));
        }
        List<Counter> counters = Counter.of(model);
        if (!counters.isEmpty()) {
            sections.add(new Section(COUNTERS, "Runtime counters", "", counters.size(),
                    i -> new Thing.Graph(counters.get(i)), null));
        }
        tasks.get().forEach(rows -> sections.add(section(rows)));
        GoroutineSections goroutines = new GoroutineSections(model, query);
        sections.addAll(goroutines.build());
        return new Outline(sections, query.grouping(), goroutines.shown(), model.goroutines().count(),
                pauses(model));
    }

    private Section runtime() {
        List<Row> rows = List.of(new Thing.StateArea(), new Thing.Pauses());
        return new Section("runtime", "Runtime", "", rows.size(), rows::get, null);
    }

    /// What the line of pauses says at its right: `1 pause, 10.8 µs`.
    public static String pauses(TraceModel model) {
        List<Range> pauses = model.ranges(Range.Kind.STW);
        long sum = KnownTime.of(model.trace()).coveredNs(pauses);
        return pauses.isEmpty() ? "no pauses" : Units.count(pauses.size(), "pause") + ", " + Units.duration(sum);
    }

    private static Section section(TaskRows rows) {
        String name = rows.name();
        String detail = Units.count(rows.size())
                + (rows.outlived() > 0 ? ", work after end: " + Units.count(rows.outlived()) : "")
                + (rows.open() > 0 ? ", not ended: " + Units.count(rows.open()) : "");
        return new Section("task " + name, "Tasks · " + (name.isEmpty() ? "(started before the trace)" : name), detail,
                rows.size(), rows, null);
    }
}
