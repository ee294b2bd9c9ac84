package dev.faultline.model.analysis.life;

import dev.faultline.model.Goroutines;
import dev.faultline.model.WaitKind;

/// Where the time of the program's goroutines went, summed over all of them; those of the runtime are left out.
///
/// @param runningNs nanoseconds in which they ran
/// @param runnableNs nanoseconds in which they waited for a P
/// @param syscallNs nanoseconds in system calls, with or without a P
/// @param waitingNs nanoseconds of waits by [WaitKind.Role], in the order of its constants
public record ProgramTime(long runningNs, long runnableNs, long syscallNs, long[] waitingNs) {
    /// Adds up the goroutines of a trace.
    public static ProgramTime of(Goroutines goroutines) {
        long running = 0;
        long runnable = 0;
        long syscall = 0;
        long[] waiting = new long[WaitKind.Role.values().length];
        Goroutines.WaitVisitor add = (reason, kind, ns) -> waiting[kind.role().ordinal()] += ns;
        for (int g = 0; g < goroutines.count(); g++) {
            if (!goroutines.system(g)) {
                running += goroutines.runningNs(g);
                runnable += goroutines.runnableNs(g);
                syscall += goroutines.syscallNs(g);
                goroutines.waits(g, add);
            }
        }
        return new ProgramTime(running, runnable, syscall, waiting);
    }

    /// Nanoseconds of waits of one kind.
    public long waitingNs(WaitKind.Role role) {
        return waitingNs[role.ordinal()];
    }
}
