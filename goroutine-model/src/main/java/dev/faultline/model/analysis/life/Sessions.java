package dev.faultline.model.analysis.life;

import dev.faultline.model.Goroutines;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;

/// Goroutines that the same calls started side by side, as the loops that read, write and watch a connection.
public final class Sessions {
    /// Share of both kinds that must have a partner in the other.
    private static final double SHARE = 0.8;
    /// One call may have started both kinds by chance.
    private static final int CALLS = 2;
    /// The same for goroutines older than the trace, of which only the numbers tell.
    private static final int OLDER = 3;
    /// A goroutine that the same call started has a number not farther away.
    private static final int NEAR = 8;
    private static final long SAME_MOMENT_NS = 1_000_000;

    private final Goroutines goroutines;
    private final Families families;

    public Sessions(Goroutines goroutines, Families families) {
        this.goroutines = goroutines;
        this.families = families;
    }

    /// Whether the members of two groups were started in pairs, call after call.
    public boolean together(IntList a, IntList b) {
        IntSet inA = new IntOpenHashSet();
        IntSet inB = new IntOpenHashSet();
        int calls = pairs(sorted(a), sorted(b), inA, inB);
        int older = olderPairs(a, b, inA, inB);
        boolean often = calls >= CALLS || older >= OLDER;
        return often && inA.size() >= a.size() * SHARE && inB.size() >= b.size() * SHARE;
    }

    private IntArrayList sorted(IntList some) {
        IntArrayList born = new IntArrayList();
        some.intStream().filter(g -> goroutines.creator(g) >= 0).forEach(born::add);
        born.sort((x, y) -> goroutines.creator(x) != goroutines.creator(y)
                ? Integer.compare(goroutines.creator(x), goroutines.creator(y))
                : Long.compare(goroutines.bornNs(x), goroutines.bornNs(y)));
        return born;
    }

    /// Notes who has a partner, and counts the calls that started them.
    private int pairs(IntArrayList a, IntArrayList b, IntSet inA, IntSet inB) {
        int calls = 0;
        int last = -1;
        int from = 0;
        for (int x : a) {
            while (from < b.size() && before(b.getInt(from), x)) {
                from++;
            }
            for (int i = from; i < b.size() && near(x, b.getInt(i)); i++) {
                int y = b.getInt(i);
                if (families.siblings(x, y) && families.kind(x) != families.kind(y)) {
                    inA.add(x);
                    inB.add(y);
                }
            }
            if (inA.contains(x) && (last < 0 || !near(last, x))) {
                calls++;
                last = x;
            }
        }
        return calls;
    }

    private boolean before(int y, int x) {
        int order = Integer.compare(goroutines.creator(y), goroutines.creator(x));
        return order < 0 || order == 0 && goroutines.bornNs(y) <= goroutines.bornNs(x) - SAME_MOMENT_NS;
    }

    private boolean near(int x, int y) {
        return goroutines.creator(x) == goroutines.creator(y)
                && Math.abs(goroutines.bornNs(x) - goroutines.bornNs(y)) < SAME_MOMENT_NS;
    }

    /// The same for those older than the trace: their numbers lie equally far apart.
    private int olderPairs(IntList a, IntList b, IntSet inA, IntSet inB) {
        int best = 0;
        int most = 0;
        for (int apart = -NEAR; apart <= NEAR; apart++) {
            int count = olderPairs(a, b, apart, new IntOpenHashSet(), new IntOpenHashSet());
            if (count > most) {
                best = apart;
                most = count;
            }
        }
        return most >= OLDER ? olderPairs(a, b, best, inA, inB) : 0;
    }

    private int olderPairs(IntList a, IntList b, int apart, IntSet inA, IntSet inB) {
        IntSet all = new IntOpenHashSet(b);
        int pairs = 0;
        for (int x : a) {
            int y = goroutines.bornBefore(x) ? goroutines.indexOf(goroutines.id(x) + apart) : -1;
            if (y >= 0 && y != x && all.contains(y) && goroutines.bornBefore(y)) {
                inA.add(x);
                inB.add(y);
                pairs++;
            }
        }
        return pairs;
    }
}
