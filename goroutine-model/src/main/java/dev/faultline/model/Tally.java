package dev.faultline.model;

import java.util.List;

/// Counts of what the trace holds, in the terms of Go's own trace reader.
///
/// @param events rows by type
/// @param goroutineTransitions changes of goroutine states
/// @param procTransitions changes of P states
/// @param procs number of Ps that events name
/// @param abandonedProcs how often the goroutine of a C thread went away and left its P behind; Go's reader counts each
/// as one more event
/// @param referenceUtilization mutator utilization as Go's internal/trace/gc.go computes it, which takes background
/// workers for busy forever from their second run on; [TraceModel#mutatorUtilization] is what was
/// @param regions whole regions by name
/// @param openWaits waits that have not ended, by reason
public record Tally(EventCounts events, List<Transition> goroutineTransitions, List<Transition> procTransitions,
        int procs, int abandonedProcs, MutatorUtilization referenceUtilization,
        List<RegionTotal> regions, List<OpenWaitTotal> openWaits) {
    public Tally {
        goroutineTransitions = List.copyOf(goroutineTransitions);
        procTransitions = List.copyOf(procTransitions);
        regions = List.copyOf(regions);
        openWaits = List.copyOf(openWaits);
    }
}
