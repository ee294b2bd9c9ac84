package dev.faultline.model.replay;

import dev.faultline.model.GoState;
import dev.faultline.trace.format.GoStatus;
import java.util.Arrays;

/// What the goroutines that exist just now are doing. Each has a slot, a small number that passes on to another goroutine
/// when it exits: of hundreds of thousands of goroutines few exist at a time, and what is asked of them with every event
/// stays in the processor's caches.
public final class GoroutineStates {
    /// States: the first five are the ordinals of [GoStatus], in the order of the wire.
    public static final int NOT_EXISTING = 0;
    public static final int RUNNABLE = 1;
    public static final int RUNNING = 2;
    public static final int SYSCALL = 3;
    public static final int WAITING = 4;
    /// Nothing is known yet.
    public static final int UNDETERMINED = 5;
    /// Number of states.
    public static final int STATES = 6;
    private static final GoState[] SEEN = {GoState.NOT_EXISTING, GoState.RUNNABLE, GoState.RUNNING, GoState.SYSCALL,
            GoState.WAITING, GoState.NOT_EXISTING};
    private static final int EXITED = -1;

    /// One more than the slot by goroutine; 0 where it was never mentioned, [#EXITED] where it has exited.
    private int[] slots = {};
    private int[] free = new int[64];
    private int frees;
    private int used;
    // by slot
    private int[] goroutine = new int[64];
    private byte[] state = new byte[64];
    private long[] since = new long[64];
    private int[] stack = new int[64];
    private int[] cause = new int[64];
    private byte[] type = new byte[64];
    private boolean[] older = new boolean[64];

    GoroutineStates() {
    }

    /// A state as people see it.
    public static GoState seen(int state) {
        return SEEN[state];
    }

    void ensure(int goroutines) {
        if (goroutines > slots.length) {
            slots = Arrays.copyOf(slots, Math.max(goroutines, slots.length + (slots.length >> 1)));
        }
    }

    /// Slots have numbers below this; one that is free just now holds the state [#NOT_EXISTING].
    public int bound() {
        return used;
    }

    /// Number of goroutines that exist now.
    public int existing() {
        return used - frees;
    }

    /// The slot of a goroutine, -1 where it does not exist now or was never mentioned.
    public int find(int g) {
        return g < 0 || g >= slots.length ? -1 : Math.max(-1, slots[g] - 1);
    }

    /// The slot of a goroutine, a new one when it has none.
    int of(int g) {
        int slot = slots[g] - 1;
        return slot >= 0 ? slot : begin(g);
    }

    private int begin(int g) {
        int slot = frees == 0 ? used++ : free[--frees];
        if (slot == state.length) {
            grow(2 * slot);
        }
        goroutine[slot] = g;
        state[slot] = (byte) (slots[g] == EXITED ? NOT_EXISTING : UNDETERMINED);
        since[slot] = 0;
        stack[slot] = 0;
        cause[slot] = 0;
        type[slot] = 0;
        older[slot] = false;
        slots[g] = slot + 1;
        return slot;
    }

    private void grow(int size) {
        goroutine = Arrays.copyOf(goroutine, size);
        state = Arrays.copyOf(state, size);
        since = Arrays.copyOf(since, size);
        stack = Arrays.copyOf(stack, size);
        cause = Arrays.copyOf(cause, size);
        type = Arrays.copyOf(type, size);
        older = Arrays.copyOf(older, size);
    }

    /// Forgets what was known: the goroutine is created again.
    int create(int g) {
        int slot = of(g);
        state[slot] = (byte) NOT_EXISTING;
        return slot;
    }

    void enter(int slot, int to, long ns, int atStack, int why, int by) {
        state[slot] = (byte) to;
        since[slot] = ns;
        stack[slot] = atStack;
        cause[slot] = why;
        type[slot] = (byte) by;
        older[slot] = false;
        if (to == NOT_EXISTING) {
            end(slot);
        }
    }

    /// The state just entered is older than the trace, or began in a part that is missing.
    void markOlder(int slot) {
        older[slot] = true;
    }

    private void end(int slot) {
        slots[goroutine[slot]] = EXITED;
        if (frees == free.length) {
            free = Arrays.copyOf(free, 2 * frees);
        }
        free[frees++] = slot;
    }

    /// Index of the goroutine.
    public int goroutine(int slot) {
        return goroutine[slot];
    }

    /// One of the states above.
    public int state(int slot) {
        return state[slot];
    }

    /// When the state began, or was first told of where it is [#older].
    public long since(int slot) {
        return since[slot];
    }

    /// Whether the state was under way when the trace first told of the goroutine.
    public boolean older(int slot) {
        return older[slot];
    }

    /// Stack of the event by which the state began: the goroutine's own, or that of who woke or created it.
    public int stack(int slot) {
        return stack[slot];
    }

    /// The goroutine's own stack where the state began, 0 when unknown.
    public int ownStack(int slot) {
        return RowStates.othersStack(type[slot] & 0xff) ? 0 : stack[slot];
    }

    /// Why the state began, see [WaitReasons]; 0 where nothing is known.
    public int cause(int slot) {
        return cause[slot];
    }
}
