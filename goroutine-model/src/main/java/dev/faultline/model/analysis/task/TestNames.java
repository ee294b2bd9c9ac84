package dev.faultline.model.analysis.task;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.task.RequestFrames.Serving;
import dev.faultline.model.analysis.task.Run.Kind;
import dev.faultline.model.words.GoNames;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The tests, benchmarks and examples that goroutines and stacks belong to, by the function that the testing package calls.
/// A goroutine that a test starts belongs to it, and those that such a one starts.
public final class TestNames {
    /// Chains of creators are followed so far; a damaged trace may let goroutines create each other in a circle.
    private static final int LONGEST_CHAIN = 1000;
    private static final String TESTING = "testing.";
    /// What functions are called that package testing runs by their names.
    private static final List<String> ENTRIES = List.of("Test", "Benchmark", "Fuzz", "Example");

    private final TraceModel model;
    private final Supplier<Runs> runs;
    private final boolean any;

    /// @param runs what goroutines worked on; not asked for where no stack shows a test
    public TestNames(TraceModel model, Supplier<Runs> runs) {
        this.model = model;
        this.runs = runs;
        any = seen(model.trace().stacks());
    }

    private static boolean seen(Stacks stacks) {
        for (int frame = 0; frame < stacks.frameCount(); frame++) {
            String function = stacks.frame(frame).function();
            if (function.startsWith(TESTING) && RequestFrames.calls(function)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the trace is one of tests.
    public boolean any() {
        return any;
    }

    /// The test that a stack shows, null where it shows none.
    ///
    /// @param stack innermost frame first
    public @Nullable String of(List<Frame> stack) {
        if (!any) {
            return null;
        }
        Serving serving = RequestFrames.find(stack, model.owners());
        return serving.test() && !serving.function().isEmpty() ? serving.function() : null;
    }

    /// The test that a goroutine ran in, or that it descends from; null where that is not known. Where a helper runs parts of
    /// tests the test is named that called it.
    ///
    /// @param goroutine its index, -1 for none
    public @Nullable String of(int goroutine) {
        Goroutines goroutines = model.goroutines();
        int g = any ? goroutine : -1;
        String first = null;
        for (int steps = 0; g >= 0 && steps < LONGEST_CHAIN; steps++) {
            for (String name : Arrays.asList(ranBy(g),
                    of(model.trace().stacks().frames(goroutines.creationStack(g))))) {
                if (name != null && isEntry(name)) {
                    return name;
                }
                first = first == null ? name : first;
            }
            g = goroutines.creator(g);
        }
        return first;
    }

    private @Nullable String ranBy(int g) {
        return runs.get().of(g).stream().filter(run -> run.kind() == Kind.TEST).map(Run::name).findFirst().orElse(null);
    }

    private static boolean isEntry(String function) {
        String name = GoNames.withoutPath(function);
        return ENTRIES.stream().anyMatch(entry -> name.startsWith(entry, name.indexOf('.') + 1));
    }
}
