package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.life.Families;
import dev.faultline.model.analysis.timing.Observers;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.Timing;
import dev.faultline.model.analysis.wait.Activations;
import dev.faultline.model.analysis.wait.Activations.Fate;
import dev.faultline.model.analysis.wait.Contacts;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.model.analysis.wait.OpenWaits;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.BitSet;
import java.util.List;

/// Who could still end the open waits. The trace does not know channels or locks, so for each wait this names the
/// goroutines that may hold the other end:
///
/// 1. those who woke it, or its peers at the same site, before. A waker outside the family shows that the channel is known
///    outside; then also whoever makes such wakers counts. A waker that was the creator counts only while the call in
///    which it both created and woke goes on: what lives in a call dies with it.
/// 2. its children, and whom it woke itself.
/// 3. goroutines started by the same call.
/// 4. its creator, while the call that created it goes on. How much that says depends on what it waits for: one receives
///    for hours from a channel that its maker keeps for later, but a sender, or the owner of a WaitGroup whose workers
///    are gone, is only waiting for its maker if that one ever dealt with its goroutines at all. A mutex is held by
///    somebody, and its maker holds it only if it was seen releasing it.
final class Wakers {
    /// A goroutine that came back to its select so often is a loop that serves others.
    private static final int LOOPS = 3;
    /// No call has such a number.
    private static final long ENDED = 1L << 32;

    private final Stacks stacks;
    private final StuckInput input;
    private final OpenWaits open;
    private final Goroutines goroutines;
    private final Timing timing;
    private final Contacts contacts;
    private final Families families;
    private final Activations activations;
    private final Observers observers;
    private final Elders elders;
    private final Holders holders;
    private final LifeGraph graph;
    private final BitSet living;
    /// Those of the living that take part in what the program does.
    private final BitSet participants = new BitSet();
    private final Long2IntOpenHashMap crowds = new Long2IntOpenHashMap();
    // by site
    private final Int2ObjectOpenHashMap<Services> services = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<Services> exchanges = new Int2ObjectOpenHashMap<>();
    private final Int2IntOpenHashMap served = new Int2IntOpenHashMap();
    private final Int2IntOpenHashMap firsts = new Int2IntOpenHashMap();
    private final Int2ObjectOpenHashMap<Long2IntOpenHashMap> workers = new Int2ObjectOpenHashMap<>();
    private final BitSet childrenAwaited = new BitSet();
    private final BitSet descended = new BitSet();
    /// Whose children have all been looked at for descendants.
    private final BitSet siblingsDescended = new BitSet();

    Wakers(StuckInput input, LifeGraph graph, BitSet living, Elders elders, Holders holders) {
        this.input = input;
        this.elders = elders;
        this.holders = holders;
        this.goroutines = input.model().goroutines();
        this.stacks = input.model().trace().stacks();
        this.open = input.openWaits();
        this.timing = input.timing();
        this.contacts = input.contacts();
        this.families = input.families();
        this.activations = input.activations();
        this.observers = input.timing().observers();
        this.graph = graph;
        this.living = living;
        firsts.defaultReturnValue(-1);
        for (OpenWait w : open.all()) {
            crowds.addTo(crowd(w), 1);
        }
        joinFamilies();
        for (OpenWait w : open.all()) {
            if (w.object() != WaitObject.NEVER) {
                look(w);
            }
        }
    }

    private long crowd(OpenWait w) {
        return (long) families.callOfCreation(w.goroutine()) << 32 | w.site() & 0xffffffffL;
    }

    private void joinFamilies() {
        for (OpenWait w : open.all()) {
            join(w.goroutine());
        }
        for (int g = living.nextSetBit(0); g >= 0; g = living.nextSetBit(g + 1)) {
            if (!observers.contains(g)) {
                participants.set(g);
                join(g);
            }
        }
    }

    private void join(int g) {
        if (goroutines.creator(g) >= 0) {
            graph.dependsOn(family(g), g);
            graph.dependsOn(equals(g), g);
        }
    }

    /// Goroutines of one kind that descend from the same first one and wake each other, as those do that share a channel as
    /// a semaphore: any of them may be the next to do so.
    private int equals(int g) {
        int first = firstOf(g);
        int call = first == g ? families.callOfCreation(g) : first;
        return graph.group(~((long) call << 32 | goroutines.group(g) & 0xffffffffL));
    }

    /// The first ancestor that the main goroutine, or nobody known, created. Where damage makes goroutines create each other
    /// in a circle, one of them.
    private int firstOf(int g) {
        int first = g;
        int anchor = g;
        int steps = 0;
        int most = 1;
        while (goroutines.creator(first) >= 0 && !families.isMain(goroutines.creator(first))) {
            int known = firsts.get(first);
            if (known >= 0) {
                first = known;
                break;
            }
            first = goroutines.creator(first);
            if (first == anchor) {
                break;
            }
            if (++steps == most) {
                anchor = first;
                steps = 0;
                most *= 2;
            }
        }
        for (int at = g; at != first && firsts.get(at) < 0; at = goroutines.creator(at)) {
            firsts.put(at, first);
        }
        return first;
    }

    private int family(int g) {
        return graph.group((long) goroutines.creator(g) << 32 | families.callOfCreation(g) & 0xffffffffL);
    }

    private void look(OpenWait w) {
        int g = w.goroutine();
        descendants(g);
        if (awaitsChildren(w)) {
            childrenAwaited.set(g);
            return;
        }
        if (elders.knows(w)) {
            elders.of(w).forEach(relative -> graph.dependsOn(g, relative));
            return;
        }
        for (int woken : contacts.wokenBy(g)) {
            if (woken != goroutines.creator(g)) {
                graph.dependsOn(g, woken);
            }
        }
        boolean kept = contacts(w);
        if (goroutines.creator(g) >= 0) {
            graph.dependsOn(g, family(g));
            if (w.object() == WaitObject.WAIT_GROUP) {
                othersToWaitFor(g);
            }
            creator(w, kept);
        }
    }

    /// A WaitGroup may wait for anybody whom the creator of the waiter made.
    private void othersToWaitFor(int g) {
        int creator = goroutines.creator(g);
        IntList siblings = goroutines.children(creator);
        if (!siblingsDescended.get(creator)) {
            siblingsDescended.set(creator);
            siblings.forEach(this::descendants);
        }
        graph.maybeDependsOn(g, graph.offspring(creator, siblings));
    }

    /// Its children count, and where a child has ended, what that one left behind.
    private void descendants(int ancestor) {
        IntArrayList queue = IntArrayList.of(ancestor);
        while (!queue.isEmpty()) {
            int parent = queue.popInt();
            if (descended.get(parent)) {
                continue;
            }
            descended.set(parent);
            for (int child : goroutines.children(parent)) {
                if (!leftNothing(child)) {
                    graph.dependsOn(parent, child);
                    if (goroutines.ended(child)) {
                        queue.add(child);
                    }
                }
            }
        }
    }

    /// Whether a goroutine has ended and created none: nobody can live by it. Servers have had hundreds of thousands of these.
    private boolean leftNothing(int g) {
        return goroutines.ended(g) && goroutines.children(g).isEmpty();
    }

    /// Follows the wake-ups at the site; true when the creator was seen to serve it from a call that still goes on.
    private boolean contacts(OpenWait w) {
        SiteWait site = timing.waitsAt(w.site());
        boolean byCreator = false;
        if (site != null) {
            Services services = services(site);
            byCreator = contacts(w, services.judge(w));
            served.put(w.goroutine(), services.count(w.goroutine()));
        }
        if (w.site() >= 0) {
            Services services = exchanges.computeIfAbsent(w.site(),
                    key -> new Services(input, graph, contacts.exchanges().at(key), elders.familyOnly(key)));
            byCreator |= contacts(w, services.judge(w));
        }
        return byCreator;
    }

    private Services services(SiteWait site) {
        return services.computeIfAbsent(site.site(),
                key -> new Services(input, graph, site.wakes(), elders.familyOnly(key)));
    }

    private boolean contacts(OpenWait w, Services.Verdict verdict) {
        if (verdict.live()) {
            live(w.goroutine());
        }
        if (verdict.equals()) {
            graph.dependsOn(w.goroutine(), equals(w.goroutine()));
        }
        return verdict.byCreator();
    }

    private void live(int g) {
        living.set(g);
        participants.set(g);
    }

    private void creator(OpenWait w, boolean kept) {
        int g = w.goroutine();
        graph.dependsOn(g, holders.of(g));
        int creator = goroutines.creator(g);
        Fate fate = activations.ofCreation(g);
        boolean holds = switch (fate) {
            case LIVE -> holdsWhileLive(w, kept);
            case RETURNED -> holdsAfterReturn(w);
            case OVER, UNKNOWN -> false;
        };
        if (holds && kept) {
            graph.dependsOn(g, creator);
        } else if (holds) {
            graph.maybeDependsOn(g, creator);
        }
    }

    private boolean holdsWhileLive(OpenWait w, boolean kept) {
        int creator = goroutines.creator(w.goroutine());
        boolean deals = contacts.dealsWithChildren(creator) || crowds.get(crowd(w)) >= 3;
        return switch (w.object()) {
            case MUTEX -> kept;
            case RECEIVE, UNKNOWN, COROUTINE, OUTSIDE -> true;
            case WAIT_GROUP -> !workersGone(w.goroutine()) && (deals || !lonely(creator));
            case SELECT -> deals || !lonely(creator) || served.get(w.goroutine()) >= LOOPS;
            case SEND, CONDITION -> deals || !lonely(creator);
            case NEVER -> false;
        };
    }

    /// Whether the same call started other goroutines, too, and all of them have ended.
    private boolean workersGone(int g) {
        int creator = goroutines.creator(g);
        long call = families.callOfCreation(g);
        Long2IntOpenHashMap counts = workers.computeIfAbsent(creator, this::countWorkers);
        return counts.get(call) == 1 && counts.get(ENDED | call & 0xffffffffL) > 0;
    }

    /// How many of a goroutine's children live by the call that started them, and how many have ended, with [#ENDED].
    private Long2IntOpenHashMap countWorkers(int creator) {
        Long2IntOpenHashMap counts = new Long2IntOpenHashMap();
        for (int child : goroutines.children(creator)) {
            long call = families.callOfCreation(child);
            counts.addTo(goroutines.ended(child) ? ENDED | call & 0xffffffffL : call, 1);
        }
        return counts;
    }

    /// Whether nothing else of the program lives but this goroutine and such as only take traces and profiles.
    private boolean lonely(int goroutine) {
        int first = participants.nextSetBit(0);
        return first < 0 || first == goroutine && participants.nextSetBit(first + 1) < 0;
    }

    /// A constructor has returned what it made; somebody may use it later. But where it was already used within the call,
    /// and by nobody else, or where call after call leaves a goroutine behind, it was only for that call.
    private boolean holdsAfterReturn(OpenWait w) {
        return switch (w.object()) {
            case MUTEX, SEND, CONDITION, WAIT_GROUP, NEVER -> false;
            case RECEIVE, SELECT, UNKNOWN, COROUTINE, OUTSIDE ->
                served.get(w.goroutine()) == 0
                        && (!input.repeats().leavesBehind(w) || families.livingTwin(w.goroutine(), living));
        };
    }

    /// Whether it waits in the very call in which it created goroutines: for them, unless others woke it there, too.
    private boolean awaitsChildren(OpenWait w) {
        int g = w.goroutine();
        IntList children = goroutines.children(g);
        if (children.isEmpty() || w.stack() == 0 || w.object() == WaitObject.MUTEX) {
            return false;
        }
        for (int i = 0; i < children.size(); i++) {
            int stack = goroutines.creationStack(children.getInt(i));
            if (stack != 0 && activations.shared(stack, w.stack()) >= stacks.depth(stack)
                    && goroutines.bornNs(children.getInt(i)) <= w.sinceNs()) {
                return w.object() == WaitObject.WAIT_GROUP || onlyChildrenWoke(g, w.site());
            }
        }
        return false;
    }

    private boolean onlyChildrenWoke(int g, int at) {
        SiteWait site = timing.waitsAt(at);
        return site == null || services(site).onlyDescendantsWoke(g);
    }

    /// How often a goroutine was woken at the site where it waits now.
    int served(int goroutine) {
        return served.get(goroutine);
    }

    boolean awaitedChildren(int goroutine) {
        return childrenAwaited.get(goroutine);
    }
}
