package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.config.RulesFile;
import dev.faultline.app.ui.command.FileDialogs;
import dev.faultline.app.ui.command.Notice;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.session.Preferences;
import dev.faultline.app.ui.session.RuleSettings;
import dev.faultline.app.ui.session.Rulebook;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.TabState;
import dev.faultline.app.ui.session.TraceOpener;
import dev.faultline.model.judge.Rules;
import dev.faultline.views.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;

/// A window with answering machines for the outside world.
final class Bench implements AutoCloseable {
    static final Path SAMPLES = Path.of("../sample-traces");
    /// As small as the tests allow: on the headless platform a frame costs as much as it has pixels, and much.
    private static final double WIDTH = 1100;
    private static final double HEIGHT = 700;

    /// So long a control may take to appear on a busy machine.
    private static final long SOON_NS = 20_000_000_000L;

    private final Answers answers = new Answers();
    private final List<Path> shown = new ArrayList<>();
    private final Preferences preferences;
    private final Window window;

    private Bench(Path folder, TraceOpener opener, double width, double height) throws Exception {
        preferences = new Preferences(folder);
        preferences.setSize(width, height);
        window = Fx.call(() -> {
            var stage = new Stage();
            var outside = new WindowActions.Host(answers,
                    Report::write, shown::add, EditorProcess::start,
                    stage::close);
            var made = new Window(stage, new Services(opener,
                    new Rulebook(Rules::judge, new RuleSettings(RulesFile.in(folder))), preferences, outside));
            stage.setX(0);
            stage.setY(0);
            made.show(List.of());
            return made;
        });
        Fx.pulse(3);
    }

    /// @param folder for the settings
    static Bench open(Path folder) throws Exception {
        return open(folder, WindowApp.opener());
    }

    /// A window of another height.
    static Bench tall(Path folder, TraceOpener opener, double height) throws Exception {
        return new Bench(folder, opener, WIDTH, height);
    }

    /// A window of any size.
    static Bench sized(Path folder, TraceOpener opener, double width, double height) throws Exception {
        return new Bench(folder, opener, width, height);
    }

    static Bench open(Path folder, TraceOpener opener) throws Exception {
        return new Bench(folder, opener, WIDTH, HEIGHT);
    }

    /// Opens sample traces and waits until the last of them and its findings are there.
    Session load(String... names) throws Exception {
        Fx.run(() -> window.workspace().open(Stream.of(names).map(SAMPLES::resolve).toList()));
        Fx.await("the trace is open", () -> window.workspace().session().isPresent());
        Session session = Fx.call(() -> window.workspace().session().orElseThrow());
        Fx.await("the rules have spoken", () -> session.findings()
                .stateProperty().get() != dev.faultline.app.ui.session.FindingList.State.CHECKING);
        return session;
    }

    /// Success messages disappear after a few seconds, which may be too soon for a click on a busy machine. From now on
    /// they stay.
    void keepNotices() throws Exception {
        var notice = window.actions().noticeProperty();
        Fx.run(() -> notice.addListener((_, before, now) -> {
            if (now == null) {
                notice.set(before);
            }
        }));
    }

    /// Waits until the window says something, and fails when it says that it is ready in another way.
    ///
    /// @param begin of the sentence
    void awaitNotice(String begin) throws Exception {
        Fx.await(begin, () -> {
            Notice said = window.actions().noticeProperty().get();
            boolean over = said != null && said.kind() != Notice.Tone.BUSY;
            assertTrue(!over || said.sentence().startsWith(begin), () -> begin + " was to be said, not " + said);
            return over;
        });
    }

    Window window() {
        return window;
    }

    Scene scene() {
        return window.stage().getScene();
    }

    Preferences preferences() {
        return preferences;
    }

    Answers answers() {
        return answers;
    }

    /// Files that were handed to the system's programs.
    List<Path> shown() {
        return shown;
    }

    /// What the tab in front holds.
    TabState state() throws Exception {
        return Fx.call(() -> window.workspace().selectedProperty().get().state());
    }

    /// The first node that a CSS selector finds.
    Node find(String selector) throws Exception {
        Node node = Fx.call(() -> scene().getRoot().lookup(selector));
        if (node == null) {
            throw new AssertionError("nothing on the screen is " + selector);
        }
        return node;
    }

    /// The visible control that bears this text; waited for, since some come a moment after what makes them.
    Labeled withText(String text) throws Exception {
        for (long end = System.nanoTime() + SOON_NS;;) {
            Fx.pulse(2);
            Optional<Labeled> found = Fx.call(() -> visible(text));
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("nothing on the screen says: " + text);
            }
        }
    }

    /// Those of some texts that nothing on the screen says now.
    List<String> missing(List<String> texts) throws Exception {
        return Fx.call(() -> texts.stream().filter(text -> visible(text).isEmpty()).toList());
    }

    private Optional<Labeled> visible(String text) {
        return Stream.of(".label", ".button", ".hyperlink")
                .flatMap(kind -> scene().getRoot().lookupAll(kind).stream())
                .filter(node -> node instanceof Labeled labeled && text.equals(labeled.getText()) && onScreen(node))
                .map(Labeled.class::cast).findFirst();
    }

    private static boolean onScreen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        try {
            Fx.run(() -> window.stage().close());
        } catch (Exception e) {
            throw new IllegalStateException("the window could not be closed", e);
        }
    }

    /// Exports the report as the dialog proposes it.
    void export() throws Exception {
        Fx.run(() -> window.commands().get("export").run());
        Fx.run(() -> ((javafx.scene.control.Button) scene().lookup("#export-write")).fire());
    }

    /// Answers the file dialogs.
    static final class Answers implements FileDialogs {
        private List<Path> traces = List.of();
        private Optional<Path> report = Optional.empty();
        private Optional<Path> picture = Optional.empty();

        /// Where pictures go.
        void setPicture(Path file) {
            picture = Optional.of(file);
        }
        private Optional<Path> table = Optional.empty();

        void setTraces(List<Path> files) {
            traces = files;
        }

        void setReport(Path file) {
            report = Optional.of(file);
        }

        void setTable(Path file) {
            table = Optional.of(file);
        }

        @Override
        public Optional<Path> chooseTable(Path proposed) {
            return table;
        }

        @Override
        public Optional<Path> choosePicture(Path proposed) {
            return picture.map(proposed::resolveSibling);
        }

        @Override
        public List<Path> chooseTraces() {
            return traces;
        }

        @Override
        public Optional<Path> chooseReport(Path proposed) {
            return report;
        }
    }
}
