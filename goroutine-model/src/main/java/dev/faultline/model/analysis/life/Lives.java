package dev.faultline.model.analysis.life;

import dev.faultline.model.Goroutines;
import dev.faultline.trace.column.Ints;
import dev.faultline.trace.column.Longs;
import dev.faultline.trace.column.Slabs;
import dev.faultline.trace.event.EventCursor;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;

/// Birth, creator and end of every goroutine, as columns, and who are whose children.
public final class Lives {
    private final Goroutines goroutines;
    private final Longs born;
    private final Longs ended;
    private final Ints creator;
    private final Ints creationStack;
    private int[] firstChild = {};
    private int[] children = {};

    /// @param room for the columns
    public Lives(Goroutines goroutines, long durationNs, Slabs room) {
        this.goroutines = goroutines;
        int n = goroutines.count();
        born = new Longs(room, n);
        ended = Longs.filled(room, n, durationNs);
        creator = Ints.filled(room, n, -1);
        creationStack = new Ints(room, n);
    }

    /// A goroutine is born.
    public void create(EventCursor e, long now) {
        int g = e.subject();
        born.set(g, now);
        creator.set(g, e.goroutine());
        creationStack.set(g, e.stack());
    }

    /// A goroutine ends.
    public void end(int g, long now) {
        ended.set(g, now);
    }

    /// The last event is over: makes the lists of children.
    public void close() {
        int n = count();
        firstChild = new int[n + 1];
        for (int g = 0; g < n; g++) {
            if (creator.get(g) >= 0) {
                firstChild[creator.get(g) + 1]++;
            }
        }
        for (int g = 0; g < n; g++) {
            firstChild[g + 1] += firstChild[g];
        }
        children = new int[firstChild[n]];
        int[] next = firstChild.clone();
        for (int g = 0; g < n; g++) {
            if (creator.get(g) >= 0) {
                children[next[creator.get(g)]++] = g;
            }
        }
    }

    /// How many goroutines there are.
    public int count() {
        return goroutines.count();
    }

    /// Time of birth, 0 when before the trace.
    public long bornNs(int g) {
        return born.get(g);
    }

    /// Time of its end, the trace's end when it lives on.
    public long endNs(int g) {
        return ended.get(g);
    }

    /// Whether it is gone at the end of the trace.
    public boolean ended(int g) {
        return goroutines.ended(g);
    }

    /// From its birth, or the trace's begin, to its end, or the trace's end; nanoseconds.
    public long lifeNs(int g) {
        return ended.get(g) - born.get(g);
    }

    /// Index of who created it, -1 when unknown.
    public int creator(int g) {
        return creator.get(g);
    }

    /// Stack of the `go` statement, 0 when unknown.
    public int creationStack(int g) {
        return creationStack.get(g);
    }

    /// Goroutines that one created, by index.
    public IntList children(int parent) {
        return IntArrayList.wrap(children).subList(firstChild[parent], firstChild[parent + 1]);
    }

    /// Whether one goroutine created the other, directly or through others, or is the same.
    public boolean descends(int descendant, int ancestor) {
        int anchor = descendant;
        int steps = 0;
        int most = 1;
        for (int g = descendant; g >= 0; g = creator.get(g)) {
            if (g == ancestor) {
                return true;
            }
            if (steps++ == most) {
                anchor = g;
                steps = 1;
                most *= 2;
            } else if (steps > 1 && g == anchor) {
                // a damaged trace may let them create each other in a circle
                return false;
            }
        }
        return false;
    }
}
