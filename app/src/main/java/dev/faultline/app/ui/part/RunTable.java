package dev.faultline.app.ui.part;

import dev.faultline.model.Regions;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.analysis.task.Runs;
import dev.faultline.model.words.Names;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// All tasks of a trace and all that is inferred where there are none, a row each. What a row says is looked up once: a task
/// is made again whenever it is asked for.
public final class RunTable {
    /// Px that the longest kind takes.
    static final double KIND_WIDTH = 130;

    private final TraceModel model;
    private final List<Run> all;
    private final Run[] runs;
    private final int[] goroutines;
    private final int[] regions;
    private final BitSet earlier = new BitSet();

    private RunTable(TraceModel model, Runs of) {
        this.model = model;
        all = of.all();
        int n = all.size();
        runs = new Run[n];
        goroutines = new int[n];
        regions = new int[n];
        int tasks = model.tasks().size();
        Map<Run, Integer> places = new IdentityHashMap<>();
        for (int i = 0; i < n; i++) {
            runs[i] = all.get(i);
            if (i < tasks) {
                Task task = model.tasks().get(i);
                goroutines[i] = task.goroutines().size();
                regions[i] = task.regions().size();
                earlier.set(i, task.endedBefore());
            } else {
                goroutines[i] = 1;
                places.put(runs[i], i);
            }
        }
        if (!places.isEmpty()) {
            within(of, places);
        }
    }

    /// Counts the regions within what is inferred.
    private void within(Runs of, Map<Run, Integer> places) {
        Regions user = model.regions();
        for (int r = 0; r < user.size(); r++) {
            Run run = user.goroutine(r) < 0 ? null : of.at(user.goroutine(r), user.startNs(r));
            Integer place = run == null ? null : places.get(run);
            if (place != null) {
                regions[place]++;
            }
        }
    }

    /// All of a trace.
    public static RunTable of(Facts facts) {
        return new RunTable(facts.model(), facts.runs());
    }

    public int size() {
        return runs.length;
    }

    /// What a row is: `task`, `request (inferred)`.
    String kind(int i) {
        return runs[i].kind().marked();
    }

    String name(int i) {
        return runs[i].name();
    }

    long durationNs(int i) {
        return runs[i].durationNs();
    }

    boolean ended(int i) {
        return runs[i].ended();
    }

    /// What is shown of a row elsewhere.
    public Thing thing(int i) {
        return i < model.tasks().size() ? new Thing.UserTask(model.tasks().get(i)) : new Thing.InferredRun(runs[i]);
    }

    /// What the rows are.
    public TableRows rows() {
        return TableRows.ofGoroutines(this::thing, i -> runs[i].goroutine());
    }

    /// The columns of a table of all rows.
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        if (size() > model.tasks().size()) {
            columns.add(Column.words("Kind", KIND_WIDTH, this::kind));
        }
        columns.addAll(List.of(Column.code("Name", 220, this::title),
                Column.time("Start", model.trace(), i -> runs[i].fromNs()),
                Column.duration("Duration", this::durationNs),
                Column.words("End", 96, this::end),
                Column.count("Goroutines", i -> goroutines[i]), Column.count("Regions", i -> regions[i]),
                Column.code("Goroutine", 260, this::by)));
        return columns;
    }

    private String title(int i) {
        return runs[i].inferred() ? runs[i].name() : Names.task(runs[i].name(), runs[i].task());
    }

    private String end(int i) {
        return earlier.get(i) ? "ended before" : ended(i) ? "ended" : "not ended";
    }

    private String by(int i) {
        return runs[i].goroutine() < 0 ? "unknown" : Names.goroutineWithFunction(model, runs[i].goroutine());
    }
}
