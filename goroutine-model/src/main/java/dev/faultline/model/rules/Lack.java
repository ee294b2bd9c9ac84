package dev.faultline.model.rules;

import dev.faultline.model.Regions;
import dev.faultline.model.Tasks;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.words.Units;
import java.util.Optional;
import java.util.stream.IntStream;

/// What more than one rule may lack.
public final class Lack {
    private Lack() {
    }

    /// Whether the begin of a task is in the trace.
    public static boolean hasTasks(Facts facts) {
        Tasks tasks = facts.model().tasks();
        return IntStream.range(0, tasks.size()).anyMatch(tasks::began);
    }

    /// Whether the begin of a region is in the trace.
    public static boolean hasRegions(Facts facts) {
        Regions regions = facts.model().regions();
        return IntStream.range(0, regions.size()).anyMatch(regions::began);
    }

    /// Said where the program marks no tasks.
    public static Optional<String> tasks(Facts facts) {
        return hasTasks(facts)
                ? Optional.empty()
                : Optional.of("The program marks no tasks (trace.NewTask), so the trace does not tell what belongs to "
                        + "one request.");
    }

    /// Said where the program marks no tasks, or no regions.
    public static Optional<String> tasksAndRegions(Facts facts) {
        Optional<String> tasks = tasks(facts);
        return tasks.isPresent() || hasRegions(facts)
                ? tasks
                : Optional.of("The program marks no regions (trace.StartRegion), so the trace does not tell which work "
                        + "was done for a task.");
    }

    /// Said where goroutines wait at the end at places that the trace does not name.
    public static Optional<String> places(Facts facts) {
        long unknown = facts.openWaits().all().stream().filter(w -> w.stack() == 0).count();
        return unknown == 0
                ? Optional.empty()
                : Optional.of("Where %s is not in the trace: they have waited since before it began.".formatted(
                        Units.count(unknown, "goroutine waits", "goroutines wait")));
    }
}
