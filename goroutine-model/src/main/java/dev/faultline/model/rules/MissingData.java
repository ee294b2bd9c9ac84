package dev.faultline.model.rules;

import dev.faultline.model.Regions;
import dev.faultline.model.Tasks;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.text.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Data that several rules need and a trace may not have.
public final class MissingData {
    private MissingData() {
    }

    /// Whether the start of a task is in the trace.
    public static boolean hasTasks(Facts facts) {
        Tasks tasks = facts.model().tasks();
        return IntStream.range(0, tasks.size()).anyMatch(tasks::began);
    }

    /// Whether the start of a region is in the trace.
    public static boolean hasRegions(Facts facts) {
        Regions regions = facts.model().regions();
        return IntStream.range(0, regions.size()).anyMatch(regions::began);
    }

    /// Said where the program marks no tasks.
    public static Optional<String> tasks(Facts facts) {
        return hasTasks(facts) ? Optional.empty() : Optional.of(texts().say("tasks"));
    }

    /// Said where the program marks no tasks, or no regions.
    public static Optional<String> tasksAndRegions(Facts facts) {
        Optional<String> tasks = tasks(facts);
        return tasks.isPresent() || hasRegions(facts)
                ? tasks
                : Optional.of(texts().say("regions"));
    }

    /// Said where goroutines wait at the end at places that the trace does not name.
    public static Optional<String> places(Facts facts) {
        long unknown = facts.openWaits().all().stream().filter(w -> w.stack() == 0).count();
        return unknown == 0 ? Optional.empty() : Optional.of(texts().say("places", Map.of("goroutines", unknown)));
    }

    private static Texts texts() {
        return Texts.of(MissingData.class);
    }
}
