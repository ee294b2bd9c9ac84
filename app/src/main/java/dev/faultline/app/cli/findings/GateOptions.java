package dev.faultline.app.cli.findings;

import dev.faultline.app.cli.output.OutputException;
import dev.faultline.model.gate.Baseline;
import dev.faultline.model.gate.BaselineFile;
import dev.faultline.model.gate.Budget;
import dev.faultline.model.metric.TraceMetric;
import dev.faultline.model.metric.TraceMetrics;
import dev.faultline.model.rules.SettingsException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// What lets a trace fail.
public final class GateOptions {
    @Option(names = "--fail-on", paramLabel = "LEVEL|ID,...", converter = FailOn.Converter.class, description = "exit with 1 if there are certain or likely findings of this severity or worse (critical, warning, notice), or with one of these ids; LEVEL:possible and ID:possible count all. With --baseline: new and worse ones only")
    private FailOn failOn = FailOn.NOTHING;

    @Option(names = "--baseline", paramLabel = "FILE", description = "compare with the findings in this file: says which are new, worse, known or gone")
    private @Nullable Path baseline;

    @Option(names = "--write-baseline", paramLabel = "FILE", description = "write the findings to this file; of several traces what any of them shows")
    private @Nullable Path written;

    @Option(names = "--max", paramLabel = "METRIC=VALUE", converter = MostConverter.class, description = "exit with 1 if a metric is higher, such as p99-sched-latency=2ms, gc-cpu=10%%, goroutines=5000; may be repeated; an unknown name lists all")
    private List<Budget> most = List.of();

    @Option(names = "--min", paramLabel = "METRIC=VALUE", converter = LeastConverter.class, description = "exit with 1 if a metric is lower, such as span-closure=0.95; may be repeated")
    private List<Budget> least = List.of();

    /// The gate for one call.
    ///
    /// @throws SettingsException when the baseline cannot be read
    Gate gate() throws SettingsException {
        return new Gate(failOn, baseline == null ? null : read(baseline), Stream.concat(most.stream(), least.stream())
                .toList());
    }

    /// Where the findings are to be written, null for nowhere.
    @Nullable
    Path written() {
        return written;
    }

    private static Baseline read(Path file) throws SettingsException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return BaselineFile.read(in);
        } catch (IOException e) {
            throw new SettingsException("cannot read the baseline " + file + ": " + (Files.isDirectory(file)
                    ? "it is a folder"
                    : OutputException.reason(e)));
        }
    }

    private static Budget budget(String text, boolean most) {
        int equals = text.lastIndexOf('=');
        if (equals <= 0) {
            throw new TypeConversionException("'" + text + "' is not METRIC=VALUE, such as stw=1ms");
        }
        try {
            TraceMetric metric = TraceMetrics.named(text.substring(0, equals).strip());
            return new Budget(metric, most, metric.unit().read(text.substring(equals + 1)));
        } catch (SettingsException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /// Reads a highest value.
    public static final class MostConverter implements ITypeConverter<Budget> {
        @Override
        public Budget convert(String text) {
            return budget(text, true);
        }
    }

    /// Reads a lowest value.
    public static final class LeastConverter implements ITypeConverter<Budget> {
        @Override
        public Budget convert(String text) {
            return budget(text, false);
        }
    }
}
