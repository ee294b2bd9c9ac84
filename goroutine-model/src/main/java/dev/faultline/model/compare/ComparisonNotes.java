package dev.faultline.model.compare;

import dev.faultline.model.text.Texts;
import dev.faultline.model.words.Lists;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What one has to know to read a comparison: how differences were judged, and what makes the sides unlike.
final class ComparisonNotes {
    /// Lengths that differ by less compare well.
    private static final double LENGTHS = 1.5;

    private final Texts texts = Texts.of(ComparisonNotes.class);
    private final Comparison comparison;
    private final Side before;
    private final Side after;

    ComparisonNotes(Comparison comparison) {
        this.comparison = comparison;
        before = comparison.before();
        after = comparison.after();
    }

    /// One sentence or two each, the most important first.
    List<String> all() {
        List<String> notes = new ArrayList<>();
        judged(notes);
        double longer = Math.max(before.durationNs(), after.durationNs());
        if (longer > LENGTHS * Math.min(before.durationNs(), after.durationNs())) {
            notes.add(texts.say("length", Map.of("old", Units.duration(before.durationNs()), "new",
                    Units.duration(after.durationNs()))));
        }
        Load load = comparison.load();
        if (load.differs()) {
            notes.add(texts.say("load", Map.of("ratio", Units.times(load.ratio()), "name", load.name(), "old",
                    Units.rate(load.before()), "new", Units.rate(load.after()))));
        }
        if (!releases(before).equals(releases(after))) {
            notes.add(texts.say("release", Map.of("old", Lists.and(releases(before)), "new",
                    Lists.and(releases(after)))));
        }
        long incomplete = Stream.concat(before.traces().stream(), after.traces().stream())
                .filter(trace -> !trace.complete()).count();
        if (incomplete > 0) {
            notes.add(texts.say("incomplete", Map.of("n", incomplete)));
        }
        return notes;
    }

    private void judged(List<String> notes) {
        int least = Math.min(before.runs(), after.runs());
        if (least < Significance.RUNS) {
            notes.add(texts.say(least == 1 ? "one-run" : "few-runs"));
            return;
        }
        Map<String, Object> runs = Map.of("old", before.runs(), "new", after.runs());
        notes.add(texts.say("tested", runs));
        long untested = comparison.changes().stream().flatMap(c -> c.shown().stream())
                .filter(Difference::spreadUnknown).count();
        if (untested > 0) {
            notes.add(texts.say("too-many", Map.of("n", untested, "old", before.runs(), "new", after.runs())));
        }
    }

    private static List<String> releases(Side side) {
        return side.traces().stream().map(TraceFigures::release).distinct().sorted().toList();
    }
}
