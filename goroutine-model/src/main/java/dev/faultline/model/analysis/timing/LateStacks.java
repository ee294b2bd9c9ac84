package dev.faultline.model.analysis.timing;

import dev.faultline.model.WaitKind;
import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.WaitReasons;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;

/// Where goroutines are and what they wait for, also where only a later generation's status tells the stack of a state that
/// is older.
final class LateStacks {
    private final GoroutineStates states;
    private final WaitReasons reasons;
    private final Int2IntOpenHashMap late = new Int2IntOpenHashMap();

    LateStacks(GoroutineStates states, WaitReasons reasons) {
        this.states = states;
        this.reasons = reasons;
    }

    /// A status tells the state that is known.
    void repeated(int slot, int stack) {
        if (stack != 0 && stack(slot) == 0) {
            late.put(slot, stack);
        }
    }

    /// The state of a slot ends.
    void end(int slot) {
        if (!late.isEmpty()) {
            late.remove(slot);
        }
    }

    /// The goroutine's own stack where its state began, 0 when unknown.
    int stack(int slot) {
        int own = states.ownStack(slot);
        return own != 0 || late.isEmpty() ? own : late.get(slot);
    }

    /// What a waiting goroutine waits for.
    WaitKind kind(int slot) {
        WaitKind kind = WaitReasons.kind(states.cause(slot));
        return kind == WaitKind.UNKNOWN && late.containsKey(slot) ? reasons.kindAt(late.get(slot)) : kind;
    }
}
