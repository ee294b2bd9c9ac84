package dev.faultline.model.analysis;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.EventStore;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.BitSet;

/// Who woke whom: every wake-up at sites where somebody still waits at the end, at locks and at sites with few waits, whom
/// the waiting goroutines woke themselves, and which creators ever dealt with their own children. One pass over the events.
public final class Wakes {
    /// The runtime: timer, network poller, collector.
    public static final int RUNTIME = -1;
    /// Most wake-ups that are kept of a site; beyond it they are only counted.
    private static final int MOST_OF_A_SITE = 20_000;
    /// Sites with so few waits are kept although nobody waits there at the end.
    private static final int FEW = 2_000;
    private static final int MOST_CONTACTS = 64;

    private final Goroutines goroutines;
    private final WaitSites sites;
    private final BitSet openSites = new BitSet();
    private final BitSet waiting = new BitSet();
    private final BitSet remembered;

    private final int[] siteNow;
    private final boolean[] channelNow;
    private final long[] sinceNow;
    private final int[] early;
    private final boolean[] channelReasons;

    private final IntArrayList site = new IntArrayList();
    private final IntArrayList target = new IntArrayList();
    private final IntArrayList waker = new IntArrayList();
    private final IntArrayList stack = new IntArrayList();
    private final LongArrayList begin = new LongArrayList();
    private final LongArrayList end = new LongArrayList();
    private final Int2IntOpenHashMap countOfSite = new Int2IntOpenHashMap();
    private final BitSet dealsWithChildren = new BitSet();
    private final Int2ObjectOpenHashMap<IntArrayList> wokenBy = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<Int2LongOpenHashMap> stacksOf = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<IntArrayList> rowsOfSite = new Int2ObjectOpenHashMap<>();

    Wakes(TraceModel model, WaitSites sites, OpenWaits open, Sweep sweep) {
        this.goroutines = model.goroutines();
        this.sites = sites;
        for (OpenWait wait : open.all()) {
            waiting.set(wait.goroutine());
            if (wait.site() >= 0) {
                openSites.set(wait.site());
            }
        }
        for (SiteWait site : sweep.waits()) {
            if (site.object().inside()
                    && (site.times().count() <= FEW || site.object() == WaitObject.MUTEX)) {
                openSites.set(site.site());
            }
        }
        remembered = new BitSet();
        siteNow = new int[goroutines.count()];
        java.util.Arrays.fill(siteNow, -1);
        channelNow = new boolean[goroutines.count()];
        sinceNow = new long[goroutines.count()];
        early = new int[goroutines.count()];
        channelReasons = channelReasons(model);
        if (!openSites.isEmpty()) {
            rememberAncestors();
            read(model.trace().events());
            index();
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

    /// The own stacks of those who created a waiting goroutine, or an ancestor of it, and live on.
    private void rememberAncestors() {
        BitSet seen = new BitSet();
        for (int w = waiting.nextSetBit(0); w >= 0; w = waiting.nextSetBit(w + 1)) {
            for (int g = goroutines.creator(w); g >= 0 && !seen.get(g); g = goroutines.creator(g)) {
                seen.set(g);
                if (!goroutines.ended(g)) {
                    remembered.set(g);
                    stacksOf.put(g, new Int2LongOpenHashMap());
                }
            }
        }
    }

    private void read(EventStore events) {
        EventCursor cursor = events.cursor(0, events.size());
        while (cursor.next()) {
            switch (cursor.type()) {
                case GO_BLOCK -> {
                    block(cursor);
                    remember(cursor);
                }
                case GO_STATUS, GO_STATUS_STACK -> status(cursor);
                case GO_UNBLOCK -> {
                    unblock(cursor);
                    remember(cursor);
                }
                case GO_STOP, GO_SYSCALL_BEGIN, GO_CREATE, GO_CREATE_BLOCKED, STW_BEGIN, GC_BEGIN, PROCS_CHANGE,
                        USER_TASK_BEGIN, USER_TASK_END, USER_REGION_BEGIN, USER_REGION_END, USER_LOG ->
                    remember(cursor);
                default -> {
                    // tells nothing of wake-ups
                }
            }
        }
    }

    private void block(EventCursor cursor) {
        int g = cursor.subject();
        int at = sites.of(cursor.stack());
        siteNow[g] = at >= 0 && openSites.get(at) ? at : -1;
        if (early[g] > 0) {
            site.set(early[g] - 1, siteNow[g]);
            early[g] = -1;
        } else if (early[g] == 0) {
            early[g] = -1;
        }
        channelNow[g] = channelReasons[(int) cursor.a()];
        sinceNow[g] = cursor.time();
    }

    private void status(EventCursor cursor) {
        int at = sites.of(cursor.stack());
        if (cursor.a() == 4 && at >= 0 && openSites.get(at) && cursor.subject() >= 0) {
            siteNow[cursor.subject()] = at;
        }
    }

    private void unblock(EventCursor cursor) {
        int woken = cursor.subject();
        int by = cursor.goroutine();
        if (by >= 0 && goroutines.system(by) && !goroutines.name(by).isEmpty()) {
            by = RUNTIME;
        }
        int at = siteNow[woken];
        if (at >= 0) {
            if (countOfSite.addTo(at, 1) < MOST_OF_A_SITE) {
                log(at, cursor, by);
            }
            siteNow[woken] = -1;
        } else if (early[woken] == 0 && goroutines.bornBefore(woken) && waiting.get(woken)) {
            // its site is unknown; taken for the one where it waits next
            log(-1, cursor, by);
            early[woken] = site.size();
        }
        if (by >= 0) {
            contact(woken, by);
        }
    }

    private void log(int at, EventCursor cursor, int by) {
        site.add(at);
        target.add(cursor.subject());
        waker.add(by);
        stack.add(cursor.stack());
        begin.add(sinceNow[cursor.subject()]);
        end.add(cursor.time());
    }

    private void contact(int woken, int by) {
        if (channelNow[woken]) {
            if (remembered.get(by) && goroutines.creator(woken) == by) {
                dealsWithChildren.set(by);
            }
            if (remembered.get(woken) && goroutines.creator(by) == woken) {
                dealsWithChildren.set(woken);
            }
        }
        if (waiting.get(by)) {
            IntArrayList list = wokenBy.computeIfAbsent(by, key -> new IntArrayList(4));
            if (list.size() < MOST_CONTACTS && !list.contains(woken)) {
                list.add(woken);
            }
        }
    }

    private void remember(EventCursor cursor) {
        int g = cursor.goroutine();
        if (g >= 0 && cursor.stack() != 0 && remembered.get(g)) {
            stacksOf.get(g).put(cursor.stack(), cursor.time());
        }
    }

    private void index() {
        for (int i = 0; i < site.size(); i++) {
            if (site.getInt(i) < 0) {
                continue;
            }
            rowsOfSite.computeIfAbsent(site.getInt(i), key -> new IntArrayList()).add(i);
        }
    }

    /// Wake-ups at a site, as numbers for the getters below, in the order of time.
    public IntList at(int site) {
        IntArrayList rows = rowsOfSite.get(site);
        return rows == null ? IntLists.EMPTY_LIST : rows;
    }

    /// How many wake-ups a site saw, also those that are not kept.
    public int count(int site) {
        return countOfSite.get(site);
    }

    public int target(int wake) {
        return target.getInt(wake);
    }

    /// Index of the goroutine that woke, [#RUNTIME] when none did.
    public int waker(int wake) {
        return waker.getInt(wake);
    }

    /// The waker's stack.
    public int stack(int wake) {
        return stack.getInt(wake);
    }

    /// Begin of the wait that ended, 0 when before the trace.
    public long begin(int wake) {
        return begin.getLong(wake);
    }

    /// Time of the wake-up.
    public long end(int wake) {
        return end.getLong(wake);
    }

    /// Whether a creator of waiting goroutines ever exchanged something with a goroutine that it made itself.
    public boolean dealsWithChildren(int creator) {
        return dealsWithChildren.get(creator);
    }

    /// Whom a goroutine that still waits woke before.
    public IntList wokenBy(int waiting) {
        IntArrayList list = wokenBy.get(waiting);
        return list == null ? IntLists.EMPTY_LIST : list;
    }

    /// The own stacks of an ancestor of a waiting goroutine, each with the last time it was seen; empty for all others.
    Int2LongOpenHashMap stacksOf(int goroutine) {
        Int2LongOpenHashMap stacks = stacksOf.get(goroutine);
        return stacks == null ? new Int2LongOpenHashMap() : stacks;
    }
}
