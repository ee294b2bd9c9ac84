package dev.faultline.model.analysis;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Activations.Fate;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
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

    private final Goroutines goroutines;
    private final Stacks stacks;
    private final Facts facts;
    private final OpenWaits open;
    private final Lives lives;
    private final Sweep sweep;
    private final Contacts contacts;
    private final Families families;
    private final Activations activations;
    private final Observers observers;
    private final LifeGraph graph;
    private final BitSet living;
    /// Those of the living that take part in what the program does.
    private final BitSet participants = new BitSet();
    private final BitSet waiting = new BitSet();
    private final Long2IntOpenHashMap crowds = new Long2IntOpenHashMap();
    private final Int2IntOpenHashMap served = new Int2IntOpenHashMap();
    private final BitSet childrenAwaited = new BitSet();
    private final BitSet descended = new BitSet();

    Wakers(Facts facts, LifeGraph graph, BitSet living) {
        this.facts = facts;
        this.goroutines = facts.model().goroutines();
        this.stacks = facts.model().trace().stacks();
        this.open = facts.openWaits();
        this.lives = facts.lives();
        this.sweep = facts.sweep();
        this.contacts = facts.contacts();
        this.families = facts.families();
        this.activations = facts.activations();
        this.observers = facts.observers();
        this.graph = graph;
        this.living = living;
        for (OpenWait w : open.all()) {
            waiting.set(w.goroutine());
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
        if (lives.creator(g) >= 0) {
            graph.dependsOn(family(g), g);
            graph.dependsOn(equals(g), g);
        }
    }

    /// Goroutines of one kind that descend from the same first one and wake each other, as those do that share a channel as
    /// a semaphore: any of them may be the next to do so.
    private int equals(int g) {
        int first = g;
        while (lives.creator(first) >= 0 && !families.isMain(lives.creator(first))) {
            first = lives.creator(first);
        }
        int call = first == g ? families.callOfCreation(g) : first;
        return graph.group(~((long) call << 32 | goroutines.group(g) & 0xffffffffL));
    }

    private int family(int g) {
        return graph.group((long) lives.creator(g) << 32 | families.callOfCreation(g) & 0xffffffffL);
    }

    private void look(OpenWait w) {
        int g = w.goroutine();
        descendants(g);
        if (awaitsChildren(w)) {
            childrenAwaited.set(g);
            return;
        }
        for (int woken : contacts.wokenBy(g)) {
            if (woken != lives.creator(g)) {
                graph.dependsOn(g, woken);
            }
        }
        boolean kept = contacts(w);
        if (lives.creator(g) >= 0) {
            graph.dependsOn(g, family(g));
            if (w.object() == WaitObject.WAIT_GROUP) {
                othersToWaitFor(g);
            }
            creator(w, kept);
        }
    }

    /// A WaitGroup may wait for anybody whom the creator of the waiter made.
    private void othersToWaitFor(int g) {
        for (int sibling : lives.children(lives.creator(g))) {
            descendants(sibling);
            graph.maybeDependsOn(g, sibling);
        }
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
            for (int child : lives.children(parent)) {
                graph.dependsOn(parent, child);
                if (lives.ended(child)) {
                    queue.add(child);
                }
            }
        }
    }

    /// Follows the wake-ups at the site; true when the creator was seen to serve it from a call that still goes on.
    private boolean contacts(OpenWait w) {
        SiteWait site = sweep.waitsAt(w.site());
        boolean byCreator = false;
        if (site != null) {
            byCreator = contacts(w, site.wakes());
            for (int i = 0; i < site.wakes().size(); i++) {
                if (site.wakes().target(i) == w.goroutine()) {
                    served.addTo(w.goroutine(), 1);
                }
            }
        }
        return byCreator | contacts(w, contacts.exchanges().at(w.site()));
    }

    private boolean contacts(OpenWait w, WakeLog wakes) {
        int g = w.goroutine();
        boolean byCreator = false;
        for (int i = 0; i < wakes.size(); i++) {
            int target = wakes.target(i);
            if (target == g || peers(target, g)) {
                byCreator |= contact(w, new Wake(target, wakes.waker(i), wakes.stack(i), wakes.endNs(i)));
            }
        }
        return byCreator;
    }

    private record Wake(int target, int waker, int stack, long ns) {}

    private boolean peers(int a, int b) {
        return goroutines.group(a) == goroutines.group(b) || goroutines.bornBefore(a) || goroutines.bornBefore(b);
    }

    private boolean contact(OpenWait w, Wake wake) {
        int g = w.goroutine();
        int by = wake.waker();
        int target = wake.target();
        if (by == WakeLog.RUNTIME) {
            if (w.object() == WaitObject.SELECT || w.object() == WaitObject.RECEIVE) {
                lives(g);
            }
            return false;
        }
        if (by == lives.creator(target)) {
            return byCreator(w, wake);
        }
        boolean kin = lives.descends(by, target) || families.siblings(by, target);
        if (!kin) {
            byStranger(g, wake);
        } else if (target == g) {
            graph.dependsOn(g, by);
        }
        if (kin && goroutines.group(by) == goroutines.group(target) && w.object() != WaitObject.MUTEX) {
            graph.dependsOn(g, equals(g));
        }
        return false;
    }

    /// The creator of the woken one woke it: says something of `g` only when that is its creator, too. Within the call that
    /// made the woken one it needed no channel from elsewhere; then what counts for `g` is the call that made `g`.
    private boolean byCreator(OpenWait w, Wake wake) {
        int g = w.goroutine();
        int by = wake.waker();
        if (by != lives.creator(g)) {
            return false;
        }
        boolean goesOn;
        int own = lives.creationStack(wake.target());
        if (activations.shared(own, wake.stack()) >= stacks.depth(own)) {
            goesOn = activations.ofCreation(g) == Fate.LIVE;
        } else {
            int height = activations.shared(lives.creationStack(g), wake.stack());
            goesOn = height > 0 && activations.of(by, wake.stack(), height, wake.ns()) == Fate.LIVE;
        }
        if (goesOn) {
            graph.dependsOn(g, by);
        }
        return goesOn;
    }

    private void byStranger(int g, Wake wake) {
        int by = wake.waker();
        if (!lives.ended(by)) {
            int depth = stacks.depth(wake.stack());
            if (activations.of(by, wake.stack(), depth, wake.ns()) != Fate.OVER) {
                graph.dependsOn(g, by);
            }
            return;
        }
        // it is gone, but whoever made it will make more of its kind
        if (lives.creator(by) >= 0 && activations.ofCreation(by) != Fate.OVER) {
            graph.dependsOn(g, lives.creator(by));
        } else if (goroutines.bornBefore(by)) {
            lives(g);
        }
    }

    private void lives(int g) {
        living.set(g);
        participants.set(g);
    }

    private void creator(OpenWait w, boolean kept) {
        int g = w.goroutine();
        int creator = lives.creator(g);
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
        int creator = lives.creator(w.goroutine());
        boolean deals = contacts.dealsWithChildren(creator) || crowds.get(crowd(w)) >= 3;
        return switch (w.object()) {
            case MUTEX -> kept;
            case RECEIVE, UNKNOWN, OUTSIDE -> true;
            case WAIT_GROUP -> !workersGone(w.goroutine()) && (deals || !lonely(creator));
            case SELECT -> deals || !lonely(creator) || served.get(w.goroutine()) >= LOOPS;
            case SEND, CONDITION -> deals || !lonely(creator);
            case NEVER -> false;
        };
    }

    /// Whether the same call started other goroutines, too, and all of them have ended.
    private boolean workersGone(int g) {
        boolean any = false;
        for (int sibling : lives.children(lives.creator(g))) {
            if (sibling != g && families.callOfCreation(sibling) == families.callOfCreation(g)) {
                if (!lives.ended(sibling)) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /// Whether nothing else of the program lives but this goroutine and such as only take traces and profiles.
    private boolean lonely(int goroutine) {
        return participants.isEmpty() || participants.cardinality() == 1 && participants.get(goroutine);
    }

    /// A constructor has returned what it made; somebody may use it later. But where it was already used within the call,
    /// and by nobody else, or where call after call leaves a goroutine behind, it was only for that call.
    private boolean holdsAfterReturn(OpenWait w) {
        return switch (w.object()) {
            case MUTEX, SEND, CONDITION, WAIT_GROUP, NEVER -> false;
            case RECEIVE, SELECT, UNKNOWN, OUTSIDE ->
                served.get(w.goroutine()) == 0
                        && (!facts.repeats().leavesBehind(w) || families.livingTwin(w.goroutine(), living));
        };
    }

    /// Whether it waits in the very call in which it created goroutines: for them, unless others woke it there, too.
    private boolean awaitsChildren(OpenWait w) {
        int g = w.goroutine();
        IntList children = lives.children(g);
        if (children.isEmpty() || w.stack() == 0 || w.object() == WaitObject.MUTEX) {
            return false;
        }
        for (int i = 0; i < children.size(); i++) {
            int stack = lives.creationStack(children.getInt(i));
            if (stack != 0 && activations.shared(stack, w.stack()) >= stacks.depth(stack)
                    && lives.bornNs(children.getInt(i)) <= w.sinceNs()) {
                return w.object() == WaitObject.WAIT_GROUP || onlyChildrenWoke(g, w.site());
            }
        }
        return false;
    }

    private boolean onlyChildrenWoke(int g, int at) {
        SiteWait site = sweep.waitsAt(at);
        for (int i = 0; site != null && i < site.wakes().size(); i++) {
            int by = site.wakes().waker(i);
            if (site.wakes().target(i) == g && (by < 0 || !lives.descends(by, g))) {
                return false;
            }
        }
        return true;
    }

    /// How often a goroutine was woken at the site where it waits now.
    int served(int goroutine) {
        return served.get(goroutine);
    }

    boolean awaitedChildren(int goroutine) {
        return childrenAwaited.get(goroutine);
    }
}
