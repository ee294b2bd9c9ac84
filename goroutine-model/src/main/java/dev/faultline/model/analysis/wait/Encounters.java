package dev.faultline.model.analysis.wait;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.trace.column.Ints;
import dev.faultline.trace.event.EventCursor;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// A pass over all events for [Contacts]. Which goroutines wait in the end only the [Sweep] knows; so that both can go at
/// the same time, this one takes every goroutine that lives in the end for one that may wait, and the contacts take of
/// it what concerns those that do.
public final class Encounters {
    private static final int MOST = 64;

    private final BitSet survivors = new BitSet();
    private final BitSet remembered = new BitSet();
    private final BitSet onChannel = new BitSet();
    private final boolean[] channelReasons;
    private final Ints creators;
    private final Exchanges exchanges;
    private final BitSet dealsWithChildren = new BitSet();
    private final Int2ObjectOpenHashMap<IntArrayList> wokenBy = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<Int2LongOpenHashMap> stacksOf = new Int2ObjectOpenHashMap<>();

    /// Walks all events of a model.
    public Encounters(TraceModel model, WaitSites sites) {
        Goroutines goroutines = model.goroutines();
        exchanges = new Exchanges(sites, goroutines.count());
        channelReasons = channelReasons(model);
        creators = Ints.filled(model.trace().events().room(), goroutines.count(), -1);
        for (int g = 0; g < goroutines.count(); g++) {
            if (!goroutines.ended(g)) {
                survivors.set(g);
                rememberAncestors(goroutines, g);
            }
        }
        read(model.trace().events().cursor(0, model.trace().events().size()));
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

    private void rememberAncestors(Goroutines goroutines, int goroutine) {
        for (int g = goroutines.creator(goroutine); g >= 0 && !stacksOf.containsKey(g); g = goroutines.creator(g)) {
            stacksOf.put(g, new Int2LongOpenHashMap());
            remembered.set(g, !goroutines.ended(g));
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
                case GO_CREATE, GO_CREATE_BLOCKED, GO_CREATE_SYSCALL -> {
                    creators.set(e.subject(), e.goroutine());
                    remember(e);
                }
                case GO_STOP, GO_SYSCALL_BEGIN, STW_BEGIN, GC_BEGIN, PROCS_CHANGE, USER_TASK_BEGIN, USER_TASK_END,
                        USER_REGION_BEGIN, USER_REGION_END, USER_LOG ->
                    remember(e);
                default -> {
                    // shows nobody's own stack
                }
            }
        }
    }

    private void contact(int woken, int by) {
        if (remembered.get(by) && creators.get(woken) == by && onChannel.get(woken)) {
            dealsWithChildren.set(by);
        }
        if (remembered.get(woken) && creators.get(by) == woken && onChannel.get(woken)) {
            dealsWithChildren.set(woken);
        }
        if (survivors.get(by)) {
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

    /// Whether an ancestor of goroutines that live in the end ever exchanged something with a goroutine that it made.
    boolean dealsWithChildren(int creator) {
        return dealsWithChildren.get(creator);
    }

    /// Whom a goroutine that lives in the end woke before, null when nobody.
    @Nullable
    IntArrayList wokenBy(int survivor) {
        return wokenBy.get(survivor);
    }

    Exchanges exchanges() {
        return exchanges;
    }

    /// The own stacks of a living ancestor of a goroutine that lives in the end, each with the last time it was seen; null
    /// for others.
    @Nullable
    Int2LongOpenHashMap stacksOf(int goroutine) {
        return stacksOf.get(goroutine);
    }
}
