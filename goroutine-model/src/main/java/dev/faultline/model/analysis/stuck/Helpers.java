package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.trace.column.Sorted;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.BitSet;

/// Who may still be at work on what a goroutine waits for, told from those who ended such waits: whoever stands inside a
/// function in which others woke somebody, as the slow leader of those who ask for the same does; and a server of the same
/// kind that has not been idle since the wait began, and whom such a server made after that.
final class Helpers {
    /// Share of those served that must have met a server before they waited.
    private static final double MET_SHARE = 0.9;
    /// Share of wakers that may have exited where the rest are servers.
    private static final double PASSING_SHARE = 0.1;

    private final Goroutines goroutines;
    private final StuckInput input;
    private final Stacks stacks;
    private final Relations relations;
    private final Idleness idleness;
    private final Int2ObjectOpenHashMap<OpenWait> open = new Int2ObjectOpenHashMap<>();
    // by site
    private final Int2ObjectOpenHashMap<Past> pasts = new Int2ObjectOpenHashMap<>();
    /// Goroutines on whose stack a function stands at the end.
    private final Int2ObjectOpenHashMap<BitSet> inside = new Int2ObjectOpenHashMap<>();
    /// Goroutines by the id of their entry function's name.
    private final Int2ObjectOpenHashMap<IntArrayList> byName = new Int2ObjectOpenHashMap<>();

    /// What those did who ended the waits at a site.
    ///
    /// @param functions in which they stood
    /// @param servers entry functions of those that are no kin of who waited
    /// @param idlePlaces where such servers wait for the next request
    /// @param begins when the waits began that such servers ended, ascending
    /// @param passing whether they come and go themselves, so that the next one may end the wait
    /// @param oneShot whether each of those who waited did so once and has ended, and was seen to meet a server before
    private record Past(IntSet functions, IntSet servers, IntSet idlePlaces, LongArrayList begins, boolean passing,
            boolean oneShot) {}

    Helpers(StuckInput input, Relations relations) {
        this.input = input;
        this.relations = relations;
        goroutines = input.model().goroutines();
        stacks = input.model().trace().stacks();
        idleness = new Idleness(input);
        input.openWaits().all().forEach(w -> open.put(w.goroutine(), w));
        for (int g = 0; g < goroutines.count(); g++) {
            if (input.timing().exists(g) && !goroutines.ended(g)) {
                byName.computeIfAbsent(goroutines.nameId(g), key -> new IntArrayList()).add(g);
                standsIn(g, input.timing().stack(g));
            }
        }
    }

    private void standsIn(int g, int stack) {
        for (int d = 0; d < stacks.depth(stack); d++) {
            inside.computeIfAbsent(stacks.function(stacks.frameId(stack, d)), key -> new BitSet()).set(g);
        }
    }

    /// Whether somebody of the living may be at work for who waits.
    boolean atWork(OpenWait w, BitSet living) {
        Past past = w.site() < 0 || relations.at(w.site()).familyOnly()
                ? null
                : pasts.computeIfAbsent(w.site(), this::past);
        return past != null && (insideWaker(w, past, living) || busyServer(w, past, living)
                || forRequests(w.object()) && (past.passing || idleness.metAny(w, past.servers)));
    }

    /// How many waits of others began later than this one and were ended by the servers of the place, if these have all
    /// been idle since, and none of them ever met this one, as they met each of the others; 0 when that is not known.
    int servedAfter(OpenWait w, BitSet living) {
        Past past = w.site() < 0 || !forRequests(w.object()) || goroutines.bornBefore(w.goroutine())
                ? null
                : pasts.computeIfAbsent(w.site(), this::past);
        if (past == null || !past.oneShot || past.idlePlaces.isEmpty() || atWork(w, living)) {
            return 0;
        }
        LongArrayList begins = past.begins;
        int later = begins.size() - Sorted.first(0, begins.size(), i -> begins.getLong(i) > w.sinceNs());
        return later >= Relations.ENDED_WAITS ? later : 0;
    }

    private static LongArrayList begins(WakeLog wakes) {
        LongArrayList begins = new LongArrayList();
        for (int i = 0; i < wakes.size(); i++) {
            begins.add(wakes.beginNs(i));
        }
        begins.sort(null);
        return begins;
    }

    private boolean oneShot(WakeLog wakes, IntSet servers) {
        IntSet woken = new IntOpenHashSet();
        int met = 0;
        for (int i = 0; i < wakes.size(); i++) {
            int target = wakes.target(i);
            if (wakes.waker(i) == WakeLog.RUNTIME || !goroutines.ended(target) || !woken.add(target)) {
                return false;
            }
            met += idleness.metBefore(target, wakes.beginNs(i), servers) ? 1 : 0;
        }
        return met > 0 && met >= wakes.size() * MET_SHARE;
    }

    /// Whether many of the wakers at a site exit in the trace that are no kin of whom they woke.
    private boolean passing(WakeLog wakes, int site) {
        int strangers = 0;
        int ended = 0;
        for (int i = 0; i < wakes.size(); i++) {
            int by = wakes.waker(i);
            if (by != WakeLog.RUNTIME && !relations.related(by, wakes.target(i), site)) {
                strangers++;
                ended += goroutines.ended(by) ? 1 : 0;
            }
        }
        return ended > strangers * PASSING_SHARE;
    }

    private boolean insideWaker(OpenWait w, Past past, BitSet living) {
        return past.functions.intStream().anyMatch(function -> inside.getOrDefault(function, new BitSet()).stream()
                .anyMatch(g -> living.get(g) && !waitsAt(g, w.site())
                        && !idleness.idleAfter(g, w.sinceNs(), past.idlePlaces)));
    }

    private boolean waitsAt(int g, int site) {
        OpenWait own = open.get(g);
        return own != null && own.site() == site;
    }

    private boolean busyServer(OpenWait w, Past past, BitSet living) {
        for (int name : past.servers) {
            for (int g : byName.getOrDefault(name, new IntArrayList(0))) {
                boolean busy = living.get(g) && !idleness.idleAfter(g, w.sinceNs(), past.idlePlaces);
                if (!waitsAt(g, w.site()) && (busy || helpersOf(g, w, living))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean helpersOf(int server, OpenWait w, BitSet living) {
        return goroutines.children(server).intStream().anyMatch(child -> living.get(child)
                && goroutines.bornNs(child) >= w.sinceNs() && !waitsAt(child, w.site()));
    }

    private Past past(int site) {
        IntSet functions = new IntOpenHashSet();
        IntSet servers = new IntOpenHashSet();
        SiteWait at = input.timing().waitsAt(site);
        WakeLog wakes = at == null ? new WakeLog() : at.wakes();
        for (int i = 0; i < wakes.size(); i++) {
            int by = wakes.waker(i);
            if (by == WakeLog.RUNTIME || relations.related(by, wakes.target(i), site)) {
                continue;
            }
            int frame = input.code().ownFrame(wakes.stack(i));
            if (frame >= 0) {
                functions.add(stacks.function(frame));
            }
            if (goroutines.nameId(by) != 0) {
                servers.add(goroutines.nameId(by));
            }
        }
        return new Past(functions, servers, idleness.idlePlaces(wakes), begins(wakes),
                passing(wakes, site), oneShot(wakes, servers));
    }

    /// Whether goroutines wait at an object to be asked for something.
    static boolean forRequests(WaitObject object) {
        return object == WaitObject.RECEIVE || object == WaitObject.SELECT || object == WaitObject.CONDITION;
    }
}
