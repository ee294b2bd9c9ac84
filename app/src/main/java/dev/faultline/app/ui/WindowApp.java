package dev.faultline.app.ui;

import dev.faultline.app.config.RulesFile;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.session.Opened;
import dev.faultline.app.ui.session.OpenedFile;
import dev.faultline.app.ui.session.Preferences;
import dev.faultline.app.ui.session.RuleSettings;
import dev.faultline.app.ui.session.Rulebook;
import dev.faultline.app.ui.session.TraceOpener;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.judge.Rules;
import dev.faultline.model.reconstruct.EarlyModel;
import dev.faultline.model.replay.Replay;
import dev.faultline.trace.Generation;
import dev.faultline.trace.RowListener;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.container.Limits;
import dev.faultline.trace.container.TraceSource;
import dev.faultline.trace.container.TraceSources;
import dev.faultline.trace.disk.ScratchFiles;
import dev.faultline.trace.disk.UserFolder;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.store.TraceStore;
import dev.faultline.views.report.Report;
import dev.faultline.views.timeline.early.EarlyPicture;
import dev.faultline.views.timeline.early.EarlySums;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The program with a window.
public final class WindowApp extends Application {
    /// Opens the window, each file in a tab, and returns when it is closed.
    ///
    /// @return exit code, 0
    /// @throws UnsupportedOperationException when there is no display
    public static int launch(List<String> files) {
        Application.launch(WindowApp.class, files.toArray(String[]::new));
        return 0;
    }

    private TraceOpener opener = opener();

    @Override
    public void init() {
        opener = ReadAhead.of(getParameters().getUnnamed(), opener);
        Thread.ofPlatform().daemon().name("sweep").start(ScratchFiles::sweepOfUser);
    }

    @Override
    public void start(Stage stage) {
        var preferences = new Preferences(UserFolder.SETTINGS.path());
        Window.fitScreen(preferences);
        var outside = new WindowActions.Host(new SystemDialogs(stage, preferences),
                Report::write,
                file -> getHostServices().showDocument(file.toUri().toString()), EditorProcess::start,
                stage::close);
        new Window(stage,
                new Services(opener, new Rulebook(Rules::judge, new RuleSettings(RulesFile.ofUser())),
                        preferences, outside))
                .show(getParameters().getUnnamed());
    }

    /// Reads the traces of a file, showing what is in them as early as it can.
    public static TraceOpener opener() {
        return new TraceOpener() {
            @Override
            public OpenedFile open(Path file, Progress progress) throws IOException {
                return WindowApp.open(file, progress);
            }

            @Override
            public OpenedFile open(Path file, Progress progress, Consumer<EarlyPicture> early) throws IOException {
                return WindowApp.open(file, progress, early);
            }
        };
    }

    /// Reads the traces of a file and reconstructs their runs.
    ///
    /// @throws IOException when the file cannot be read or is no trace
    public static OpenedFile open(Path file, Progress progress) throws IOException {
        return open(file, progress, picture -> {});
    }

    private static OpenedFile open(Path file, Progress progress, Consumer<EarlyPicture> early) throws IOException {
        List<TraceSource> sources = TraceSources.open(file, Limits.ofEnvironment(System.getenv()), progress);
        var traces = new ArrayList<Opened>();
        try {
            for (TraceSource source : sources) {
                traces.add(open(source, progress, early));
            }
            return new OpenedFile(traces);
        } catch (IOException | RuntimeException | Error e) {
            traces.forEach(Opened::close);
            sources.subList(Math.min(traces.size() + 1, sources.size()), sources.size()).forEach(TraceSource::close);
            throw e;
        }
    }

    private static Opened open(TraceSource source, Progress progress, Consumer<EarlyPicture> early)
            throws IOException {
        EarlyModel model = new EarlyModel(progress);
        Trace trace = TraceReader.read(source, progress, new RowListener() {
            private @Nullable Replay replay;

            @Override
            public boolean wantsRows(TraceStore store) {
                return model.wantsRows(store);
            }

            // a walk of its own, and the first: a trace of one generation would else have no picture before the model
            @Override
            public void rows(Parts parts, Generation generation) {
                Replay walk = replay;
                if (walk == null) {
                    walk = new Replay(parts.strings(), parts.stacks(), parts.goroutines());
                    walk.to(new EarlySums(walk, early));
                    replay = walk;
                }
                walk.accept(parts.events(), generation, Progress.NONE);
                model.rows(parts, generation);
            }
        });
        try {
            trace.events().load();
            return new Opened(trace, new Facts(model.finish(trace)));
        } catch (RuntimeException | Error e) {
            trace.close();
            throw e;
        }
    }
}
