package dev.faultline.model.analysis;

import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.EventCursor;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import java.util.BitSet;

/// What the living ancestors of the goroutines that still wait at the end did: which stacks they showed and when last,
/// and whether they ever exchanged something with goroutines that they made; and whom the waiting ones woke before. A
/// second pass over the events, made only when goroutines wait.
public final class Contacts {
    private static final int MOST = 64;

    private final Lives lives;
    private final BitSet waiting = new BitSet();
    private final BitSet remembered = new BitSet();
    private final BitSet onChannel = new BitSet();
    private final boolean[] channelReasons;
    private final Exchanges exchanges;
    private final BitSet dealsWithChildren = new BitSet();
    private final Int2ObjectOpenHashMap<IntArrayList> wokenBy = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<Int2LongOpenHashMap> stacksOf = new Int2ObjectOpenHashMap<>();

    Contacts(TraceModel model, Lives lives, OpenWaits open, WaitSites sites) {
        this.lives = lives;
        exchanges = new Exchanges(sites, open, model.goroutines().count());
        channelReasons = channelReasons(model);
        for (OpenWait wait : open.all()) {
            waiting.set(wait.goroutine());
            rememberAncestors(wait.goroutine());
        }
        if (!waiting.isEmpty()) {
            read(model.trace().events().cursor(0, model.trace().events().size()));
        }
    }

    private static boolean[] channelReasons(TraceModel model) {
        boolean[] channel = new boolean[model.trace().strings().size()];
        for (String reason : new String[]{"chan send", "chan receive", "select"}) {
            int id = model.trace().strings().find(reason);
            if (id >= 0) {
                channel[id] = true;
            }
        }
        return channel;
    }

    private void rememberAncestors(int goroutine) {
        for (int g = lives.creator(goroutine); g >= 0 && !stacksOf.containsKey(g); g = lives.creator(g)) {
            stacksOf.put(g, new Int2LongOpenHashMap());
            remembered.set(g, !lives.ended(g));
        }
    }

    private void read(EventCursor e) {
        while (e.next()) {
            switch (e.type()) {
                case GO_BLOCK -> {
                    boolean channel = channelReasons[(int) e.a()];
                    onChannel.set(e.subject(), channel);
                    exchanges.waits(e.subject(), channel ? e.stack() : 0);
                    remember(e);
                }
                case GO_UNBLOCK -> {
                    if (e.goroutine() >= 0) {
                        contact(e.subject(), e.goroutine());
                        exchanges.wakes(e.goroutine(), e.stack(), e.subject(), e.time());
                    }
                    remember(e);
                }
                case GO_STOP, GO_SYSCALL_BEGIN, GO_CREATE, GO_CREATE_BLOCKED, STW_BEGIN, GC_BEGIN, PROCS_CHANGE,
                        USER_TASK_BEGIN, USER_TASK_END, USER_REGION_BEGIN, USER_REGION_END, USER_LOG ->
                    remember(e);
                default -> {
                    // shows nobody's own stack
                }
            }
        }
    }

    private void contact(int woken, int by) {
        if (remembered.get(by) && lives.creator(woken) == by && onChannel.get(woken)) {
            dealsWithChildren.set(by);
        }
        if (remembered.get(woken) && lives.creator(by) == woken && onChannel.get(woken)) {
            dealsWithChildren.set(woken);
        }
        if (waiting.get(by)) {
            IntArrayList list = wokenBy.computeIfAbsent(by, key -> new IntArrayList(4));
            if (list.size() < MOST && !list.contains(woken)) {
                list.add(woken);
            }
        }
    }

    private void remember(EventCursor e) {
        int g = e.goroutine();
        if (g >= 0 && remembered.get(g) && e.stack() != 0) {
            stacksOf.get(g).put(e.stack(), e.time());
        }
    }

    /// Whether an ancestor of waiting goroutines ever exchanged something with a goroutine that it made itself.
    public boolean dealsWithChildren(int creator) {
        return dealsWithChildren.get(creator);
    }

    /// Whom a goroutine that still waits woke before.
    public IntList wokenBy(int waiting) {
        IntArrayList list = wokenBy.get(waiting);
        return list == null ? IntLists.EMPTY_LIST : list;
    }

    /// Who found whom on the other side of the channels at which goroutines still wait.
    Exchanges exchanges() {
        return exchanges;
    }

    /// The own stacks of a living ancestor of a waiting goroutine, each with the last time it was seen; empty for others.
    Int2LongOpenHashMap stacksOf(int goroutine) {
        Int2LongOpenHashMap stacks = stacksOf.get(goroutine);
        return stacks == null ? new Int2LongOpenHashMap() : stacks;
    }
}
