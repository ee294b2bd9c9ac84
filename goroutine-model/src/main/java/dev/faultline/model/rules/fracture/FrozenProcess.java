package dev.faultline.model.rules.fracture;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.timing.Silences.Silence;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// No thread records anything although one should have.
public final class FrozenProcess implements Rule {
    private static final Setting SILENT = new Setting("silent_ns", 50_000_000);
    private static final Setting TIMES = new Setting("times_count", 5);
    private static final Setting SAMPLES = new Setting("samples_count", 20);

    @Override
    public String id() {
        return "frozen-process";
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
    public Optional<String> missing(Facts facts, Settings settings) {
        List<Silence> idle = silences(facts, settings).filter(s -> !implausible(facts, settings, s)).toList();
        long longest = idle.stream().mapToLong(Silence::durationNs).max().orElse(0);
        return idle.isEmpty()
                ? Optional.empty()
                : Optional.of(texts().say("missing.idle",
                        Map.of("gaps", idle.size(), "longest", Units.duration(longest))));
    }

    private Stream<Silence> silences(Facts facts, Settings settings) {
        return facts.timing().silences().stream().filter(s -> s.durationNs() >= settings.value(this, SILENT));
    }

    private boolean implausible(Facts facts, Settings settings, Silence silence) {
        return silence.runnable() > 0 || overdue(facts, settings, silence);
    }

    /// Whether a timer went off only afterwards that usually goes off much sooner.
    private boolean overdue(Facts facts, Settings settings, Silence silence) {
        for (int site : silence.overdue()) {
            SiteWait usual = facts.timing().waitsAt(site);
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
        FindingBuilder finding = new FindingBuilder(this, facts.model()).level(Severity.WARNING, Confidence.LIKELY)
                .with("gaps", frozen.size()).with("longest", Units.duration(longest))
                .with("runnable", frozen.stream().mapToInt(Silence::runnable).max().orElse(0))
                .cost(total * Math.max(1, facts.model().procCount()))
                .figure("silences_count", frozen.size()).figure("longest_ns", longest).figure("total_ns", total)
                .figure("usual_events_count", usual(facts, total));
        frozen.forEach(s -> finding.fracture(s.fromNs(), s.toNs(), -1, "silence"));
        return finding.finding();
    }
}
