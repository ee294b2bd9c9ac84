package dev.faultline.model.analysis.timing;

import dev.faultline.model.analysis.gc.WorkerRuns;
import dev.faultline.model.replay.EntryNames;
import dev.faultline.model.replay.EntryStacks;
import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.Replay;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import java.util.Arrays;

/// Which of the goroutines that exist just now belong to the runtime. Their names tell, which become known with the first
/// stack of their own: before that they are taken for the program's.
final class RuntimeOwn {
    private static final byte UNNAMED = 0;
    private static final byte PROGRAM = 1;
    private static final byte RUNTIME = 2;
    /// One of the collector's own workers.
    private static final byte WORKER = 3;

    private final GoroutineStates states;
    private final EntryStacks entries;
    private final EntryNames names;
    private byte[] bySlot = new byte[64];

    RuntimeOwn(Replay replay, Stacks stacks, Strings strings) {
        states = replay.states();
        entries = replay.entries();
        names = new EntryNames(stacks, strings);
    }

    /// Looks at the stacks that have come meanwhile.
    void ensure(int stackCount) {
        names.ensure(stackCount);
    }

    /// Whether the goroutine of a slot is known to belong to the runtime.
    boolean is(int slot) {
        return look(slot) >= RUNTIME;
    }

    /// Whether the goroutine of a slot is known to be one of the collector's own workers.
    boolean isWorker(int slot) {
        return look(slot) == WORKER;
    }

    /// Whether the name of the goroutine of a slot is known.
    boolean named(int slot) {
        return look(slot) != UNNAMED;
    }

    private byte look(int slot) {
        if (slot >= bySlot.length) {
            bySlot = Arrays.copyOf(bySlot, 2 * slot);
        }
        byte known = bySlot[slot];
        if (known == UNNAMED) {
            int entry = entries.of(states.goroutine(slot));
            known = entry == 0 ? UNNAMED : kind(entry);
            bySlot[slot] = known;
        }
        return known;
    }

    private byte kind(int entryStack) {
        return !isRuntime(entryStack) ? PROGRAM : WorkerRuns.isWorker(names.name(entryStack)) ? WORKER : RUNTIME;
    }

    /// Whether the goroutine of a slot that shows a stack belongs to the runtime.
    boolean is(int slot, int stack) {
        return named(slot) ? is(slot) : isRuntime(stack);
    }

    /// The same for any goroutine at any time.
    boolean isRuntime(int entryStack) {
        return names.id(entryStack) != 0 && names.system(entryStack);
    }

    /// The same for a goroutine, by what has become known of it.
    boolean ofGoroutine(int g) {
        return isRuntime(entries.of(g));
    }

    /// The goroutine has exited; its slot passes on to another.
    void end(int slot) {
        if (slot < bySlot.length) {
            bySlot[slot] = UNNAMED;
        }
    }
}
