package dev.faultline.model.rules.fracture;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.timing.Silences.Silence;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// No thread records anything although one should have.
public final class FrozenProcess implements Rule {
    private static final Setting SILENT = new Setting("silent_ns", 50_000_000);
    private static final Setting TIMES = new Setting("times_count", 5);
    private static final Setting SAMPLES = new Setting("samples_count", 20);

    /// A silence with what was due in it.
    private record Stop(Silence silence, Due due) {}

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
        List<Stop> stops = stops(facts, settings);
        return stops.isEmpty() ? List.of() : List.of(finding(facts, stops));
    }

    private List<Silence> silences(Facts facts, Settings settings) {
        return facts.timing().silences().all().stream().filter(s -> s.durationNs() >= settings.value(this, SILENT))
                .toList();
    }

    private List<Stop> stops(Facts facts, Settings settings) {
        DueFinder finder = new DueFinder(facts, settings.value(this, SILENT), settings.value(this, TIMES),
                settings.value(this, SAMPLES));
        List<Stop> stops = new ArrayList<>();
        for (Silence silence : silences(facts, settings)) {
            finder.of(silence).ifPresent(due -> stops.add(new Stop(silence, due)));
        }
        return stops;
    }

    @Override
    public Optional<String> missing(Facts facts, Settings settings) {
        List<Silence> frozen = stops(facts, settings).stream().map(Stop::silence).toList();
        List<Silence> idle = silences(facts, settings).stream().filter(s -> !frozen.contains(s)).toList();
        long longest = idle.stream().mapToLong(Silence::durationNs).max().orElse(0);
        return idle.isEmpty()
                ? Optional.empty()
                : Optional.of(texts().say("missing.idle",
                        Map.of("gaps", idle.size(), "longest", Units.duration(longest))));
    }

    /// Events that are recorded in so long a time when the process does not stand still.
    private static double usual(Facts facts, double silentNs) {
        double otherwise = Math.max(1, facts.model().durationNs() - silentNs);
        return Math.rint(facts.model().trace().events().size() / otherwise * silentNs);
    }

    private Finding finding(Facts facts, List<Stop> stops) {
        Stop longest = stops.stream().max((a, b) -> Long.compare(a.silence.durationNs(), b.silence.durationNs()))
                .orElseThrow();
        long longestNs = longest.silence.durationNs();
        Due due = longest.due;
        double total = stops.stream().mapToLong(s -> s.silence.durationNs()).sum();
        FindingBuilder finding = new FindingBuilder(this, facts.model()).level(Severity.WARNING, Confidence.LIKELY)
                .anywhere().with("gaps", stops.size()).with("longest", Units.duration(longestNs))
                .with("due", due.kind())
                .with("count", due.goroutines().size()).with("usual", Units.duration(due.usualNs()))
                .with("who", facts.model().goroutines().name(due.goroutines().getInt(0)))
                .place("place", facts, due.stack()).cost(total * Math.max(1, facts.model().procCount()))
                .figure("silences_count", stops.size()).figure("longest_ns", longestNs).figure("total_ns", total)
                .figure("usual_events_count", usual(facts, total));
        for (Stop stop : stops) {
            finding.fracture(stop.silence.fromNs(), stop.silence.toNs(), -1, "silence");
            stop.due.goroutines().forEach(finding::goroutine);
        }
        return finding.finding();
    }
}
