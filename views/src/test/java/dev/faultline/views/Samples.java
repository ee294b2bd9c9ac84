package dev.faultline.views;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.judge.Rules;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Settings;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The sample traces that the project ships, each read once.
public final class Samples {
    private static final Map<Path, Facts> READ = new ConcurrentHashMap<>();

    private Samples() {
    }

    /// @param name such as `go1.27/pool-swallows-timeout`
    public static Facts facts(String name) {
        return read(Path.of("../sample-traces", name + ".trace"));
    }

    public static Facts read(Path file) {
        return READ.computeIfAbsent(file, f -> {
            try {
                return new Facts(ModelBuilder.build(TraceReader.read(f, Progress.NONE), Progress.NONE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public static List<Finding> findings(Facts facts) {
        List<Finding> findings = Rules.judge(facts, Settings.DEFAULTS).findings();
        if (findings.stream().anyMatch(f -> f.id().equals("rule-failed"))) {
            throw new AssertionError(findings);
        }
        return findings;
    }
}
