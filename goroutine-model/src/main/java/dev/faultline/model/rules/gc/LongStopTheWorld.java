package dev.faultline.model.rules.gc;

import dev.faultline.model.Range;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.gc.LastToStop;
import dev.faultline.model.analysis.gc.Restarts;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Lists;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Single pauses that stop every goroutine for longer than a request can spare.
public final class LongStopTheWorld implements Rule {
    private static final Setting THRESHOLD = new Setting("threshold_ns", 10_000_000);
    private static final Setting CRITICAL = new Setting("critical_ns", 100_000_000);

    /// Pauses that there would not be without the recording.
    private static final Set<String> RECORDING = Set.of("start trace", "stop trace");

    /// What is known of a pause: on which the advice depends.
    private enum Cause {
        LATE, COLLECTOR, UNSTATED, UNLOCATED, PROFILE, PROGRAM
    }

    /// A pause, and for whom it waited.
    private record Pause(Range range, Optional<LastToStop> late) {
        /// What pauses of one finding share: the place that was slow to stop, else the reason.
        String cause(Facts facts) {
            return late.map(l -> "late " + Phrases.place(facts, l.stack())).orElse(range.reason());
        }
    }

    @Override
    public String id() {
        return "long-stw";
    }

    @Override
    public List<Setting> settings() {
        return List.of(THRESHOLD, CRITICAL);
    }

    @Override
    public Optional<String> missing(Facts facts, Settings settings) {
        return Restarts.pausesAreTold(facts.model().trace())
                ? Optional.empty()
                : Optional.of(texts().say("missing.pauses"));
    }

    @Override
    public boolean needsTiming() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        Map<String, List<Pause>> byCause = new TreeMap<>();
        for (Range range : facts.model().ranges(Range.Kind.STW)) {
            // the length of one whose start or end is not in the trace is unknown
            boolean whole = !range.openStart() && !range.openEnd();
            if (whole && !RECORDING.contains(range.reason()) && range.durationNs() >= settings.value(this, THRESHOLD)) {
                Pause pause = new Pause(range, late(facts, range));
                byCause.computeIfAbsent(pause.cause(facts), key -> new ArrayList<>()).add(pause);
            }
        }
        return byCause.values().stream().map(pauses -> finding(facts, settings, pauses)).toList();
    }

    private Finding finding(Facts facts, Settings settings, List<Pause> pauses) {
        pauses.sort(Comparator.comparingLong((Pause p) -> p.range.durationNs()).reversed());
        Range longest = pauses.getFirst().range;
        Optional<LastToStop> late = pauses.getFirst().late;
        int procs = Math.max(1, facts.model().procCount());
        double total = pauses.stream().mapToLong(p -> p.range.durationNs()).sum();
        List<String> reasons = pauses.stream().map(p -> p.range.reason()).filter(r -> !r.isEmpty()).distinct()
                .map(r -> '“' + r + '”').toList();
        boolean starved = longest.reason().startsWith("GC") && late.isEmpty();
        FindingBuilder finding = new FindingBuilder(this, facts.model())
                .level(severity(starved, longest, settings), Confidence.CERTAIN).with("starved", starved)
                .about(late.isPresent() ? "" : longest.reason()).with("late", late.isPresent())
                .place("at", facts, late.map(LastToStop::stack).orElse(0))
                .with("who", late.map(l -> facts.model().goroutines().name(l.goroutine())).orElse(""))
                .with("after", Units.duration(late.map(LastToStop::ns).orElse(0L)))
                .with("pauses", pauses.size()).with("reason", Lists.and(reasons)).with("stated", !reasons.isEmpty())
                .with("reasons", reasons.size())
                .with("longest", Units.duration(longest.durationNs()))
                .with("cause", late.isPresent() ? Cause.LATE : cause(facts, longest))
                .place("place", facts, longest.stack()).cost(total * procs)
                .figure("pauses_count", pauses.size()).figure("longest_ns", longest.durationNs())
                .figure("total_ns", total);
        if (late.isEmpty()) {
            finding.anywhere();
        }
        for (Pause pause : pauses) {
            pause.late.ifPresent(l -> finding.goroutine(l.goroutine()).stack("late", 1, l.stack()));
        }
        for (Pause pause : pauses) {
            Range range = pause.range;
            finding.interval(range.startNs(), range.endNs(), range.goroutine(), "pause").goroutine(range.goroutine())
                    .stack("stop", 1, range.stack());
        }
        return finding.finding();
    }

    /// Where no code of the program kept the GC waiting, the threads were: a matter of the machine.
    private Severity severity(boolean starved, Range longest, Settings settings) {
        if (starved) {
            return Severity.NOTICE;
        }
        return longest.durationNs() >= settings.value(this, CRITICAL) ? Severity.CRITICAL : Severity.WARNING;
    }

    /// Who was late in code of the program. A goroutine that stops, ends or blocks in the runtime itself was not late: its
    /// thread was.
    private static Optional<LastToStop> late(Facts facts, Range pause) {
        return LastToStop.of(facts.model(), pause).filter(
                late -> facts.code().hasFunction(late.stack(), f -> !f.isEmpty() && !f.startsWith("runtime.")));
    }

    private static Cause cause(Facts facts, Range longest) {
        String reason = longest.reason();
        if (reason.startsWith("GC")) {
            return Cause.COLLECTOR;
        }
        if (reason.isEmpty()) {
            return Cause.UNSTATED;
        }
        if (longest.stack() == 0) {
            return Cause.UNLOCATED;
        }
        return StwStorm.takesProfile(facts, longest.stack()) ? Cause.PROFILE : Cause.PROGRAM;
    }
}
