package dev.faultline.model.analysis;

import dev.faultline.model.Goroutines;
import dev.faultline.trace.event.EventCursor;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;

/// Birth, creator and end of every goroutine, as columns, and who are whose children.
public final class Lives {
    private final Goroutines goroutines;
    private final long[] born;
    private final long[] ended;
    private final int[] creator;
    private final int[] creationStack;
    private int[] firstChild = {};
    private int[] children = {};

    Lives(Goroutines goroutines, long durationNs) {
        this.goroutines = goroutines;
        int n = goroutines.count();
        born = new long[n];
        ended = new long[n];
        creator = new int[n];
        creationStack = new int[n];
        Arrays.fill(ended, durationNs);
        Arrays.fill(creator, -1);
    }

    void create(EventCursor e, long now) {
        int g = e.subject();
        born[g] = now;
        creator[g] = e.goroutine();
        creationStack[g] = e.stack();
    }

    void end(int g, long now) {
        ended[g] = now;
    }

    void close() {
        int n = born.length;
        firstChild = new int[n + 1];
        for (int g = 0; g < n; g++) {
            if (creator[g] >= 0) {
                firstChild[creator[g] + 1]++;
            }
        }
        for (int g = 0; g < n; g++) {
            firstChild[g + 1] += firstChild[g];
        }
        children = new int[firstChild[n]];
        int[] next = firstChild.clone();
        for (int g = 0; g < n; g++) {
            if (creator[g] >= 0) {
                children[next[creator[g]]++] = g;
            }
        }
    }

    public int count() {
        return born.length;
    }

    /// Time of birth, 0 when before the trace.
    public long bornNs(int g) {
        return born[g];
    }

    /// Time of its end, the trace's end when it lives on.
    public long endNs(int g) {
        return ended[g];
    }

    /// Whether it is gone at the end of the trace.
    public boolean ended(int g) {
        return goroutines.ended(g);
    }

    public long lifeNs(int g) {
        return ended[g] - born[g];
    }

    /// Index of who created it, -1 when unknown.
    public int creator(int g) {
        return creator[g];
    }

    /// Stack of the `go` statement, 0 when unknown.
    public int creationStack(int g) {
        return creationStack[g];
    }

    /// Goroutines that one created, by index.
    public IntList children(int parent) {
        return IntArrayList.wrap(children).subList(firstChild[parent], firstChild[parent + 1]);
    }

    /// Whether one goroutine created the other, directly or through others, or is the same.
    public boolean descends(int descendant, int ancestor) {
        IntOpenHashSet seen = new IntOpenHashSet();
        for (int g = descendant; g >= 0 && seen.add(g); g = creator[g]) {
            if (g == ancestor) {
                return true;
            }
        }
        return false;
    }
}
