package dev.faultline.model.analysis.task;

import dev.faultline.model.replay.EntryStacks;
import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.Replay;
import dev.faultline.model.replay.Transitions;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Listens to the replay and notes the rows at which the goroutines changed their state that libraries start to serve
/// requests and to run tests, so that [InferredRuns] can read their spans without an index of all rows.
public final class ServingPass implements Transitions {
    /// Where more rows are noted some are dropped again: those of every second goroutine that has ended, then of every second
    /// of the rest, and so on. They only tell what is usual; what has not ended may be what is wrong.
    private static final int MOST_ROWS = 2_000_000;
    private static final byte UNKNOWN = 0;
    private static final byte SERVES = 1;
    private static final byte OTHER = 2;
    /// Keeps a connection of a client.
    private static final String CLIENT = "net/http.(*persistConn).";
    /// Packages whose goroutines serve requests or run tests.
    private static final List<String> PACKAGES = List.of("net/http.", "net/http/internal/http2.",
            "golang.org/x/net/http2.", "google.golang.org/grpc.", "testing.");

    /// So many of a goroutine always stay.
    private static final int FEW_ROWS = 256;

    private final GoroutineStates states;
    private final EntryStacks entries;
    private final int mostRows;
    private final Stacks stacks;
    private final Int2ObjectOpenHashMap<IntArrayList> rows = new Int2ObjectOpenHashMap<>();
    /// By slot, null where its goroutine does something else.
    private @Nullable IntArrayList[] current = new IntArrayList[64];
    /// What is known of goroutines by their entry stack.
    private byte[] serves = {};
    private int noted;
    /// Goroutines whose rows stay, in the order of their ends.
    private IntArrayList ended = new IntArrayList();
    /// Of so many that end one stays.
    private int step = 1;
    private int ends;
    private final BitSet beginless = new BitSet();
    /// How many rows stayed when some were last dropped.
    private int stayed;

    /// @param replay that it will be told by
    /// @param stacks the trace's stacks, which may still grow
    public ServingPass(Replay replay, Stacks stacks) {
        this(replay, stacks, MOST_ROWS);
    }

    /// @param mostRows where rows are dropped
    ServingPass(Replay replay, Stacks stacks, int mostRows) {
        this.mostRows = mostRows;
        states = replay.states();
        entries = replay.entries();
        this.stacks = stacks;
    }

    /// Whether goroutines with such an entry function serve requests or run tests.
    static boolean serves(String entry) {
        return PACKAGES.stream().anyMatch(entry::startsWith) && !entry.startsWith(CLIENT);
    }

    @Override
    public void moved(EventCursor e, int slot, int to, int cause, long ns) {
        int left = states.state(slot);
        if (left == GoroutineStates.NOT_EXISTING || left == GoroutineStates.UNDETERMINED) {
            begin(slot);
        }
        IntArrayList list = current[slot];
        if (list != null) {
            note(list, e.row());
            if (to == GoroutineStates.NOT_EXISTING) {
                current[slot] = null;
                end(states.goroutine(slot), list);
            }
        }
    }

    @Override
    public void told(EventCursor e, int slot, int to, int cause, long since) {
        moved(e, slot, to, cause, since);
    }

    /// Another goroutine takes the slot.
    private void begin(int slot) {
        if (slot >= current.length) {
            current = Arrays.copyOf(current, 2 * slot);
        }
        int g = states.goroutine(slot);
        int stack = entries.of(g);
        current[slot] = stack != 0 && serves(stack) ? rows.computeIfAbsent(g, key -> new IntArrayList()) : null;
    }

    private boolean serves(int stack) {
        if (stack >= serves.length) {
            serves = Arrays.copyOf(serves, Math.max(2 * stack, stacks.size()));
        }
        if (serves[stack] == UNKNOWN) {
            int depth = stacks.depth(stack);
            boolean found = depth > 0 && serves(stacks.frame(stacks.frameId(stack, depth - 1)).function());
            serves[stack] = found ? SERVES : OTHER;
        }
        return serves[stack] == SERVES;
    }

    /// A coroutine that is switched to changes twice at one row.
    private void note(IntArrayList list, int row) {
        if (list.isEmpty() || list.getInt(list.size() - 1) != row) {
            if (noted >= mostRows && noted >= 2 * stayed) {
                thin();
                stayed = noted;
            }
            list.add(row);
            noted++;
        }
    }

    private void end(int goroutine, IntArrayList list) {
        if (ends++ % step == 0) {
            list.trim();
            ended.add(goroutine);
        } else {
            drop(goroutine);
        }
    }

    private void drop(int goroutine) {
        IntArrayList list = rows.remove(goroutine);
        noted -= list == null ? 0 : list.size();
    }

    private void thin() {
        if (ended.size() < 2) {
            forgetBegins();
            return;
        }
        step *= 2;
        IntArrayList stay = new IntArrayList();
        for (int i = 0; i < ended.size(); i++) {
            if (i % 2 == 0) {
                stay.add(ended.getInt(i));
            } else {
                drop(ended.getInt(i));
            }
        }
        ended = stay;
    }

    /// Of connections that are used again and again the latest half stays.
    private void forgetBegins() {
        noted = 0;
        for (Int2ObjectMap.Entry<IntArrayList> entry : rows.int2ObjectEntrySet()) {
            IntArrayList list = entry.getValue();
            if (list.size() > FEW_ROWS) {
                list.removeElements(0, list.size() / 2);
                beginless.set(entry.getIntKey());
            }
            noted += list.size();
        }
    }

    /// What was noted of a goroutine.
    ///
    /// @param list its rows, ascending
    /// @param whole whether they are all that there are; else the first ones are missing
    record Noted(IntList list, boolean whole) {}

    /// The rows of a goroutine, none where it was dropped since there are so many; null where they were not noted.
    ///
    /// @param count how many it has
    @Nullable
    Noted rows(int goroutine, int count) {
        IntArrayList list = rows.get(goroutine);
        if (list == null) {
            return step > 1 ? new Noted(IntLists.EMPTY_LIST, true) : null;
        }
        boolean whole = list.size() == count;
        return whole || beginless.get(goroutine) ? new Noted(list, whole) : null;
    }
}
