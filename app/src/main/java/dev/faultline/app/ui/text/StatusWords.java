package dev.faultline.app.ui.text;

import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Completeness;
import dev.faultline.model.words.GoRelease;
import dev.faultline.model.words.Units;
import dev.faultline.model.words.WallClock;
import dev.faultline.trace.format.ReadReport;
import dev.faultline.views.scale.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The texts of the status line.
public final class StatusWords {
    /// Lost parts that are listed one by one.
    private static final int LOSSES = 20;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS 'UTC'",
            Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";

    private StatusWords() {
    }

    /// Which trace this is: header, release of Go, whether it is whole, what is in it.
    public static String trace(TraceModel model) {
        var trace = model.trace();
        var parts = new ArrayList<String>(List.of(GoRelease.withHeader(trace)));
        parts.add(Completeness.label(trace.report()));
        parts.add(Units.count(trace.events().size(), "event"));
        parts.add(Units.count(model.goroutines().count(), "goroutine"));
        parts.add(model.procCount() + " P");
        return String.join(" · ", parts);
    }

    /// The same with every loss and notice, one a line.
    public static String traceInFull(TraceModel model) {
        var lines = new ArrayList<String>(List.of(trace(model)));
        ReadReport report = model.trace().report();
        lines.addAll(Completeness.lines(report, LOSSES));
        lines.addAll(Completeness.notes(report));
        return String.join("\n", lines);
    }

    /// How much time is visible, and when that was where the trace tells it.
    public static String visible(TraceModel model, TimeRange range) {
        String text = "visible " + Units.duration(range.durationNs());
        return WallClock.at(model.trace(), range.fromNs()).map(at -> text + " · " + CLOCK.format(at)).orElse(text);
    }

    /// Memory that the program holds, in words: `memory 305 MB`.
    public static String memory() {
        return "memory " + Units.bytes(resident());
    }

    /// As the system counts it, on systems that do not say the heap in use.
    private static long resident() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(RESIDENT)) {
                    return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException | NumberFormatException e) {
            // another system
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
