package dev.faultline.model.rules.fracture;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.sweep.Silences.Silence;
import dev.faultline.model.analysis.sweep.SiteWait;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Nobody records anything although somebody must have.
public final class FrozenProcess implements Rule {
    private static final Setting SILENT = new Setting("silent_ns", "a silence from this length on counts", 50_000_000);
    private static final Setting TIMES = new Setting("times_count",
            "timers overdue by so many times their longest usual wait", 5);
    private static final Setting SAMPLES = new Setting("samples_count", "so many usual waits are needed to know", 20);

    @Override
    public String id() {
        return "frozen-process";
    }

    @Override
    public String about() {
        return "A time in which no thread recorded anything although timers were due or goroutines could run.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(SILENT, TIMES, SAMPLES);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<Silence> frozen = silences(facts, settings).filter(s -> implausible(facts, settings, s)).toList();
        return frozen.isEmpty() ? List.of() : List.of(finding(facts, frozen));
    }

    @Override
    public Optional<String> lacks(Facts facts, Settings settings) {
        List<Silence> idle = silences(facts, settings).filter(s -> !implausible(facts, settings, s)).toList();
        long longest = idle.stream().mapToLong(Silence::durationNs).max().orElse(0);
        return idle.isEmpty()
                ? Optional.empty()
                : Optional
                        .of("%s of up to %s may be idleness as well as a standstill: nothing is known to have been due."
                                .formatted(Units.count(idle.size(), "silence"), Units.duration(longest)));
    }

    private Stream<Silence> silences(Facts facts, Settings settings) {
        return facts.sweep().silences().stream().filter(s -> s.durationNs() >= settings.value(this, SILENT));
    }

    private boolean implausible(Facts facts, Settings settings, Silence silence) {
        return silence.runnable() > 0 || overdue(facts, settings, silence);
    }

    /// Whether a timer went off only afterwards that usually goes off much sooner.
    private boolean overdue(Facts facts, Settings settings, Silence silence) {
        for (int site : silence.overdue()) {
            SiteWait usual = facts.sweep().waitsAt(site);
            if (usual != null && usual.byRuntime() >= settings.value(this, SAMPLES)
                    && usual.survival().quantile(0.95).orElse(Long.MAX_VALUE) * settings.value(this, TIMES) <= silence
                            .durationNs()) {
                return true;
            }
        }
        return false;
    }

    /// Events that are recorded in so long a time when the process does not stand still.
    private static double usual(Facts facts, double silentNs) {
        double otherwise = Math.max(1, facts.model().durationNs() - silentNs);
        return Math.rint(facts.model().trace().events().size() / otherwise * silentNs);
    }

    private Finding finding(Facts facts, List<Silence> frozen) {
        long longest = frozen.stream().mapToLong(Silence::durationNs).max().orElse(0);
        double total = frozen.stream().mapToLong(Silence::durationNs).sum();
        Draft draft = new Draft(this, facts.model()).level(Severity.WARNING, Confidence.LIKELY)
                .summary(frozen.size() == 1
                        ? "The whole process stood still for %s.".formatted(Units.duration(longest))
                        : "The whole process stood still %s, for up to %s.".formatted(
                                Units.count(frozen.size(), "time"), Units.duration(longest)))
                .why("No thread recorded anything although timers were due or goroutines could run. The process was "
                        + "stopped (a debugger, a signal, a frozen container), ran out of its CPU quota, or the machine "
                        + "itself stalled (swapping, a paused virtual machine). The program is not to blame, but every "
                        + "request of that time waited.")
                .advice("Compare with cpu.stat of the container's cgroup (nr_throttled, throttled_usec), with steal time "
                        + "and swapping of the machine; raise the CPU limit, or set GOMAXPROCS to it.")
                .cost(total * Math.max(1, facts.model().procCount()))
                .figure("silences_count", "standstills", frozen.size()).figure("longest_ns", "longest", longest)
                .figure("total_ns", "in all", total)
                .figure("usual_events_count", "events usual in such a time", usual(facts, total));
        frozen.forEach(s -> draft.fracture(s.fromNs(), s.toNs(), -1, "nothing recorded"));
        return draft.finding();
    }
}
