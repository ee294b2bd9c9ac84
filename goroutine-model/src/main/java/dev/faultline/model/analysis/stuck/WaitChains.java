package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.stuck.StuckWaits.Ground;
import dev.faultline.model.analysis.stuck.StuckWaits.Stuck;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.timing.WakeLog;
import dev.faultline.model.analysis.wait.Activations.Fate;
import dev.faultline.model.analysis.wait.OpenWait;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Which stuck goroutines wait for which others: one that served them last, or that they wait for by what they call, and
/// that is stuck itself. Kinship alone says nothing here, for a call may start goroutines that leak for reasons of their own.
final class WaitChains {
    private final StuckInput input;
    private final Goroutines goroutines;
    private final Elders elders;
    private final List<Stuck> all;
    private final BitSet stuck = new BitSet();
    private final BitSet awaitChildren = new BitSet();
    private final Int2IntOpenHashMap siteOf = new Int2IntOpenHashMap();
    /// By site, who served each goroutine there last.
    private final Int2ObjectOpenHashMap<Int2IntOpenHashMap> lastBySite = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<Boolean> bySiblings = new Int2ObjectOpenHashMap<>();

    WaitChains(StuckInput input, Elders elders, List<Stuck> all) {
        this.input = input;
        this.goroutines = input.model().goroutines();
        this.elders = elders;
        this.all = all;
        for (Stuck s : all) {
            int g = s.open().goroutine();
            stuck.set(g);
            siteOf.put(g, s.open().site());
            awaitChildren.set(g, s.ground() == Ground.CHILDREN_GONE);
        }
    }

    /// By goroutine, those it waits for; nothing for those that wait for nobody who is stuck.
    Int2ObjectOpenHashMap<IntList> find() {
        Int2ObjectOpenHashMap<IntList> chains = new Int2ObjectOpenHashMap<>();
        for (Stuck s : all) {
            IntArrayList on = new IntArrayList();
            if (s.ground() != Ground.NEVER && s.open().object() != WaitObject.MUTEX) {
                look(s, on);
            }
            if (!on.isEmpty()) {
                chains.put(s.open().goroutine(), on);
            }
        }
        return chains;
    }

    private void look(Stuck s, IntArrayList on) {
        OpenWait w = s.open();
        int g = w.goroutine();
        if (s.ground() == Ground.CHILDREN_GONE) {
            leftBy(goroutines.children(g), g, on);
        } else {
            add(g, last(w.site()).getOrDefault(g, -1), on);
        }
        if (on.isEmpty() && w.object() == WaitObject.WAIT_GROUP) {
            leftBy(startedHere(w), g, on);
        }
        if (on.isEmpty() && elders.knows(w)) {
            elders.of(w).forEach(elder -> add(g, elder, on));
        }
        if (on.isEmpty() && goroutines.creator(g) >= 0) {
            fromTheSameCall(w, on);
        }
        if (on.isEmpty() && goroutines.creator(g) >= 0 && siblingsEnd(w.site())) {
            siblings(w, on);
        }
    }

    private void add(int g, int other, IntArrayList on) {
        if (other >= 0 && other != g && stuck.get(other)) {
            on.add(other);
        }
    }

    /// Some of its children, and what those left behind that have exited.
    private void leftBy(IntList children, int g, IntArrayList on) {
        IntArrayList queue = new IntArrayList(children);
        BitSet seen = new BitSet();
        while (!queue.isEmpty()) {
            int child = queue.popInt();
            add(g, child, on);
            if (goroutines.ended(child) && !seen.get(child)) {
                seen.set(child);
                queue.addAll(goroutines.children(child));
            }
        }
    }

    /// The children that it started in the call in which it waits, or in what that one called.
    private IntList startedHere(OpenWait w) {
        int depth = input.model().trace().stacks().depth(w.stack()) - input.code().ownDepth(w.stack());
        IntArrayList started = new IntArrayList(goroutines.children(w.goroutine()));
        started.removeIf(child -> input.activations().shared(goroutines.creationStack(child), w.stack()) < depth);
        return started;
    }

    /// Whether such waits are ended by goroutines that the same call started.
    private boolean siblingsEnd(int site) {
        return bySiblings.computeIfAbsent(site, key -> {
            SiteWait at = key < 0 ? null : input.timing().waitsAt(key);
            WakeLog wakes = at == null ? new WakeLog() : at.wakes();
            int known = 0;
            int siblings = 0;
            for (int i = 0; i < wakes.size(); i++) {
                boolean tells = wakes.waker(i) >= 0 && goroutines.creator(wakes.target(i)) >= 0;
                known += tells ? 1 : 0;
                siblings += tells && input.families().siblings(wakes.waker(i), wakes.target(i)) ? 1 : 0;
            }
            return known >= Relations.ENDED_WAITS && siblings == known;
        });
    }

    private void siblings(OpenWait w, IntArrayList on) {
        for (int sibling : goroutines.children(goroutines.creator(w.goroutine()))) {
            if (stuck.get(sibling) && siteOf.get(sibling) != w.site()
                    && input.families().siblings(w.goroutine(), sibling)) {
                on.add(sibling);
            }
        }
    }

    /// A WaitGroup waits for others that the same call started. Whoever was served by nobody yet can only wait for the call
    /// that started it, where that goes on and does not wait for its children.
    private void fromTheSameCall(OpenWait w, IntArrayList on) {
        int g = w.goroutine();
        int creator = goroutines.creator(g);
        if (w.object() == WaitObject.WAIT_GROUP) {
            siblings(w, on);
        } else if (!awaitChildren.get(creator) && !last(w.site()).containsKey(g)
                && input.activations().ofCreation(g) == Fate.LIVE) {
            add(g, creator, on);
        }
    }

    private Int2IntOpenHashMap last(int site) {
        return lastBySite.computeIfAbsent(site, this::findLast);
    }

    private Int2IntOpenHashMap findLast(int site) {
        Int2IntOpenHashMap last = new Int2IntOpenHashMap();
        List<WakeLog> logs = new ArrayList<>();
        SiteWait at = site < 0 ? null : input.timing().waitsAt(site);
        if (at != null) {
            logs.add(at.wakes());
        }
        logs.add(input.contacts().exchanges().at(site));
        Int2ObjectOpenHashMap<Long> when = new Int2ObjectOpenHashMap<>();
        for (WakeLog log : logs) {
            for (int i = 0; i < log.size(); i++) {
                Long known = when.get(log.target(i));
                if (known == null || known <= log.endNs(i)) {
                    when.put(log.target(i), (Long) log.endNs(i));
                    last.put(log.target(i), log.waker(i));
                }
            }
        }
        return last;
    }
}
