package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.life.Families;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.analysis.wait.Activations;
import dev.faultline.model.analysis.wait.Activations.Fate;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.HashMap;
import java.util.Map;

/// What the wake-ups at one site say of those who wait there: who may end these waits, too, since they ended those of
/// their peers. Most of it is the same for all peers and is found once, so that thousands that wait at a site need not
/// each look at the thousands of wake-ups.
final class Services {
    /// What wake-ups by others than the creator say of the goroutines of a group.
    ///
    /// @param node lives if one of those does who may serve them
    /// @param live whether somebody outside serves them
    /// @param equals whether their own kind serves them
    private record Common(int node, boolean live, boolean equals) {}

    private record Peers(int group, boolean outside, boolean mutex) {}

    /// What wake-ups by their creator say of goroutines of one creation.
    ///
    /// @param within whether one was woken by the very call that created it
    /// @param serves whether a call that still goes on served one
    private record ByCreator(boolean within, boolean serves) {}

    private record Creation(int creator, int stack, int group) {}

    /// What is the same for goroutines older than the trace, which may be of any group.
    private static final int ANY_GROUP = -1;
    private static final IntList NONE = new IntArrayList(0);

    private final WakeLog wakes;
    private final boolean familyOnly;
    private final LifeGraph graph;
    private final Goroutines goroutines;
    private final Families families;
    private final Activations activations;
    private final Stacks stacks;
    // numbers of wake-ups
    private final Int2ObjectOpenHashMap<IntArrayList> byTarget = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<IntArrayList> byCreator = new Int2ObjectOpenHashMap<>();
    private final Map<Peers, Common> commons = new HashMap<>();
    private final Map<Creation, ByCreator> creations = new HashMap<>();

    /// @param familyOnly whether only relatives end waits at the site, as those show whose origin is known
    Services(StuckInput input, LifeGraph graph, WakeLog wakes, boolean familyOnly) {
        this.wakes = wakes;
        this.familyOnly = familyOnly;
        this.graph = graph;
        goroutines = input.model().goroutines();
        families = input.families();
        activations = input.activations();
        stacks = input.model().trace().stacks();
        for (int i = 0; i < wakes.size(); i++) {
            byTarget.computeIfAbsent(wakes.target(i), key -> new IntArrayList(2)).add(i);
            if (byItsCreator(i)) {
                byCreator.computeIfAbsent(wakes.waker(i), key -> new IntArrayList(2)).add(i);
            }
        }
    }

    private boolean byItsCreator(int i) {
        return wakes.waker(i) != WakeLog.RUNTIME && wakes.waker(i) == goroutines.creator(wakes.target(i));
    }

    /// The wake-ups of a goroutine, by number.
    private IntList of(int goroutine) {
        IntArrayList own = byTarget.get(goroutine);
        return own == null ? NONE : own;
    }

    /// How often a goroutine was woken.
    int count(int goroutine) {
        return of(goroutine).size();
    }

    /// Whether only its children and their children woke a goroutine.
    boolean onlyDescendantsWoke(int goroutine) {
        return of(goroutine).intStream()
                .allMatch(i -> wakes.waker(i) >= 0 && families.descends(wakes.waker(i), goroutine));
    }

    /// What the wake-ups say of a wait.
    ///
    /// @param live whether somebody outside serves such waits
    /// @param equals whether goroutines of its own kind do
    /// @param byCreator whether its creator was seen to serve it, or its peers, from a call that still goes on
    record Verdict(boolean live, boolean equals, boolean byCreator) {}

    /// Tells the graph who may end a wait.
    Verdict judge(OpenWait w) {
        int g = w.goroutine();
        int group = goroutines.bornBefore(g) ? ANY_GROUP : goroutines.group(g);
        boolean outside = w.object() == WaitObject.SELECT || w.object() == WaitObject.RECEIVE;
        Common common = commons.computeIfAbsent(new Peers(group, outside, w.object() == WaitObject.MUTEX),
                this::common);
        graph.dependsOn(g, common.node);
        for (int i : of(g)) {
            if (wakes.waker(i) != WakeLog.RUNTIME && !byItsCreator(i) && kin(i)) {
                graph.dependsOn(g, wakes.waker(i));
            }
        }
        return new Verdict(common.live, common.equals, byCreator(g, group));
    }

    private boolean peer(int i, int group) {
        int target = wakes.target(i);
        return group == ANY_GROUP || goroutines.group(target) == group || goroutines.bornBefore(target);
    }

    private boolean kin(int i) {
        int by = wakes.waker(i);
        return families.descends(by, wakes.target(i)) || families.siblings(by, wakes.target(i));
    }

    private Common common(Peers peers) {
        int node = graph.newGroup();
        boolean live = false;
        boolean equals = false;
        for (int i = 0; i < wakes.size(); i++) {
            boolean unknown = familyOnly && goroutines.creator(wakes.target(i)) < 0;
            if (!peer(i, peers.group) || byItsCreator(i) || unknown) {
                continue;
            }
            int by = wakes.waker(i);
            if (by == WakeLog.RUNTIME) {
                live |= peers.outside;
            } else if (!kin(i)) {
                live |= byStranger(node, i);
            } else {
                equals |= goroutines.group(by) == goroutines.group(wakes.target(i)) && !peers.mutex;
            }
        }
        return new Common(node, live, equals);
    }

    /// Somebody outside the family woke one; true when nothing is known of where such come from.
    private boolean byStranger(int node, int i) {
        int by = wakes.waker(i);
        if (!goroutines.ended(by)) {
            int depth = stacks.depth(wakes.stack(i));
            if (activations.of(by, wakes.stack(i), depth, wakes.endNs(i)) != Fate.OVER) {
                graph.dependsOn(node, by);
            }
            return false;
        }
        // it is gone, but whoever made it will make more of its kind
        if (goroutines.creator(by) >= 0 && activations.ofCreation(by) != Fate.OVER) {
            graph.dependsOn(node, goroutines.creator(by));
            return false;
        }
        return goroutines.bornBefore(by);
    }

    /// The creator of the woken one woke it: says something of `g` only when that is its creator, too. Within the call that
    /// made the woken one it needed no channel from elsewhere; then what counts for `g` is the call that made `g`.
    private boolean byCreator(int g, int group) {
        int creator = goroutines.creator(g);
        if (!byCreator.containsKey(creator)) {
            return false;
        }
        ByCreator said = creations.computeIfAbsent(new Creation(creator, goroutines.creationStack(g), group),
                this::byCreator);
        boolean serves = said.serves || said.within && activations.ofCreation(g) == Fate.LIVE;
        if (serves) {
            graph.dependsOn(g, creator);
        }
        return serves;
    }

    private ByCreator byCreator(Creation creation) {
        boolean within = false;
        boolean serves = false;
        for (int i : byCreator.get(creation.creator)) {
            if (!peer(i, creation.group)) {
                continue;
            }
            int stack = wakes.stack(i);
            int own = goroutines.creationStack(wakes.target(i));
            if (activations.shared(own, stack) >= stacks.depth(own)) {
                within = true;
            } else if (!serves) {
                int height = activations.shared(creation.stack, stack);
                serves = height > 0
                        && activations.of(creation.creator, stack, height, wakes.endNs(i)) == Fate.LIVE;
            }
        }
        return new ByCreator(within, serves);
    }
}
