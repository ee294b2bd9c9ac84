package dev.faultline.views.report;

import dev.faultline.model.Metric;
import dev.faultline.model.TraceModel;
import dev.faultline.model.unit.Units;
import dev.faultline.trace.Generation;
import dev.faultline.trace.Trace;
import dev.faultline.trace.format.ReadReport;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Head of the report: which trace, from which Go, when, how long, how much, and whether all of it could be read.
final class TitleBlock {
    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter
            .ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TitleBlock() {
    }

    static void add(Html body, Contents contents) {
        Html block = body.add("div", "title");
        block.add("div", "overline").text("FINDINGS REPORT");
        block.add("h1").text(contents.trace().name());
        block.add("div", "facts")
                .text(String.join(" · ", facts(contents.model()).stream().map(TitleBlock::unbroken).toList()));
    }

    private static List<String> facts(TraceModel model) {
        Trace trace = model.trace();
        List<String> facts = new ArrayList<>();
        facts.add(goVersion(trace.minor()) + " (" + trace.header() + ")");
        wallClock(trace).map(WALL_CLOCK::format).ifPresent(facts::add);
        facts.add(Units.duration(model.durationNs()));
        processors(model).ifPresent(facts::add);
        facts.add(Units.count(model.goroutines().count(), "goroutine"));
        facts.add(Units.count(trace.events().size(), "event"));
        facts.add(Units.bytes(trace.bytes()));
        facts.add(completeness(trace.report()));
        return facts;
    }

    /// Keeps the words of a fact on one line.
    private static String unbroken(String fact) {
        return fact.replace(' ', '\u00a0');
    }

    /// Go versions that write this format, by the release notes of the tracer.
    static String goVersion(int minor) {
        return switch (minor) {
            case 5 -> "Go 1.5 or 1.6";
            case 11 -> "Go 1.11 to 1.18";
            case 19 -> "Go 1.19 or 1.20";
            case 23 -> "Go 1.23 or 1.24";
            case 26 -> "Go 1.26 or later";
            default -> "Go 1." + minor;
        };
    }

    /// When the first event happened.
    private static Optional<Instant> wallClock(Trace trace) {
        return trace.generations().stream().filter(g -> g.wallClock() != null).findFirst()
                .map((Generation g) -> Objects.requireNonNull(g.wallClock()).minusNanos(g.startNs()));
    }

    private static Optional<String> processors(TraceModel model) {
        return model.metrics().stream().filter(m -> m.name().equals(Metric.GOMAXPROCS) && m.values().length > 0)
                .findFirst().map(m -> Units.count(m.values()[m.values().length - 1], "processor"))
                .or(() -> model.procCount() > 0
                        ? Optional.of(Units.count(model.procCount(), "processor"))
                        : Optional.empty());
    }

    private static String completeness(ReadReport report) {
        if (report.complete()) {
            return "complete";
        }
        return report.lostBytes() > 0 ? "incomplete, " + Units.bytes(report.lostBytes()) + " lost" : "incomplete";
    }
}
