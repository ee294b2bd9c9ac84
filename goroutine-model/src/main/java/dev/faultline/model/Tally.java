package dev.faultline.model;

import java.util.ArrayList;
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
/// workers for busy for ever from their second run on; [TraceModel#mutatorUtilization] is what was
/// @param regions whole regions by name
public record Tally(EventCounts events, List<Transition> goroutineTransitions, List<Transition> procTransitions,
        int procs, int abandonedProcs, MutatorUtilization referenceUtilization,
        List<RegionTotal> regions) {
    private static final String[] GOROUTINE_STATES = {"Undetermined", "Runnable", "Running", "Syscall", "Waiting",
            "NotExist"};
    private static final String[] PROC_STATES = {"Undetermined", "Running", "Idle", "NotExist"};

    public Tally {
        goroutineTransitions = List.copyOf(goroutineTransitions);
        procTransitions = List.copyOf(procTransitions);
        regions = List.copyOf(regions);
    }

    static Tally of(ModelBuilder built, long end) {
        WaitReasons reasons = built.goroutines.reasons;
        List<Transition> goroutines = new ArrayList<>();
        for (int reason = 0; reason < reasons.size(); reason++) {
            add(goroutines, built.goroutines.transitions, reason, reasons.text(reason), GOROUTINE_STATES);
        }
        List<Transition> procs = new ArrayList<>();
        add(procs, built.procs.transitions, 0, "", PROC_STATES);
        return new Tally(built.counts, goroutines, procs, built.procs.named(),
                built.procs.abandoned, built.utilization.reference(end), regions(built));
    }

    private static List<RegionTotal> regions(ModelBuilder built) {
        RegionBuilder regions = built.regions;
        List<RegionTotal> totals = new ArrayList<>();
        for (int i = 0; i < regions.names.size(); i++) {
            totals.add(new RegionTotal(built.strings.get(regions.names.getInt(i)), regions.counts.getLong(i),
                    regions.sums.getLong(i)));
        }
        return totals;
    }

    private static void add(List<Transition> to, TransitionCounts counts, int reason, String text, String... states) {
        for (int before = 0; before < states.length; before++) {
            for (int after = 0; after < states.length; after++) {
                long count = counts.get(before, after, reason);
                if (count > 0) {
                    to.add(new Transition(states[before], states[after], text, count));
                }
            }
        }
    }
}
