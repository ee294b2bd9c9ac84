package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.stuck.Relations.Learned;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntIterable;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;

/// Relatives of goroutines that are older than the trace. Who made those is unknown; but where only relatives of a certain
/// kind end such waits, theirs must be older than the trace, too: a goroutine that has stood in the function that starts
/// such waiters all through the trace, or one with the entry function of their creators, children or twins.
final class Elders {
    private final StuckInput input;
    private final Goroutines goroutines;
    private final Stacks stacks;
    private final Relations relations;
    /// Those older than the trace that still exist, by the id of their entry function's name.
    private final Int2ObjectOpenHashMap<IntArrayList> byName = new Int2ObjectOpenHashMap<>();
    /// The same by each function that stands on their stack at the end.
    private final Int2ObjectOpenHashMap<IntArrayList> inside = new Int2ObjectOpenHashMap<>();
    /// Those of which neither name nor place is known.
    private final IntArrayList unknown = new IntArrayList();
    private final Int2ObjectOpenHashMap<IntList> bySite = new Int2ObjectOpenHashMap<>();

    Elders(StuckInput input, Relations relations) {
        this.input = input;
        this.relations = relations;
        goroutines = input.model().goroutines();
        stacks = input.model().trace().stacks();
        for (int g = 0; g < goroutines.count(); g++) {
            if (goroutines.bornBefore(g) && input.timing().exists(g) && !goroutines.ended(g)
                    && !goroutines.system(g)) {
                note(g);
            }
        }
    }

    private void note(int g) {
        if (goroutines.nameId(g) == 0) {
            unknown.add(g);
            return;
        }
        byName.computeIfAbsent(goroutines.nameId(g), key -> new IntArrayList()).add(g);
        int stack = input.timing().stack(g);
        IntSet functions = new IntOpenHashSet();
        for (int d = 0; d < stacks.depth(stack); d++) {
            functions.add(stacks.function(stacks.frameId(stack, d)));
        }
        functions.forEach(f -> inside.computeIfAbsent(f, key -> new IntArrayList()).add(g));
    }

    /// Whether the relatives of a waiter are known although the trace does not show who made it.
    boolean knows(OpenWait w) {
        return goroutines.bornBefore(w.goroutine()) && w.site() >= 0 && w.object() != WaitObject.MUTEX
                && familyOnly(w.site());
    }

    boolean familyOnly(int site) {
        return relations.at(site).familyOnly();
    }

    /// Who of them is left, dead or alive: those who ended its waits at this place before, or else whoever may be one.
    IntList of(OpenWait w) {
        IntList own = relations.wakersOf(w);
        return !own.isEmpty() ? own : bySite.computeIfAbsent(w.site(), this::at);
    }

    private IntList at(int site) {
        Learned learned = relations.at(site);
        IntSet some = new IntOpenHashSet(unknown);
        learned.makers.forEach(function -> inside.getOrDefault(function, new IntArrayList(0)).forEach(g -> {
            if (allThrough(g, function)) {
                some.add(g);
            }
        }));
        add(learned.creators, some);
        add(learned.kin, some);
        return new IntArrayList(some);
    }

    private void add(IntIterable names, IntSet to) {
        names.forEach(name -> to.addAll(byName.getOrDefault(name, new IntArrayList(0))));
    }

    /// Whether every stack that a goroutine showed has a function.
    private boolean allThrough(int g, int function) {
        return input.contacts().shown(g).intStream().allMatch(stack -> holds(stack, function));
    }

    private boolean holds(int stack, int function) {
        for (int d = 0; d < stacks.depth(stack); d++) {
            if (stacks.function(stacks.frameId(stack, d)) == function) {
                return true;
            }
        }
        return false;
    }
}
