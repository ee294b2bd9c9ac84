package dev.faultline.model.analysis.wait;

import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.model.analysis.gc.Restarts;
import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.Replay;
import dev.faultline.model.replay.Transitions;
import dev.faultline.model.replay.WaitReasons;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.Effect.Edge;
import dev.faultline.trace.format.Effect.Metric;
import dev.faultline.trace.format.Effect.Note;
import dev.faultline.trace.format.Effect.RangeKind;
import dev.faultline.trace.format.EventTable;
import dev.faultline.trace.format.EventType;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Listens to the replay and notes for [Contacts] what goroutines did with each other. Who still waits in the end is not
/// known yet; so notes are taken of every goroutine while it exists, and those of who exits are dropped.
public final class LifePass implements Transitions {
    /// So many goroutines that one woke are kept.
    private static final int MOST = 64;

    private final GoroutineStates states;
    private final Exchanges exchanges;
    private final Restarts restarts = new Restarts();
    private final Coroutines coroutines = new Coroutines();
    // by slot
    /// Who created it, -1 when unknown.
    private int[] creator = {};
    /// Where it waits for a channel, or did so last; 0 when that was for something else.
    private int[] channelStack = {};
    private boolean[] onChannel = {};
    private boolean[] deals = {};
    private @Nullable IntArrayList[] woke = {};
    /// Whether it has created goroutines: what it did before tells nothing of them.
    private boolean[] parent = {};
    /// The stack that it showed last, and when.
    private int[] lastStack = {};
    private long[] lastSeen = {};
    /// The others, by when it showed each last.
    private @Nullable Int2LongOpenHashMap[] seen = {};

    /// @param sites may still grow
    public LifePass(GoroutineStates states, WaitSites sites) {
        this.states = states;
        exchanges = new Exchanges(sites);
    }

    @Override
    public void generation(long startNs, int goroutines, int stacks) {
        exchanges.ensure();
    }

    private void ensure(int slot) {
        if (slot < creator.length) {
            return;
        }
        int old = creator.length;
        int size = Math.max(64, 2 * slot);
        creator = Arrays.copyOf(creator, size);
        Arrays.fill(creator, old, size, -1);
        channelStack = Arrays.copyOf(channelStack, size);
        onChannel = Arrays.copyOf(onChannel, size);
        deals = Arrays.copyOf(deals, size);
        woke = Arrays.copyOf(woke, size);
        parent = Arrays.copyOf(parent, size);
        lastStack = Arrays.copyOf(lastStack, size);
        lastSeen = Arrays.copyOf(lastSeen, size);
        seen = Arrays.copyOf(seen, size);
    }

    @Override
    public void created(EventCursor e, int goroutine) {
        int slot = states.find(goroutine);
        ensure(slot);
        forget(slot);
        creator[slot] = e.goroutine();
        if (e.type() == EventType.GO_CREATE_BLOCKED) {
            coroutines.created(goroutine, e.goroutine(), e.stack(), e.time());
        }
        int by = states.find(e.goroutine());
        if (by >= 0) {
            ensure(by);
            parent[by] = true;
            shows(by, e);
        }
    }

    /// The slot passes on to another goroutine.
    private void forget(int slot) {
        creator[slot] = -1;
        channelStack[slot] = 0;
        onChannel[slot] = false;
        deals[slot] = false;
        parent[slot] = false;
        lastStack[slot] = 0;
        IntArrayList list = woke[slot];
        if (list != null) {
            list.clear();
        }
        Int2LongOpenHashMap stacks = seen[slot];
        if (stacks != null && !stacks.isEmpty()) {
            stacks.clear();
        }
    }

    @Override
    public void moved(EventCursor e, int slot, int to, int cause, long ns) {
        int type = e.typeId();
        if (EventTable.stackIsOwn(type)) {
            ensure(slot);
            if (to == GoroutineStates.WAITING) {
                blocks(slot, cause, e.stack());
            }
            shows(slot, e);
        } else if (EventTable.from(type) == GoroutineStates.WAITING) {
            int by = states.find(e.goroutine());
            if (by >= 0) {
                ensure(Math.max(by, slot));
                contact(slot, by);
                exchanges.wakes(e.goroutine(), e.stack(), states.goroutine(slot), channelStack[slot], e.time());
                shows(by, e);
            }
        } else if (to == GoroutineStates.NOT_EXISTING) {
            ensure(slot);
            forget(slot);
            coroutines.ended(states.goroutine(slot));
        } else if (Replay.isHalf(e, to)) {
            coroutines.switched(e.goroutine(), states.goroutine(slot), e.time());
        }
    }

    private void blocks(int slot, int cause, int stack) {
        boolean channel = WaitReasons.reason(cause) != 0 && switch (WaitReasons.kind(cause)) {
            case CHAN_SEND, CHAN_RECEIVE, SELECT -> true;
            default -> false;
        };
        onChannel[slot] = channel;
        channelStack[slot] = channel ? stack : 0;
    }

    private void contact(int woken, int by) {
        int g = states.goroutine(woken);
        int byG = states.goroutine(by);
        if (onChannel[woken]) {
            deals[by] |= creator[woken] == byG;
            deals[woken] |= creator[by] == g;
        }
        IntArrayList list = woke[by];
        if (list == null) {
            list = new IntArrayList(4);
            woke[by] = list;
        }
        if (list.size() < MOST && !list.contains(g)) {
            list.add(g);
        }
    }

    /// The stack of an event is that of the goroutine in a slot.
    private void shows(int slot, EventCursor e) {
        int stack = e.stack();
        if (!parent[slot] || stack == 0) {
            return;
        }
        int last = lastStack[slot];
        if (last != stack && last != 0) {
            Int2LongOpenHashMap stacks = seen[slot];
            if (stacks == null) {
                stacks = new Int2LongOpenHashMap();
                seen[slot] = stacks;
            }
            stacks.put(last, lastSeen[slot]);
        }
        lastStack[slot] = stack;
        lastSeen[slot] = e.time();
    }

    private void contextShows(EventCursor e) {
        int slot = states.find(e.goroutine());
        if (slot >= 0) {
            ensure(slot);
            shows(slot, e);
        }
    }

    @Override
    public void range(EventCursor e, RangeKind kind, Edge edge) {
        if (edge == Edge.BEGIN && (kind == RangeKind.STOP_THE_WORLD || kind == RangeKind.GC_MARK)) {
            contextShows(e);
        }
    }

    @Override
    public void region(EventCursor e, Edge edge) {
        contextShows(e);
    }

    @Override
    public void task(EventCursor e, Edge edge) {
        contextShows(e);
    }

    @Override
    public void metric(EventCursor e, Metric metric) {
        if (metric == Metric.GOMAXPROCS) {
            restarts.add(e);
            contextShows(e);
        }
    }

    @Override
    public void noted(EventCursor e, Note note) {
        if (note == Note.LOG) {
            contextShows(e);
        }
    }

    /// Times at which the world was started again.
    public Restarts restarts() {
        return restarts;
    }

    Coroutines coroutines() {
        return coroutines;
    }

    Exchanges exchanges() {
        return exchanges;
    }

    private int slot(int goroutine) {
        int slot = states.find(goroutine);
        return slot < creator.length ? slot : -1;
    }

    /// Whether a goroutine that exists ever exchanged something with a goroutine that it made.
    boolean dealsWithChildren(int goroutine) {
        int slot = slot(goroutine);
        return slot >= 0 && deals[slot];
    }

    /// Whom a goroutine that exists woke before.
    IntArrayList wokenBy(int goroutine) {
        int slot = slot(goroutine);
        IntArrayList list = slot < 0 ? null : woke[slot];
        return list == null ? new IntArrayList(0) : list;
    }

    /// The own stacks of a goroutine that exists since it first created another, each with the last time it was seen.
    Int2LongOpenHashMap stacksOf(int goroutine) {
        Int2LongOpenHashMap stacks = new Int2LongOpenHashMap();
        int slot = slot(goroutine);
        if (slot >= 0 && lastStack[slot] != 0) {
            Int2LongOpenHashMap others = seen[slot];
            if (others != null) {
                stacks.putAll(others);
            }
            stacks.put(lastStack[slot], lastSeen[slot]);
        }
        return stacks;
    }
}
