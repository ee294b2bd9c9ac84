package dev.faultline.app;

import dev.faultline.app.cli.Cli;
import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.ui.WindowApp;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.judge.Rules;
import dev.faultline.model.reconstruct.EarlyModel;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.summary.SummaryText;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.container.Limits;
import dev.faultline.trace.container.TraceSource;
import dev.faultline.trace.container.TraceSources;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.store.IndexCache;
import dev.faultline.trace.store.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Runs each verb, the report and the window once during the build, so that Java can record the start-up cache. What
/// was rehearsed starts fast; nothing else depends on it.
final class Rehearsal {
    private static final int ROUNDS = 3;
    private static final Duration CURTAIN = Duration.ofSeconds(8);

    private Rehearsal() {
    }

    /// Does not return.
    ///
    /// @param traces to play with; the window shows the first
    static void of(String... traces) {
        Terminal nobody = Terminal.toNobody();
        try {
            // mistakes, too: a class that was never used for real has no place in the cache, nor has any that knows it
            Cli.run(nobody, Desktop::open, "--nonsense");
            Cli.run(nobody, Desktop::open, "summary", "nonsense");
            Path folder = Files.createTempDirectory("rehearsal");
            for (int round = 0; round < ROUNDS; round++) {
                for (String trace : traces) {
                    play(nobody, folder, trace);
                }
            }
            openAgain(traces[0], folder.resolve("index"));
            delete(folder);
            Thread.ofPlatform().daemon().start(Rehearsal::fallCurtain);
            WindowApp.launch(List.of(traces[0]));
            System.exit(0);
        } catch (Exception | LinkageError e) {
            // a part that cannot run here because a library or a font is missing only starts more slowly
            System.err.println("rehearsal cut short: " + e);
            System.exit(0);
        }
    }

    private static void play(Terminal nobody, Path folder, String trace) throws Exception {
        Path pdf = folder.resolve("report.pdf");
        Path json = folder.resolve("findings.json");
        Cli.run(nobody, Desktop::open, "summary", trace);
        Cli.run(nobody, Desktop::open, "summary", trace, "--json");
        Cli.run(nobody, Desktop::open, "events", trace);
        Cli.run(nobody, Desktop::open, "analyze", trace);
        Cli.run(nobody, Desktop::open, "analyze", trace, "--pdf", pdf.toString(), "--json", json.toString());
        Files.deleteIfExists(pdf);
        Files.deleteIfExists(json);
    }

    /// What was read before comes from its index.
    private static void openAgain(String file, Path folder) throws IOException {
        Storage kept = Storage.ofProcess(IndexCache.in(folder));
        for (int opening = 0; opening < ROUNDS; opening++) {
            EarlyModel early = new EarlyModel(Progress.NONE);
            TraceSource source = TraceSources.open(Path.of(file), Limits.DEFAULT).getFirst();
            try (Trace trace = TraceReader.read(source, Progress.NONE, early, kept)) {
                TraceModel model = early.finish(trace);
                SummaryText.of(model);
                Rules.judge(new Facts(model), Settings.DEFAULTS);
                trace.store().write();
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    private static void fallCurtain() {
        try {
            Thread.sleep(CURTAIN);
        } catch (InterruptedException e) {
            // then it falls now
        }
        System.exit(0);
    }
}
