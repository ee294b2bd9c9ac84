package dev.faultline.model.judge;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.stuck.StuckWaits.Stuck;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.BitSet;
import java.util.List;

/// Which findings about stuck goroutines are consequences of which others.
final class CauseGraph {
    /// Share of the goroutines of a finding that wait for those of another one, of all that wait for somebody known.
    private static final double SHARE = 0.5;

    private final Facts facts;
    private final List<Finding> findings;
    private final List<IntList> members;
    private final BitSet[] in;
    /// By finding, all others that it follows from.
    private final BitSet[] from;
    private final long[] since;

    /// @param members goroutines of each finding, by index
    CauseGraph(Facts facts, List<Finding> findings, List<IntList> members) {
        this.facts = facts;
        this.findings = findings;
        this.members = members;
        int n = findings.size();
        in = new BitSet[n];
        from = new BitSet[n];
        since = new long[n];
        Int2LongOpenHashMap begins = new Int2LongOpenHashMap();
        begins.defaultReturnValue(Long.MAX_VALUE);
        for (Stuck s : facts.stuckWaits().all()) {
            begins.put(s.open().goroutine(), s.open().sinceNs());
        }
        for (int i = 0; i < n; i++) {
            in[i] = new BitSet();
            members.get(i).forEach(in[i]::set);
            from[i] = new BitSet();
            since[i] = members.get(i).intStream().mapToLong(begins::get).min().orElse(Long.MAX_VALUE);
        }
        connect();
        close();
    }

    private void connect() {
        for (int i = 0; i < findings.size(); i++) {
            for (int j = 0; j < findings.size(); j++) {
                from[i].set(j, i != j && asSure(i, j) && (partOf(i, j) || !partOf(j, i) && waitsFor(i, j)));
            }
        }
    }

    /// A consequence is not surer than its cause, and keeps its own confidence but below what is certain.
    private boolean asSure(int i, int j) {
        Confidence own = findings.get(i).confidence();
        Confidence other = findings.get(j).confidence();
        return own == other || own == Confidence.LIKELY && other == Confidence.CERTAIN;
    }

    /// Whether some of its goroutines are told as members of a deadlock.
    private boolean partOf(int i, int j) {
        return findings.get(j).id().equals("deadlock") && !findings.get(i).id().equals("deadlock")
                && in[i].intersects(in[j]);
    }

    private boolean waitsFor(int i, int j) {
        int known = 0;
        int there = 0;
        for (int g : members.get(i)) {
            IntList on = facts.stuckWaits().waitsFor(g);
            known += on.isEmpty() ? 0 : 1;
            there += on.intStream().anyMatch(in[j]::get) ? 1 : 0;
        }
        return there > 0 && there >= known * SHARE;
    }

    private void close() {
        int n = findings.size();
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                if (from[i].get(k)) {
                    from[i].or(from[k]);
                }
            }
        }
    }

    /// By finding, the one that it is listed under: itself where it is a cause. Of some that wait for each other it is the
    /// deadlock, or the one that was stuck first.
    int[] roots() {
        int[] roots = new int[findings.size()];
        for (int i = 0; i < roots.length; i++) {
            int root = -1;
            for (int j = 0; j < roots.length; j++) {
                if ((j == i || from[i].get(j)) && last(j) && (root < 0 || before(j, root))) {
                    root = j;
                }
            }
            roots[i] = root < 0 ? i : root;
        }
        return roots;
    }

    /// Whether all that it follows from follow from it, too.
    private boolean last(int j) {
        return from[j].stream().allMatch(k -> k == j || from[k].get(j));
    }

    private boolean before(int a, int b) {
        boolean deadlock = findings.get(a).id().equals("deadlock");
        return deadlock == findings.get(b).id().equals("deadlock") ? since[a] < since[b] : deadlock;
    }
}
