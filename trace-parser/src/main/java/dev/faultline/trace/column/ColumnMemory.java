package dev.faultline.trace.column;

import dev.faultline.trace.limit.UserLimit;
import java.util.function.Supplier;

/// How much memory outside the heap the columns of all open traces may take; the rest goes to a file. Safe for several
/// threads.
///
/// A column goes to memory as long as all of this holds:
///
/// - all columns together take at most what [UserLimit#COLUMN_MEMORY] says, or else half of what the heap may grow to: `-Xmx2g` means 3 GB for heap
///   and columns, which leaves of 4 GB what Java itself takes and room for the pages of mapped files;
/// - an eighth of the machine's memory stays available, after all that the heap may still grow.
///
/// The machine is looked at once every [#STEP] bytes, and not for the first of them.
public final class ColumnMemory {
    /// What every machine has.
    static final long STEP = 64L << 20;
    /// One part in so many of the machine's memory is left to others, and to the caches of the files.
    static final int RESERVE = 8;

    private static final ColumnMemory PROCESS = new ColumnMemory(
            UserLimit.COLUMN_MEMORY.in(System.getenv(), ofHeap(Runtime.getRuntime().maxMemory())), MachineMemory::now);

    private final long most;
    private final Supplier<MachineMemory> machine;
    private long taken;
    /// Up to here the machine has agreed.
    private long agreed = STEP;

    ColumnMemory(long most, Supplier<MachineMemory> machine) {
        this.most = most;
        this.machine = machine;
    }

    /// What all traces of this process share.
    public static ColumnMemory ofProcess() {
        return PROCESS;
    }

    /// A limit of its own, whatever the machine has.
    ///
    /// @param bytes most that may be taken, 0 or more
    public static ColumnMemory of(long bytes) {
        return new ColumnMemory(bytes, () -> new MachineMemory(Long.MAX_VALUE, Long.MAX_VALUE));
    }

    static long ofHeap(long maxHeap) {
        return maxHeap / 2;
    }

    /// Takes memory, or says that it must not be taken.
    synchronized boolean take(long bytes) {
        if (taken + bytes > most) {
            return false;
        }
        if (taken + bytes > agreed) {
            long step = Math.max(STEP, bytes);
            if (!machineHolds(step)) {
                return false;
            }
            agreed = taken + step;
        }
        taken += bytes;
        return true;
    }

    /// Gives back what was taken.
    synchronized void give(long bytes) {
        taken -= bytes;
        agreed = Math.max(STEP, agreed - bytes);
    }

    private boolean machineHolds(long bytes) {
        MachineMemory now = machine.get();
        Runtime heap = Runtime.getRuntime();
        long reserve = now.total() / RESERVE;
        return bytes + heap.maxMemory() - heap.totalMemory() <= now.available() - reserve
                && taken + bytes + heap.maxMemory() <= now.total() - reserve;
    }
}
