package dev.faultline.app.ui.part;

import dev.faultline.model.Region;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.Fractures;
import dev.faultline.model.analysis.task.Run;
import java.util.List;

/// Sums over all tasks, all that is inferred where there are none, and all regions of a trace.
///
/// @param runs the tasks and what is inferred
/// @param regions number of regions
/// @param runTypes tasks and what is inferred, by kind and name
public record SpanTotals(RunTable runs, int regions, List<SpanType> runTypes, List<SpanType> regionTypes,
        Fractures fractures) {
    public static SpanTotals of(Facts facts) {
        TraceModel model = facts.model();
        RunTable runs = RunTable.of(facts);
        List<Region> regions = model.regions();
        return new SpanTotals(runs, regions.size(), SpanType.of(new SpanType.All(runs.size(), runs::kind, runs::name,
                runs::durationNs, runs::ended)),
                SpanType.of(new SpanType.All(regions.size(), i -> "", i -> regions.get(i).name(),
                        i -> regions.get(i).durationNs(), i -> regions.get(i).ended())),
                facts.fractures());
    }

    /// Number of tasks.
    public int tasks() {
        return count(false);
    }

    /// Number of requests, tests and items of work that are inferred.
    public int inferred() {
        return count(true);
    }

    private int count(boolean inferred) {
        return runTypes.stream().filter(type -> inferred(type) == inferred).mapToInt(SpanType::count).sum();
    }

    /// How many tasks, or how many of those that are inferred, have no end.
    public int open(boolean inferred) {
        return runTypes.stream().filter(type -> inferred(type) == inferred).mapToInt(SpanType::open).sum();
    }

    private static boolean inferred(SpanType type) {
        return !type.kind().equals(Run.Kind.TASK.label());
    }

    public int openRegions() {
        return regionTypes.stream().mapToInt(SpanType::open).sum();
    }
}
