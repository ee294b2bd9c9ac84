package dev.faultline.trace.v1;

import java.util.Arrays;

/// Gives each row its time, such that times of one P, one thread and one goroutine never run backwards.
final class V1Times {
    private final V1Clock clock;
    private final long[] procs;
    private long[] threads = new long[64];
    private long[] goroutines = new long[256];
    private long repaired;

    V1Times(V1Clock clock, int procCount) {
        this.clock = clock;
        this.procs = new long[procCount];
    }

    /// Time of an event on the P of chain `p`, at least that of the last event of everything it touches.
    ///
    /// @param units as the file says
    /// @param thread index, -1 when none
    /// @param goroutine index, -1 when none
    long onProc(int p, long units, int thread, int goroutine) {
        long ns = at(Math.max(clock.ns(units), procs[p]), units, thread, goroutine);
        procs[p] = ns;
        return ns;
    }

    /// The same for an event that no P saw.
    long offProc(long units, int thread, int goroutine) {
        return at(clock.ns(units), units, thread, goroutine);
    }

    /// Moves a time so that it is not before the last one of another goroutine, which the event changes, too.
    long alsoOf(int goroutine, long ns) {
        goroutines = room(goroutines, goroutine);
        long later = Math.max(ns, goroutines[goroutine]);
        goroutines[goroutine] = later;
        return later;
    }

    /// Of a time that is told but that no other must keep behind, such as a CPU sample's.
    long loose(long units) {
        return clock.ns(units);
    }

    /// How many events were moved.
    long repaired() {
        return repaired;
    }

    private long at(long earliest, long units, int thread, int goroutine) {
        long ns = earliest;
        if (thread >= 0) {
            threads = room(threads, thread);
            ns = Math.max(ns, threads[thread]);
            threads[thread] = ns;
        }
        if (goroutine >= 0) {
            ns = alsoOf(goroutine, ns);
        }
        // a step of one is our own, behind a system call without an end
        repaired += ns > clock.ns(units) + 1 ? 1 : 0;
        return ns;
    }

    private static long[] room(long[] times, int index) {
        return index < times.length ? times : Arrays.copyOf(times, Math.max(index + 1, times.length * 2));
    }
}
