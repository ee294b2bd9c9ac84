package dev.faultline.trace.v1;

import it.unimi.dsi.fastutil.longs.LongHeapIndirectPriorityQueue;

/// The next event of each P, in columns by chain number: what it demands, and whether it is ready or waits.
final class V1Heads {
    static final int NOBODY = -1;

    /// What orders the events: the time, before version 7 the number.
    final long[] key;
    final long[] time;
    final V1Type[] type;
    /// Index of the goroutine whose state the event demands, or [#NOBODY].
    final int[] demands;
    /// Index of the goroutine that the event belongs to, or [#NOBODY].
    final int[] self;
    /// Sequence number demanded.
    final long[] given;
    /// Of a return from a system call: true time, sequence number and goroutine.
    final long[] exitTime;
    final long[] exitGoroutine;

    private final LongHeapIndirectPriorityQueue ready;
    private final LongHeapIndirectPriorityQueue waiting;
    private final int[] nextWaiter;
    private final int[] previousWaiter;
    private final V1States states;

    V1Heads(int procs, V1States states) {
        this.states = states;
        key = new long[procs];
        time = new long[procs];
        type = new V1Type[procs];
        demands = new int[procs];
        self = new int[procs];
        given = new long[procs];
        exitTime = new long[procs];
        exitGoroutine = new long[procs];
        nextWaiter = new int[procs];
        previousWaiter = new int[procs];
        ready = new LongHeapIndirectPriorityQueue(key, procs);
        waiting = new LongHeapIndirectPriorityQueue(key, procs);
    }

    /// Whether the goroutine's state lets the event of `p` be next.
    boolean isReady(int p) {
        return demands[p] == NOBODY || states.ready(demands[p], type[p].move, given[p]);
    }

    void makeReady(int p) {
        ready.enqueue(p);
    }

    /// The P of the earliest ready event, or [#NOBODY].
    int firstReady() {
        return ready.isEmpty() ? NOBODY : ready.first();
    }

    /// The P of the earliest event that waits, or [#NOBODY].
    int firstWaiting() {
        return waiting.isEmpty() ? NOBODY : waiting.first();
    }

    void removeReady(int p) {
        ready.remove(p);
    }

    /// Lets `p` wait for the goroutine whose state it demands.
    void await(int p) {
        waiting.enqueue(p);
        int g = demands[p];
        int head = states.waiter(g);
        nextWaiter[p] = head;
        previousWaiter[p] = NOBODY;
        if (head != NOBODY) {
            previousWaiter[head] = p;
        }
        states.setWaiter(g, p);
    }

    /// Lets `p` wait no longer.
    void release(int p) {
        waiting.remove(p);
        if (previousWaiter[p] == NOBODY) {
            states.setWaiter(demands[p], nextWaiter[p]);
        } else {
            nextWaiter[previousWaiter[p]] = nextWaiter[p];
        }
        if (nextWaiter[p] != NOBODY) {
            previousWaiter[nextWaiter[p]] = previousWaiter[p];
        }
    }

    /// Makes ready whoever waits for `g` and need not any more.
    ///
    /// @return how many were asked
    long wake(int g) {
        long asked = 0;
        int p = states.waiter(g);
        while (p != NOBODY) {
            int next = nextWaiter[p];
            asked++;
            if (isReady(p)) {
                release(p);
                makeReady(p);
            }
            p = next;
        }
        return asked;
    }
}
