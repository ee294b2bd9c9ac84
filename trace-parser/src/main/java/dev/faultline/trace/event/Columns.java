package dev.faultline.trace.event;

import dev.faultline.trace.column.Packed;
import dev.faultline.trace.format.EventTable;

/// The packed columns of a block, by the constants here.
record Columns(Packed[] packed) {
    static final int TYPE = 0;
    static final int TIME = 1;
    static final int THREAD = 2;
    static final int PROC = 3;
    static final int GOROUTINE = 4;
    static final int SUBJECT = 5;
    static final int STACK = 6;
    static final int A = 7;
    static final int B = 8;
    static final int C = 9;
    static final int COUNT = 10;

    private static final boolean[] PROC_SUBJECT = EventTable.procSubjects();
    private static final boolean[] THREAD_IN_A = EventTable.threads(0);
    private static final boolean[] THREAD_IN_B = EventTable.threads(1);

    int rows() {
        return packed[TYPE].rows();
    }

    /// Memory outside the heap.
    long bytes() {
        long sum = 0;
        for (Packed p : packed) {
            sum += p.bytes();
        }
        return sum;
    }

    /// Whether the subject of events of this number is a P's number, not a goroutine's index.
    static boolean procSubject(int type) {
        return PROC_SUBJECT[type];
    }

    /// Flags by type: whether argument a is a thread's index. Not to be changed.
    static boolean[] threadsInA() {
        return THREAD_IN_A;
    }

    /// Flags by type: whether argument b is a thread's index. Not to be changed.
    static boolean[] threadsInB() {
        return THREAD_IN_B;
    }

    /// Whether argument a is a thread's index.
    static boolean threadInA(int type) {
        return THREAD_IN_A[type];
    }

    /// Whether argument b is a thread's index.
    static boolean threadInB(int type) {
        return THREAD_IN_B[type];
    }
}
