package dev.faultline.model.reconstruct;

import dev.faultline.model.Goroutines;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import java.util.Arrays;
import java.util.List;

/// Entry functions by stack: the function of the outermost frame. Every stack is looked at once, when the model is
/// made, so that asking for a name costs two array accesses.
final class EntryNames {
    /// Goroutines of the tracer and the profiler, which the runtime's own rule does not name.
    private static final List<String> TOOLS = List.of("runtime/trace.", "runtime/pprof.profileWriter",
            "os/signal.loop");

    /// String id of the name by stack, 0 when unknown.
    private final int[] ids;
    private final String[] names;
    private final boolean[] system;

    EntryNames(Stacks stacks, Strings strings) {
        int n = stacks.size();
        ids = new int[n];
        names = new String[n];
        system = new boolean[n];
        Arrays.fill(names, "");
        for (int stack = 1; stack < n; stack++) {
            int depth = stacks.depth(stack);
            if (depth > 0) {
                ids[stack] = stacks.function(stacks.frameId(stack, depth - 1));
                names[stack] = strings.get(ids[stack]);
                system[stack] = isSystem(names[stack]);
            }
        }
    }

    private static boolean isSystem(String name) {
        if (name.startsWith("runtime.")) {
            return !name.equals("runtime.main");
        }
        return TOOLS.stream().anyMatch(name::startsWith);
    }

    /// Empty when unknown.
    String name(int stack) {
        return names[stack];
    }

    int id(int stack) {
        return ids[stack];
    }

    boolean system(int stack) {
        return system[stack];
    }
}
