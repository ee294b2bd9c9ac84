package dev.faultline.bench.window;

import dev.faultline.app.config.RulesFile;
import dev.faultline.app.ui.Services;
import dev.faultline.app.ui.Window;
import dev.faultline.app.ui.WindowApp;
import dev.faultline.app.ui.command.FileDialogs;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.page.Page;
import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Preferences;
import dev.faultline.app.ui.session.RuleSettings;
import dev.faultline.app.ui.session.Rulebook;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.judge.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.Stage;

/// Opens a trace in the window as a user does and measures how long JavaFX's thread is deaf meanwhile and afterwards:
/// `OpenBench TRACE`. `OpenBench TRACE --watch` looks at the timeline instead.
public final class OpenBench {
    private static final long BEGAN = System.nanoTime();
    private static final long AFTERWARDS_MS = 8_000;

    private OpenBench() {
    }

    public static void main(String[] args) throws Exception {
        Ui.start();
        Window window = Ui.call(OpenBench::window);
        say("window shown");
        Ui.call(() -> true);
        say("first answer");
        if (args.length > 1 && args[1].equals("--watch")) {
            watch(window, Path.of(args[0]));
        } else {
            walk(window, Path.of(args[0]));
        }
        System.exit(0);
    }

    /// Opens the trace and looks at its timeline until all work is done.
    private static void watch(Window window, Path file) throws Exception {
        try (TimelineWatch watch = new TimelineWatch(window)) {
            Session session = open(window, file);
            Ui.await(() -> session.findings().stateProperty().get() == FindingList.State.CHECKING ? null : true);
            say("findings there");
            Thread.sleep(AFTERWARDS_MS);
            watch.report();
        }
    }

    private static Session open(Window window, Path file) throws Exception {
        Ui.run(() -> window.workspace().open(List.of(file)));
        Session session = Ui.await(() -> window.workspace().session().orElse(null));
        say("trace open");
        return session;
    }

    private static void walk(Window window, Path file) throws Exception {
        try (Heartbeat heartbeat = new Heartbeat(Ui.call(Thread::currentThread))) {
            heartbeat.phase("reading");
            Session session = open(window, file);
            heartbeat.phase("rules");
            Ui.await(() -> session.findings().stateProperty().get() == FindingList.State.CHECKING ? null : true);
            say("findings there");
            heartbeat.phase("afterwards");
            Thread.sleep(AFTERWARDS_MS);
            for (Page page : Page.ALL) {
                heartbeat.phase(page.title());
                Ui.call(() -> {
                    session.pageProperty().set(page.key());
                    return true;
                });
                Thread.sleep(2_000);
            }
            heartbeat.report();
        }
    }

    static Window window() throws Exception {
        Stage stage = new Stage();
        Path folder = Files.createTempDirectory("faultline-bench");
        Preferences preferences = new Preferences(folder);
        preferences.setSize(1600, 900);
        WindowActions.Host outside = new WindowActions.Host(new Nobody(), (facts, findings, notes, out) -> {},
                file -> {}, words -> {},
                stage::close);
        Rulebook rules = new Rulebook(Rules::judge, new RuleSettings(RulesFile.in(folder)));
        Window window = new Window(stage, new Services(WindowApp.opener(), rules, preferences, outside));
        window.show(List.of());
        return window;
    }

    private static final class Nobody implements FileDialogs {
        @Override
        public List<Path> chooseTraces() {
            return List.of();
        }

        @Override
        public Optional<Path> chooseTable(Path proposed) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> choosePicture(Path proposed) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseReport(Path proposed) {
            return Optional.empty();
        }
    }

    private static void say(String what) {
        System.out.printf(Locale.ROOT, "%6.2f s  %s%n", (System.nanoTime() - BEGAN) / 1e9, what);
    }
}
