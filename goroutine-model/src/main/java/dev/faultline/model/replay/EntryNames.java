package dev.faultline.model.replay;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import java.util.Arrays;
import java.util.List;

/// Entry functions by stack: the function of the outermost frame. Every stack is looked at once, so that asking for a
/// name costs two array accesses.
public final class EntryNames {
    /// Goroutines of the tracer and the profiler, which the runtime's own rule does not name.
    private static final List<String> TOOLS = List.of("runtime/trace.", "runtime/pprof.profileWriter",
            "os/signal.loop");

    private final Stacks stacks;
    private final Strings strings;
    private int known;
    /// String id of the name by stack, 0 when unknown.
    private int[] ids = {};
    private String[] names = {};
    private boolean[] system = {};

    /// Names for the stacks that there are now.
    public EntryNames(Stacks stacks, Strings strings) {
        this.stacks = stacks;
        this.strings = strings;
        ensure(stacks.size());
    }

    /// Looks at the stacks that have come meanwhile.
    ///
    /// @param count stacks have ids below
    public void ensure(int count) {
        if (count > ids.length) {
            int size = Math.max(count, ids.length * 3 / 2);
            int old = ids.length;
            ids = Arrays.copyOf(ids, size);
            names = Arrays.copyOf(names, size);
            Arrays.fill(names, old, size, "");
            system = Arrays.copyOf(system, size);
        }
        for (; known < count; known++) {
            int depth = stacks.depth(known);
            if (depth > 0) {
                ids[known] = stacks.function(stacks.frameId(known, depth - 1));
                names[known] = strings.get(ids[known]);
                system[known] = isSystem(names[known]);
            }
        }
    }

    private static boolean isSystem(String name) {
        if (name.startsWith("runtime.")) {
            return !name.equals("runtime.main") && !name.equals(GoroutineGroup.COROUTINE);
        }
        return TOOLS.stream().anyMatch(name::startsWith);
    }

    /// The name of goroutines with such a stack, empty when unknown.
    public String name(int stack) {
        return names[stack];
    }

    /// Its string id, 0 when unknown.
    public int id(int stack) {
        return ids[stack];
    }

    /// Whether goroutines with such a stack belong to the runtime, the tracer or the profiler.
    public boolean system(int stack) {
        return system[stack];
    }
}
