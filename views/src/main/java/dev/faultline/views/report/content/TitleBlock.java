package dev.faultline.views.report.content;

import dev.faultline.model.Metric;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Completeness;
import dev.faultline.model.words.GoRelease;
import dev.faultline.model.words.TraceLength;
import dev.faultline.model.words.Units;
import dev.faultline.trace.Generation;
import dev.faultline.trace.Trace;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Head of a chapter: which trace, which Go, when, how long, how much, and whether it is complete.
final class TitleBlock {
    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter
            .ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TitleBlock() {
    }

    static Block.Title of(Subject subject) {
        return new Block.Title("FINDINGS REPORT", subject.name(), facts(subject.model()));
    }

    private static List<String> facts(TraceModel model) {
        Trace trace = model.trace();
        List<String> facts = new ArrayList<>();
        facts.add(GoRelease.withHeader(trace));
        wallClock(trace).map(WALL_CLOCK::format).ifPresent(facts::add);
        facts.add(TraceLength.of(trace));
        processors(model).ifPresent(facts::add);
        facts.add(Units.count(model.goroutines().count(), "goroutine"));
        facts.add(Units.count(trace.events().size(), "event"));
        facts.add(Units.bytes(trace.bytes()));
        facts.add(Completeness.label(trace.report()));
        return facts;
    }

    /// When the first event happened.
    private static Optional<Instant> wallClock(Trace trace) {
        return trace.generations().stream().filter(g -> g.wallClock() != null).findFirst()
                .map((Generation g) -> Objects.requireNonNull(g.wallClock()).minusNanos(g.startNs()));
    }

    private static Optional<String> processors(TraceModel model) {
        return model.metrics().stream().filter(m -> m.name().equals(Metric.GOMAXPROCS) && m.values().length > 0)
                .findFirst().map(m -> "GOMAXPROCS " + Units.count(m.values()[m.values().length - 1]))
                .or(() -> model.procCount() > 0
                        ? Optional.of(Units.count(model.procCount(), "P"))
                        : Optional.empty());
    }
}
