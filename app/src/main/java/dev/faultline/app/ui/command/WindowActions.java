package dev.faultline.app.ui.command;

import dev.faultline.app.config.Note;
import dev.faultline.app.config.ProgramVersion;
import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Preferences;
import dev.faultline.app.ui.session.Samples;
import dev.faultline.app.ui.session.Scales;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.Workspace;
import dev.faultline.app.ui.work.Background;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Suppression;
import dev.faultline.model.words.Units;
import dev.faultline.trace.disk.AtomicFile;
import dev.faultline.trace.disk.UserFolder;
import dev.faultline.views.graphics.PictureKind;
import dev.faultline.views.report.ReportOptions;
import dev.faultline.views.report.content.Subject;
import dev.faultline.views.report.data.FramePaths;
import dev.faultline.views.report.page.Paper;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing.Goroutine;
import dev.faultline.views.timeline.row.WakeLinks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The actions of the window and what it shows besides the tabs: an overlay, a notice.
public final class WindowActions {
    /// What lies over the window.
    public enum Overlay {
        NONE, SEARCH, HELP, MANUAL, GLOSSARY, EDITOR, COMPARE, EXPORT
    }

    /// Makes a picture of the page in front.
    @FunctionalInterface
    public interface PictureMaker {
        /// @throws IOException when the format's library fails
        byte[] picture(PictureKind kind) throws IOException;
    }

    private final Workspace workspace;
    private final Preferences preferences;
    private final Host outside;
    private PictureMaker pictures = _ -> new byte[0];
    private final ObjectProperty<Overlay> overlay = new SimpleObjectProperty<>(this, "overlay", Overlay.NONE);
    private final ObjectProperty<@Nullable Notice> notice = new SimpleObjectProperty<>(this, "notice");

    /// The world outside the window.
    ///
    /// @param dialogs asks for files
    /// @param reports writes reports
    /// @param show opens a file with the system's program for it
    /// @param editor runs the command of the user's editor
    /// @param quit ends the program
    public record Host(FileDialogs dialogs, ReportWriter reports, Consumer<Path> show, EditorCommand editor,
            Runnable quit) {}

    /// Runs the command of the user's editor.
    @FunctionalInterface
    public interface EditorCommand {
        /// @param words program and arguments
        /// @throws IOException when there is no such program
        void run(List<String> words) throws IOException;
    }

    public WindowActions(Workspace workspace, Preferences preferences, Host outside) {
        this.workspace = workspace;
        this.preferences = preferences;
        this.outside = outside;
    }

    public Workspace workspace() {
        return workspace;
    }

    public Preferences preferences() {
        return preferences;
    }

    public ObjectProperty<Overlay> overlayProperty() {
        return overlay;
    }

    /// The message at the foot of the window, null when there is none.
    public ObjectProperty<@Nullable Notice> noticeProperty() {
        return notice;
    }

    /// Asks for files and opens them.
    public void open() {
        workspace.open(outside.dialogs().chooseTraces());
    }

    /// Asks for a file and compares the trace in front with it.
    public void compareWithFile() {
        workspace.session().ifPresent(after -> outside.dialogs().chooseTraces().stream().findFirst()
                .ifPresent(file -> workspace.compare(file, after)));
    }

    /// Opens a sample trace that comes with the program.
    public void openSample(Samples.Sample sample) {
        try {
            workspace.open(List.of(Samples.unpack(sample)));
        } catch (IOException e) {
            warn("The sample could not be unpacked: " + said(e));
        }
    }

    public void quit() {
        outside.quit().run();
    }

    /// Opens a line of a file in the user's editor.
    public void edit(Path file, int line) {
        List<String> command = preferences.sources().command(file, line);
        try {
            outside.editor().run(command);
            say("Opened " + file.getFileName() + ":" + line + " with " + command.getFirst());
        } catch (IOException e) {
            notice.set(new Notice(Notice.Tone.ERROR, "The editor could not be started: " + said(e), "Editor…",
                    () -> {
                        notice.set(null);
                        overlay.set(Overlay.EDITOR);
                    }));
        }
    }

    /// Goes from light to dark to high contrast.
    public void nextTheme() {
        preferences.themeProperty().set(preferences.themeProperty().get().next());
    }

    /// Draws everything larger or smaller by some steps; 0 steps draw it as usual.
    public void scale(int steps) {
        double next = steps == 0 ? 1 : Scales.step(preferences.scaleProperty().get(), steps);
        preferences.scaleProperty().set(next);
        say("Scale " + Math.round(next * 100) + " %");
    }

    /// Shows or hides the details below the page in front.
    public void toggleDetails() {
        workspace.session().ifPresent(session -> preferences.panes().toggleDetails(session.pageProperty().get()));
    }

    /// Asks what of the open trace goes into a report.
    public void exportReport() {
        workspace.session().ifPresent(session -> overlay.set(Overlay.EXPORT));
    }

    /// Asks where, then writes a report while the window goes on.
    public void export(ExportChoice choice) {
        outside.dialogs().chooseReport(beside(choice.session(), "." + choice.form().ending()))
                .ifPresent(out -> writeReport(choice, out));
    }

    /// What forms of reports need to know: the sources are those of the user's settings.
    public ReportOptions reportOptions(Paper paper) {
        return new ReportOptions(paper, FramePaths.below(preferences.sources().roots()), ProgramVersion.number());
    }

    /// Asks where to save a table of a trace.
    ///
    /// @param table what it lists
    public Optional<Path> chooseTable(Session session, String table) {
        return outside.dialogs()
                .chooseTable(beside(session, "-" + table.toLowerCase(Locale.ROOT).replace(' ', '-') + ".csv"));
    }

    /// A file beside the trace, named like it. Samples lie where nobody would look for a file.
    private static Path beside(Session session, String ending) {
        String title = session.title();
        int dot = title.lastIndexOf('.');
        String name = (dot > 0 ? title.substring(0, dot) : title) + ending;
        return session.file().startsWith(UserFolder.CACHE.path())
                ? Path.of(System.getProperty("user.home", ".")).resolve(name)
                : session.file().resolveSibling(name);
    }

    private void writeReport(ExportChoice choice, Path out) {
        Session session = choice.session();
        Subject subject = choice.subject();
        ReportOptions options = reportOptions(choice.paper());
        notice.set(Notice.of(Notice.Tone.BUSY, "Writing the report for " + session.title() + "…"));
        var outcome = new Background.Outcome<Path>(
                path -> notice.set(new Notice(Notice.Tone.DONE, "Report written to " + path, "Open report",
                        () -> outside.show().accept(path))),
                error -> notice.set(Notice.of(Notice.Tone.ERROR, "The report could not be written: " + said(error))),
                () -> notice.set(null));
        session.attach(Background.start("report", progress -> {
            outside.reports().write(subject, choice.form(), options, out);
            return out;
        }, outcome));
    }

    /// Says how the page in front becomes a picture.
    public void picturesBy(PictureMaker maker) {
        pictures = maker;
    }

    /// Asks where, then writes the page in front as a picture.
    public void exportView() {
        workspace.session().ifPresent(session -> outside.dialogs()
                .choosePicture(
                        beside(session, "-" + session.pageProperty().get().name().toLowerCase(Locale.ROOT) + ".png"))
                .ifPresent(this::writePicture));
    }

    private void writePicture(Path chosen) {
        PictureKind kind = PictureKind.of(chosen).orElse(PictureKind.PNG);
        Path out = PictureKind.of(chosen).isPresent()
                ? chosen
                : chosen.resolveSibling(chosen.getFileName() + "." + kind.ending());
        try {
            byte[] picture = pictures.picture(kind);
            AtomicFile.write(out, file -> Files.write(file, picture));
            notice.set(new Notice(Notice.Tone.DONE, "Picture written to " + out, "Open picture",
                    () -> outside.show().accept(out)));
        } catch (IOException e) {
            warn("The picture could not be written: " + said(e));
        }
    }

    /// Keeps what is shown as a note: the selected or visible time, and what is selected.
    public void addNote() {
        workspace.session().ifPresent(session -> {
            Note note = NoteWords.here(session);
            session.notes().add(note, this::notesUnwritten);
            notice.set(new Notice(Notice.Tone.DONE, "Noted: " + note.place(), "Write about it",
                    () -> session.pageProperty().set(PageKey.NOTES)));
        });
    }

    /// Shows the place of a note.
    public void showNote(Note note) {
        workspace.session().ifPresent(session -> {
            long origin = session.trace().originNs();
            TimeRange here = new TimeRange(0, Math.max(1, session.model().durationNs()));
            long from = Math.max(here.fromNs(), note.fromNs() - origin);
            long to = Math.min(here.toNs(), note.toNs() - origin);
            if (from > to) {
                say("That place lies outside of the range that counts now.");
                return;
            }
            int g = note.goroutine() == 0 ? -1 : session.model().goroutines().indexOf(note.goroutine());
            if (g >= 0) {
                session.jump(new Jump.ToThing(new Goroutine(g)));
            }
            session.jump(new Jump.ToRange(new TimeRange(from, Math.max(from + 1, to))));
        });
    }

    /// Says that notes could not be written.
    public void notesUnwritten(IOException error) {
        warn("The notes could not be written: " + said(error));
    }

    private static String said(Throwable error) {
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }

    /// Says something at the foot of the window.
    public void say(String sentence) {
        notice.set(Notice.of(Notice.Tone.DONE, sentence));
    }

    /// Says that something is not as it should be; stays until dismissed.
    public void warn(String sentence) {
        notice.set(Notice.of(Notice.Tone.ERROR, sentence));
    }

    /// Remembers that findings are not wanted.
    public void suppress(Suppression suppression) {
        try {
            workspace.rulebook().settings().suppress(suppression);
            say("Suppressed " + suppression.text() + " and saved to the settings.");
        } catch (IOException e) {
            warn("Suppressed until the window closes; cannot write the settings: " + said(e));
        }
    }

    /// Shows every finding again.
    public void suppressNothing() {
        try {
            workspace.rulebook().settings().suppressNothing();
            say("No findings are suppressed now.");
        } catch (IOException e) {
            warn("Cannot write the settings: " + said(e));
        }
    }

    /// Selects what woke the selected goroutine.
    public void followWaker() {
        follow(WakeLinks::waker, "No goroutine woke it: the runtime did, or the trace ended first.");
    }

    /// Selects what created the selected goroutine.
    public void followCreator() {
        follow(WakeLinks::creator, "Its creation is not in the trace.");
    }

    /// Selects the first goroutine that the selected span woke.
    public void followWoken() {
        follow((trail, span) -> trail.firstOf(span, false), "It woke no goroutine in this span; only running ones do.");
    }

    /// Selects the first goroutine that the selected span, or the selected goroutine, created.
    public void followCreated() {
        follow((trail, span) -> trail.firstOf(span, true), "It created no goroutine in this span.");
    }

    private interface Way {
        Optional<Goroutine> from(WakeLinks trail, Goroutine span);
    }

    private void follow(Way way, String otherwise) {
        workspace.session().ifPresent(session -> {
            if (session.selection().selected() instanceof Goroutine span) {
                new Question<Optional<Goroutine>>(session, "follow").ask(
                        () -> way.from(new WakeLinks(session.model()), span),
                        next -> next.ifPresentOrElse(s -> session.jump(new Jump.ToThing(s)), () -> say(otherwise)));
            }
        });
    }

    /// Shows the critical path of what is selected: of a task, of what is inferred, of a goroutine in the selected time, or else
    /// in the time of its span.
    public void showPath() {
        workspace.session().ifPresent(session -> PathQuestion.of(session, session.selection().selected())
                .ifPresentOrElse(path -> path.ask(session),
                        () -> say("Select a task, a goroutine or a span first: its critical path is shown then.")));
    }

    /// Shows the evidence of the finding `by` places after the selected one, round the end.
    public void nextFinding(int by) {
        workspace.session().ifPresent(session -> {
            List<Finding> findings = session.findings().shown();
            if (!findings.isEmpty()) {
                int at = findings.indexOf(session.findings().selectedProperty().get());
                int next = at < 0 ? 0 : Math.floorMod(at + by, findings.size());
                session.jump(new Jump.ToEvidence(findings.get(next)));
            }
        });
    }

    /// Lets only the selected time count, or else the visible time: rows, tables, charts and findings are of it alone.
    public void countRange() {
        workspace.session().ifPresent(session -> {
            TimeRange range = session.viewport().asked();
            if (range.equals(session.viewport().whole())) {
                say("Select a range on the ruler, or zoom to it, to let only that range count.");
                return;
            }
            notice.set(Notice.of(Notice.Tone.BUSY, "Counting what happened in " + Units.duration(range.durationNs())
                    + "…"));
            workspace.narrow(session, range, error -> warn("The range could not be counted: " + said(error)),
                    () -> notice.set(null));
        });
    }

    /// Lets the whole trace count again.
    public void countWhole() {
        workspace.session().ifPresent(workspace::widen);
    }

    /// Zooms to the selected time, or else to what is selected.
    public void zoomToSelection() {
        workspace.session().ifPresent(session -> session.jump(new Jump.ToSelection()));
    }
}
