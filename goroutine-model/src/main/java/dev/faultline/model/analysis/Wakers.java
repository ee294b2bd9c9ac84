package dev.faultline.model.analysis;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
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
    private final TraceModel model;
    private final Goroutines goroutines;
    private final Stacks stacks;
    private final Facts facts;
    private final OpenWaits open;
    private final Wakes wakes;
    private final Families families;
    private final Activations activations;
    private final Observers observers;
    private final LifeGraph graph;
    private final BitSet living;
    private final BitSet waiting = new BitSet();
    private final Long2IntOpenHashMap crowds = new Long2IntOpenHashMap();
    private final Int2IntOpenHashMap served = new Int2IntOpenHashMap();
    private final BitSet childrenAwaited = new BitSet();
    private final BitSet descended = new BitSet();

    Wakers(Facts facts, LifeGraph graph, BitSet living) {
        this.facts = facts;
        this.model = facts.model();
        this.goroutines = model.goroutines();
        this.stacks = model.trace().stacks();
        this.open = facts.openWaits();
        this.wakes = facts.wakes();
        this.families = facts.families();
        this.activations = facts.activations();
        this.observers = new Observers(model);
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
                join(g);
            }
        }
    }

    private void join(int g) {
        if (goroutines.creator(g) >= 0) {
            graph.dependsOn(family(g), g);
        }
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
        for (int woken : wakes.wokenBy(g)) {
            if (woken != goroutines.creator(g)) {
                graph.dependsOn(g, woken);
            }
        }
        boolean kept = contacts(w);
        if (goroutines.creator(g) >= 0) {
            graph.dependsOn(g, family(g));
            creator(w, kept);
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
            for (int child : families.children(parent)) {
                graph.dependsOn(parent, child);
                if (goroutines.ended(child)) {
                    queue.add(child);
                }
            }
        }
    }

    /// Follows the wake-ups at the site; true when the creator was seen to serve it from a call that still goes on.
    private boolean contacts(OpenWait w) {
        if (w.site() < 0) {
            return false;
        }
        int g = w.goroutine();
        boolean byCreator = false;
        IntList all = wakes.at(w.site());
        for (int i = 0; i < all.size(); i++) {
            int wake = all.getInt(i);
            int target = wakes.target(wake);
            if (target == g) {
                served.addTo(g, 1);
            }
            if (target == g || peers(target, g)) {
                byCreator |= contact(w, wake);
            }
        }
        return byCreator;
    }

    private boolean peers(int a, int b) {
        return goroutines.group(a) == goroutines.group(b) || goroutines.bornBefore(a) || goroutines.bornBefore(b);
    }

    private boolean contact(OpenWait w, int wake) {
        int g = w.goroutine();
        int by = wakes.waker(wake);
        int target = wakes.target(wake);
        if (by == Wakes.RUNTIME) {
            if (w.object() == WaitObject.SELECT || w.object() == WaitObject.RECEIVE) {
                living.set(g);
            }
            return false;
        }
        if (by == goroutines.creator(target)) {
            return byCreator(w, wake);
        }
        boolean kin = families.descends(by, target) || families.siblings(by, target);
        if (!kin) {
            byStranger(g, wake);
        } else if (target == g) {
            graph.dependsOn(g, by);
        }
        return false;
    }

    /// The creator of the woken one woke it: says something of `g` only when that is its creator, too.
    private boolean byCreator(OpenWait w, int wake) {
        int g = w.goroutine();
        int by = wakes.waker(wake);
        if (by != goroutines.creator(g)) {
            return false;
        }
        int height = activations.shared(goroutines.creationStack(g), wakes.stack(wake));
        boolean goesOn = height > 0
                && activations.of(by, wakes.stack(wake), height, wakes.end(wake)) == Fate.LIVE;
        if (goesOn) {
            graph.dependsOn(g, by);
        }
        return goesOn;
    }

    private void byStranger(int g, int wake) {
        int by = wakes.waker(wake);
        if (!goroutines.ended(by)) {
            int depth = stacks.depth(wakes.stack(wake));
            if (activations.of(by, wakes.stack(wake), depth, wakes.end(wake)) != Fate.OVER) {
                graph.dependsOn(g, by);
            }
            return;
        }
        // it is gone, but whoever made it will make more of its kind
        if (goroutines.creator(by) >= 0 && activations.ofCreation(by) != Fate.OVER) {
            graph.dependsOn(g, goroutines.creator(by));
        } else if (goroutines.bornBefore(by)) {
            living.set(g);
        }
    }

    private void creator(OpenWait w, boolean kept) {
        int g = w.goroutine();
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
        boolean deals = wakes.dealsWithChildren(creator) || crowds.get(crowd(w)) >= 3;
        return switch (w.object()) {
            case MUTEX -> kept;
            case RECEIVE, UNKNOWN, OUTSIDE -> true;
            case WAIT_GROUP -> !workersGone(w.goroutine()) && (deals || !lonely(creator));
            case SELECT, SEND, CONDITION -> deals || !lonely(creator);
            case NEVER -> false;
        };
    }

    /// Whether the same call started other goroutines, too, and all of them have ended.
    private boolean workersGone(int g) {
        boolean any = false;
        for (int sibling : families.children(goroutines.creator(g))) {
            if (sibling != g && families.callOfCreation(sibling) == families.callOfCreation(g)) {
                if (!goroutines.ended(sibling)) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /// Whether nothing else of the program lives but this goroutine and such as only take traces and profiles.
    private boolean lonely(int goroutine) {
        for (int g = living.nextSetBit(0); g >= 0; g = living.nextSetBit(g + 1)) {
            if (g != goroutine && !observers.contains(g)) {
                return false;
            }
        }
        return true;
    }

    /// A constructor has returned what it made; somebody may use it later. But where it was already used within the call,
    /// and by nobody else, or where call after call leaves a goroutine behind, it was only for that call.
    private boolean holdsAfterReturn(OpenWait w) {
        return switch (w.object()) {
            case MUTEX, SEND, CONDITION, WAIT_GROUP, NEVER -> false;
            case RECEIVE, SELECT, UNKNOWN, OUTSIDE ->
                served.get(w.goroutine()) == 0 && !facts.repeats().leavesBehind(w);
        };
    }

    /// Whether it waits in the very call in which it created goroutines: for them, unless others woke it there, too.
    private boolean awaitsChildren(OpenWait w) {
        int g = w.goroutine();
        IntList children = families.children(g);
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

    private boolean onlyChildrenWoke(int g, int site) {
        IntList all = wakes.at(site);
        for (int i = 0; i < all.size(); i++) {
            int wake = all.getInt(i);
            if (wakes.target(wake) == g && (wakes.waker(wake) < 0 || !families.descends(wakes.waker(wake), g))) {
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
