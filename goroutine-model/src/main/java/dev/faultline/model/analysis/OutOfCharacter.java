package dev.faultline.model.analysis;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Activations.Fate;
import dev.faultline.model.analysis.StuckWaits.Grade;
import dev.faultline.model.analysis.StuckWaits.Ground;
import dev.faultline.model.analysis.StuckWaits.Stuck;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Goroutines that somebody could still wake, but whose kind shows that nobody will: their peers all ended long ago, or
/// none was ever served while they became ever more.
final class OutOfCharacter {
    /// Ended peers that are needed to know how long such a goroutine lives.
    private static final int ENDED_PEERS = 10;
    /// Share of the peers that must have ended.
    private static final double ENDED_SHARE = 0.6;
    /// A wait is out of character from so many times the longest life of an ended peer on.
    private static final int TIMES_LONGEST_LIFE = 3;
    /// Goroutines, none of them ever served, that make a pattern.
    private static final int NEVER_SERVED = 10;
    private static final int WINDOWS = 4;
    private static final long SAME_MOMENT_NS = 1_000_000;

    private final Facts facts;
    private final Goroutines goroutines;
    private final Lives lives;
    private final BitSet living;

    /// @param living goroutines that run, can run, sleep or wait for the outside
    OutOfCharacter(Facts facts, BitSet living) {
        this.facts = facts;
        this.goroutines = facts.model().goroutines();
        this.lives = facts.lives();
        this.living = living;
    }

    /// Those of the given waits, by group of their goroutines.
    List<Stuck> among(List<OpenWait> waits) {
        Int2ObjectOpenHashMap<List<OpenWait>> byGroup = new Int2ObjectOpenHashMap<>();
        for (OpenWait w : waits) {
            if (!goroutines.bornBefore(w.goroutine()) && w.site() >= 0) {
                byGroup.computeIfAbsent(goroutines.group(w.goroutine()), key -> new ArrayList<>()).add(w);
            }
        }
        List<Stuck> found = new ArrayList<>();
        for (Int2ObjectMap.Entry<List<OpenWait>> entry : byGroup.int2ObjectEntrySet()) {
            IntList members = facts.model().groups().get(entry.getIntKey()).members();
            if (neverServed(entry.getValue(), members)) {
                entry.getValue().forEach(w -> found.add(new Stuck(w, Grade.LIKELY, Ground.NEVER_SERVED, 0)));
            } else {
                outliveAll(entry.getValue(), members, found);
            }
        }
        return found;
    }

    /// All of the group wait at the same site, nobody was ever woken there, and they were born all through the trace.
    private boolean neverServed(List<OpenWait> waits, IntList members) {
        if (waits.size() < NEVER_SERVED || waits.size() < members.size() * 0.95) {
            return false;
        }
        BitSet windows = new BitSet();
        for (OpenWait w : waits) {
            boolean owed = w.object() == WaitObject.SEND || w.object() == WaitObject.WAIT_GROUP
                    || w.object() == WaitObject.MUTEX;
            if (!owed || served(w.site())) {
                return false;
            }
            long born = lives.bornNs(w.goroutine());
            windows.set((int) Math.min(WINDOWS - 1, born * WINDOWS / Math.max(1, facts.model().durationNs())));
        }
        return windows.cardinality() == WINDOWS;
    }

    private boolean served(int site) {
        SiteWait at = facts.sweep().waitsAt(site);
        return at != null && at.wakes().total() > 0;
    }

    private void outliveAll(List<OpenWait> waits, IntList members, List<Stuck> found) {
        int ended = 0;
        long longest = 0;
        for (int m : members) {
            if (goroutines.ended(m)) {
                ended++;
                longest = Math.max(longest, lives.endNs(m) - lives.bornNs(m));
            }
        }
        if (ended < ENDED_PEERS || ended < members.size() * ENDED_SHARE) {
            return;
        }
        for (OpenWait w : waits) {
            if (w.ageNs() >= longest * TIMES_LONGEST_LIFE && !ownCreator(w, members) && !livingTwin(w)) {
                found.add(new Stuck(w, Grade.LIKELY, Ground.OUT_OF_CHARACTER, 0));
            }
        }
    }

    /// Whether its creator made few of the group and is still in the call that made it: that call is just as long.
    private boolean ownCreator(OpenWait w, IntList members) {
        int creator = lives.creator(w.goroutine());
        if (facts.activations().ofCreation(w.goroutine()) != Fate.LIVE) {
            return false;
        }
        int made = 0;
        for (int m : members) {
            made += lives.creator(m) == creator ? 1 : 0;
        }
        return made < members.size() / 2;
    }

    /// Whether a goroutine of another kind, started in the same moment by the same creator, lives: the two serve the same
    /// connection or session, and it goes on.
    private boolean livingTwin(OpenWait w) {
        int g = w.goroutine();
        long born = lives.bornNs(g);
        for (int sibling : lives.children(lives.creator(g))) {
            if (living.get(sibling) && goroutines.group(sibling) != goroutines.group(g)
                    && Math.abs(lives.bornNs(sibling) - born) < SAME_MOMENT_NS) {
                return true;
            }
        }
        return false;
    }
}
