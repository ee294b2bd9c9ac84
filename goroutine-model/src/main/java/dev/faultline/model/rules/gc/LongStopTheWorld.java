package dev.faultline.model.rules.gc;

import dev.faultline.model.Range;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Single pauses that stop every goroutine for longer than a request can spare.
public final class LongStopTheWorld implements Rule {
    private static final Setting THRESHOLD = new Setting("threshold_ns", "a pause from this length on is long",
            10_000_000);
    private static final Setting CRITICAL = new Setting("critical_ns", "a pause from this length on is critical",
            100_000_000);

    @Override
    public String id() {
        return "long-stw";
    }

    @Override
    public String about() {
        return "A single stop-the-world pause that is longer than a request can spare, by its reason.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(THRESHOLD, CRITICAL);
    }

    @Override
    public Optional<String> lacks(Facts facts, Settings settings) {
        return facts.model().trace().minor() >= StwStorm.PAUSES_SINCE
                ? Optional.empty()
                : Optional.of("Before Go 1.21 a trace tells how long the world was stopped for the collector only.");
    }

    @Override
    public boolean needsSweep() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        Map<String, List<Range>> byReason = new TreeMap<>();
        for (Range pause : facts.model().ranges(Range.Kind.STW)) {
            // of one whose begin or end is not in the trace nobody knows how long it was
            boolean whole = !pause.openStart() && !pause.openEnd();
            if (whole && pause.durationNs() >= settings.value(this, THRESHOLD)) {
                byReason.computeIfAbsent(pause.reason(), key -> new ArrayList<>()).add(pause);
            }
        }
        return byReason.entrySet().stream().map(e -> finding(facts, settings, e.getKey(), e.getValue())).toList();
    }

    private Finding finding(Facts facts, Settings settings, String reason, List<Range> pauses) {
        pauses.sort(Comparator.comparingLong(Range::durationNs).reversed());
        Range longest = pauses.getFirst();
        Severity severity = longest.durationNs() >= settings.value(this, CRITICAL)
                ? Severity.CRITICAL
                : Severity.WARNING;
        int procs = Math.max(1, facts.model().procCount());
        double total = pauses.stream().mapToLong(Range::durationNs).sum();
        Draft draft = new Draft(this, facts.model()).level(severity, Confidence.CERTAIN)
                .summary("%s of the world for %s, the longest %s.".formatted(Units.count(pauses.size(), "long stop"),
                        reason.isEmpty() ? "an unknown reason" : "“" + reason + "”",
                        Units.duration(longest.durationNs())))
                .why("While the world is stopped no goroutine runs: every request in flight waits at least that long. "
                        + "The time counts from the wish to stop to the restart; a goroutine that is slow to stop "
                        + "makes all others wait.")
                .advice(advice(facts, reason, longest)).cost(total * procs)
                .figure("pauses_count", "long pauses", pauses.size())
                .figure("longest_ns", "longest pause", longest.durationNs()).figure("total_ns", "in all", total);
        for (Range pause : pauses) {
            draft.interval(pause.startNs(), pause.endNs(), pause.goroutine(), reason).goroutine(pause.goroutine())
                    .stack("stopped the world", 1, pause.stack());
        }
        return draft.finding();
    }

    private static String advice(Facts facts, String reason, Range longest) {
        if (reason.startsWith("GC")) {
            return "The collector's own pauses are short unless stopping takes long: look for goroutines that run "
                    + "through the pause without a call (tight loops, large copies), and for a machine or a CPU quota "
                    + "that withholds processors.";
        }
        if (reason.isEmpty()) {
            return "The trace does not tell what the world was stopped for: look at what ran just before.";
        }
        if (longest.stack() == 0) {
            return "Find who asks for “" + reason + "” and do it less often, or not in the hours of load.";
        }
        return "It is asked for at " + facts.code().ownPlace(longest.stack())
                + ": do it less often, or not while requests are in flight.";
    }
}
