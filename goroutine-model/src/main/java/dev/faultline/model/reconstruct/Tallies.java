package dev.faultline.model.reconstruct;

import dev.faultline.model.OpenWaitTotal;
import dev.faultline.model.RegionTotal;
import dev.faultline.model.Tally;
import dev.faultline.model.Transition;
import dev.faultline.model.WaitKind;
import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.WaitReasons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts of the finished pass, in the terms of Go's own trace reader.
final class Tallies {
    private static final String[] GOROUTINE_STATES = {"NotExist", "Runnable", "Running", "Syscall", "Waiting",
            "Undetermined"};
    private static final String[] PROC_STATES = {"Undetermined", "Running", "Idle", "NotExist"};

    private Tallies() {
    }

    static Tally of(ModelBuilder built, long end) {
        WaitReasons reasons = built.goroutines.reasons;
        List<Transition> goroutines = new ArrayList<>();
        for (int reason = 0; reason < reasons.size(); reason++) {
            add(goroutines, built.goroutines.transitions, reason, reasons.text(reason), GOROUTINE_STATES);
        }
        List<Transition> procs = new ArrayList<>();
        add(procs, built.procTransitions, 0, "", PROC_STATES);
        return new Tally(built.replay.counts(), goroutines, procs, built.replay.procs().named(),
                built.replay.procs().abandoned(), built.utilization.reference(end), regions(built),
                openWaits(built.goroutines, end));
    }

    /// Of those that are there at the end, in the order of their goroutines.
    private static List<OpenWaitTotal> openWaits(GoroutineBuilder goroutines, long end) {
        GoroutineStates states = goroutines.states;
        Map<String, OpenWaitTotal> totals = new LinkedHashMap<>();
        for (int slot = 0; slot < states.bound(); slot++) {
            int cause = states.cause(slot);
            WaitKind kind = WaitReasons.kind(cause);
            if (states.state(slot) == GoroutineStates.WAITING && kind != WaitKind.GC && kind != WaitKind.SYSTEM
                    && !goroutines.vanishedAt.containsKey(states.goroutine(slot))) {
                String reason = goroutines.reasons.text(WaitReasons.reason(cause));
                OpenWaitTotal total = totals.getOrDefault(reason, new OpenWaitTotal(reason, 0, 0, 0));
                totals.put(reason, total.plus(Math.max(0, end - states.since(slot))));
            }
        }
        return List.copyOf(totals.values());
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
