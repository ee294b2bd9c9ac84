package dev.faultline.model.analysis.wait;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.code.WaitSites;
import dev.faultline.trace.event.EventCursor;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Notes for [Contacts] who met whom, while the events go by. Which goroutines wait in the end only the sweep knows; so that
/// nothing here has to wait for that, every goroutine that lives in the end is taken for one that may wait, and the contacts
/// take of it what concerns those that do.
public final class Encounters {
    private static final int MOST = 64;

    private final BitSet survivors = new BitSet();
    private final BitSet remembered = new BitSet();
    private final BitSet onChannel = new BitSet();
    private final boolean[] channelReasons;
    private final Goroutines goroutines;
    private final Exchanges exchanges;
    private final BitSet dealsWithChildren = new BitSet();
    private final Int2ObjectOpenHashMap<IntArrayList> wokenBy = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<Int2LongOpenHashMap> stacksOf = new Int2ObjectOpenHashMap<>();

    public Encounters(TraceModel model, WaitSites sites) {
        goroutines = model.goroutines();
        exchanges = new Exchanges(sites, goroutines.count());
        channelReasons = channelReasons(model);
        for (int g = 0; g < goroutines.count(); g++) {
            if (!goroutines.ended(g)) {
                survivors.set(g);
                rememberAncestors(goroutines, g);
            }
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

    private void rememberAncestors(Goroutines goroutines, int goroutine) {
        for (int g = goroutines.creator(goroutine); g >= 0 && !stacksOf.containsKey(g); g = goroutines.creator(g)) {
            stacksOf.put(g, new Int2LongOpenHashMap());
            remembered.set(g, !goroutines.ended(g));
        }
    }

    /// A goroutine begins to wait.
    public void blocks(EventCursor e) {
        boolean channel = channelReasons[(int) e.a()];
        onChannel.set(e.subject(), channel);
        exchanges.waits(e.subject(), channel ? e.stack() : 0);
        shows(e);
    }

    /// One goroutine, or the runtime, wakes another.
    public void wakes(EventCursor e) {
        if (e.goroutine() >= 0) {
            contact(e.subject(), e.goroutine());
            exchanges.wakes(e.goroutine(), e.stack(), e.subject(), e.time());
        }
        shows(e);
    }

    private void contact(int woken, int by) {
        if (remembered.get(by) && goroutines.creator(woken) == by && onChannel.get(woken)) {
            dealsWithChildren.set(by);
        }
        if (remembered.get(woken) && goroutines.creator(by) == woken && onChannel.get(woken)) {
            dealsWithChildren.set(woken);
        }
        if (survivors.get(by)) {
            IntArrayList list = wokenBy.computeIfAbsent(by, key -> new IntArrayList(4));
            if (list.size() < MOST && !list.contains(woken)) {
                list.add(woken);
            }
        }
    }

    /// The stack of an event is that of the goroutine that runs.
    public void shows(EventCursor e) {
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
