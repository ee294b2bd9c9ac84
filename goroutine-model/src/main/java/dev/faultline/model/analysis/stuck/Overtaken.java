package dev.faultline.model.analysis.stuck;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.code.WaitObject;
import dev.faultline.model.analysis.life.Families;
import dev.faultline.model.analysis.stuck.StuckWaits.Grade;
import dev.faultline.model.analysis.stuck.StuckWaits.Ground;
import dev.faultline.model.analysis.stuck.StuckWaits.Stuck;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.analysis.wait.Activations.Fate;
import dev.faultline.model.analysis.wait.OpenWait;
import dev.faultline.model.known.KnownFrame;
import dev.faultline.model.known.KnownFrame.Meaning;
import dev.faultline.trace.column.Sorted;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Goroutines that younger ones of the same kind have overtaken: those were made after they began to wait, by the same
/// `go` statement in the same chain of calls, and have come and gone since. Had both waited at the same channel, the
/// older would have been served first, for channels are queues; where each has its own, whoever serves them has gone on.
/// Of mutexes it shows only that there are several, of which one is held for long.
/// A standstill of the one who serves them all proves nothing: then nobody is overtaken.
final class Overtaken {
    /// So many must have overtaken a goroutine.
    private static final int OVERTAKERS = 3;
    /// Ended peers that are needed to know how long such a goroutine goroutines.
    private static final int ENDED_PEERS = 10;
    /// The same for goroutines of one creator that all have to hand over something.
    private static final int ENDED_SENDERS = 5;
    /// Share of the younger ones that must have ended: where many stay, to stay is in character.
    private static final double ENDED_SHARE = 0.6;
    /// A wait is out of character from so many times the longest life of an ended peer on.
    private static final int TIMES_LONGEST_LIFE = 3;

    private final StuckInput input;
    private final Goroutines goroutines;
    private final Families families;
    private final BitSet living;
    private final Holders holders;
    private final Int2ObjectOpenHashMap<Long2IntOpenHashMap> made = new Int2ObjectOpenHashMap<>();

    /// Peers of a kind that were born in the trace, in the order of their birth.
    private static final class Kind {
        final List<OpenWait> waits = new ArrayList<>();
        final LongArrayList births = new LongArrayList();
        final LongArrayList birthsOfEnded = new LongArrayList();
        long longestLife;
    }

    /// @param living goroutines that run, can run, sleep or wait for the outside
    Overtaken(StuckInput input, BitSet living, Holders holders) {
        this.input = input;
        this.goroutines = input.model().goroutines();
        this.families = input.families();
        this.living = living;
        this.holders = holders;
    }

    /// Those of the given waits, all of goroutines of one group.
    void among(List<OpenWait> waits, IntList members, List<Stuck> found) {
        Long2ObjectLinkedOpenHashMap<Kind> kinds = new Long2ObjectLinkedOpenHashMap<>();
        for (OpenWait w : waits) {
            long key = families.kind(w.goroutine());
            kinds.computeIfAbsent(w.object() == WaitObject.SEND ? ofCreator(key, w.goroutine()) : key,
                    k -> new Kind()).waits.add(w);
        }
        for (int m : members) {
            if (!goroutines.bornBefore(m)) {
                long key = families.kind(m);
                count(kinds.get(key), m);
                count(kinds.get(ofCreator(key, m)), m);
            }
        }
        kinds.values().forEach(kind -> judge(kind, found));
    }

    /// A sender has its creator or the creator's partner to wait for.
    private long ofCreator(long kind, int g) {
        return kind * 31 + goroutines.creator(g) + 1;
    }

    private void count(Kind kind, int g) {
        if (kind != null) {
            kind.births.add(goroutines.bornNs(g));
            if (goroutines.ended(g)) {
                kind.birthsOfEnded.add(goroutines.bornNs(g));
                kind.longestLife = Math.max(kind.longestLife, goroutines.lifeNs(g));
            }
        }
    }

    private void judge(Kind kind, List<Stuck> found) {
        kind.births.sort(null);
        kind.birthsOfEnded.sort(null);
        BitSet sites = new BitSet();
        kind.waits.stream().filter(w -> overtaken(kind, w)).forEach(w -> sites.set(w.site()));
        for (OpenWait w : kind.waits) {
            if (sites.get(w.site()) && outOfCharacter(kind, w) && passedBy(kind, w)) {
                Grade grade = w.object() == WaitObject.MUTEX ? Grade.POSSIBLE : Grade.LIKELY;
                found.add(new Stuck(w, grade, Ground.OVERTAKEN, 0));
            }
        }
    }

    private boolean overtaken(Kind kind, OpenWait w) {
        boolean send = w.object() == WaitObject.SEND;
        int ended = kind.birthsOfEnded.size();
        if (!outOfCharacter(kind, w) || ended < (send ? ENDED_SENDERS : ENDED_PEERS)) {
            return false;
        }
        int overtakers = after(kind.birthsOfEnded, w.sinceNs());
        return overtakers >= OVERTAKERS
                && (send || overtakers >= after(kind.births, w.sinceNs()) * ENDED_SHARE);
    }

    /// Of a kind that leaks, one overtaker is enough; none is needed for a sender, since who should take from it is gone.
    private static boolean passedBy(Kind kind, OpenWait w) {
        return w.object() == WaitObject.SEND || after(kind.birthsOfEnded, w.sinceNs()) > 0;
    }

    private boolean outOfCharacter(Kind kind, OpenWait w) {
        return w.ageNs() >= kind.longestLife * TIMES_LONGEST_LIFE && w.ageNs() > longestWait(w) && !ownCreator(w, kind)
                && !families.livingTwin(w.goroutine(), living) && !peerAnswers(w)
                && !held(w);
    }

    private boolean held(OpenWait w) {
        int holder = holders.of(w.goroutine());
        return holder >= 0 && living.get(holder);
    }

    /// Whether it waits in a library for a peer elsewhere: of that one's haste nothing is known.
    private boolean peerAnswers(OpenWait w) {
        KnownFrame known = input.knownPlaces().of(w.stack());
        return known != null && (known.meaning() == Meaning.REPLY || known.meaning() == Meaning.KEEP_ALIVE);
    }

    private long longestWait(OpenWait w) {
        SiteWait site = input.timing().waitsAt(w.site());
        return site == null ? 0 : site.longest().all().stream().mapToLong(s -> s.toNs() - s.fromNs()).max().orElse(0);
    }

    private static int after(LongArrayList sorted, long ns) {
        return sorted.size() - Sorted.first(0, sorted.size(), i -> sorted.getLong(i) >= ns);
    }

    /// Whether its creator made it alone of its kind and is still in the call that made it: that call is just as long.
    private boolean ownCreator(OpenWait w, Kind kind) {
        if (w.object() == WaitObject.SEND || input.activations().ofCreation(w.goroutine()) != Fate.LIVE) {
            return false;
        }
        int creator = goroutines.creator(w.goroutine());
        int made = made(creator).get(families.kind(w.goroutine()));
        return made < kind.births.size() / 2;
    }

    /// How many goroutines one made, by their kind.
    private Long2IntOpenHashMap made(int creator) {
        return made.computeIfAbsent(creator, key -> {
            Long2IntOpenHashMap counts = new Long2IntOpenHashMap();
            goroutines.children(creator).forEach(child -> counts.addTo(families.kind(child), 1));
            return counts;
        });
    }
}
