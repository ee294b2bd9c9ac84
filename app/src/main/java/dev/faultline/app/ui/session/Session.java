package dev.faultline.app.ui.session;

import com.google.common.base.Suppliers;
import dev.faultline.app.config.NotesFile;
import dev.faultline.app.ui.text.Describe;
import dev.faultline.app.ui.text.Lookup;
import dev.faultline.app.ui.work.Background;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.summary.Summary;
import dev.faultline.model.words.Moments;
import dev.faultline.trace.Trace;
import dev.faultline.trace.store.TraceStore;
import dev.faultline.views.fx.LowPriority;
import dev.faultline.views.fx.Selection;
import dev.faultline.views.fx.Viewport;
import dev.faultline.views.timeline.early.EarlyPicture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// An open trace with the state of its views: findings, visible range, selection, page.
public final class Session {
    private final String title;
    private final Path file;
    private final NotesFile notesFile;
    private final Supplier<Notes> notes;
    private final BooleanProperty notesInReport = new SimpleBooleanProperty(this, "notesInReport", true);
    private final @Nullable Session whole;
    private final Opened opened;
    private final @Nullable EarlyPicture early;
    private final FindingList findings;
    private final Lookup lookup;
    private final Describe describe;
    private final Viewport viewport;
    private final Selection selection = new Selection();
    private final ObjectProperty<PageKey> page = new SimpleObjectProperty<>(this, "page", PageKey.TIMELINE);
    private final List<Background<?>> jobs = new ArrayList<>();
    private final List<Runnable> atClose = new ArrayList<>();
    private final StringProperty selectedWords = new SimpleStringProperty(this, "selectedWords", "");
    private final ObjectProperty<@Nullable TableJump> table = new SimpleObjectProperty<>(this, "table");
    private final ObjectProperty<@Nullable String> flame = new SimpleObjectProperty<>(this, "flame");
    private final History history;
    private final ObjectProperty<@Nullable Jump> jump = new SimpleObjectProperty<>(this, "jump");

    /// @param early what was seen of the trace while it was read, null when nothing was
    /// @param notes where they are kept
    Session(String title, Path file, Opened opened, @Nullable EarlyPicture early, Rulebook rulebook,
            NotesFile notes) {
        this(title, file, opened, early, rulebook, notes, null);
    }

    /// A range of a trace that is open.
    static Session range(Session whole, Opened opened, Rulebook rulebook) {
        return new Session(whole.title, whole.file, opened, null, rulebook, whole.notesFile, whole);
    }

    private Session(String title, Path file, Opened opened, @Nullable EarlyPicture early, Rulebook rulebook,
            NotesFile notesFile, @Nullable Session whole) {
        this.whole = whole;
        this.notesFile = notesFile;
        notes = Suppliers.memoize(() -> new Notes(title, notesFile));
        this.title = title;
        this.file = file;
        this.opened = opened;
        this.early = early;
        findings = new FindingList(opened.facts(), rulebook);
        attach(findings.job());
        findings.stateProperty().subscribe(state -> {
            if (state == FindingList.State.READY) {
                keepIndex();
            }
        });
        lookup = new Lookup(opened.facts().model());
        describe = new Describe(opened.facts(), lookup,
                () -> findings.stateProperty().get() == FindingList.State.READY);
        viewport = new Viewport(opened.facts().model().durationNs(), Moments.of(opened.trace()));
        history = new History(this);
    }

    /// Writes what was made of the trace since it was opened: the next opening shall be quick.
    public void keepIndex() {
        TraceStore store = opened.trace().store();
        attach(Background.start("keep the index", _ -> {
            LowPriority.lowerThisThread();
            Summary.keep(opened.facts().model());
            store.write();
            return true;
        }, new Background.Outcome<>(_ -> {}, _ -> {}, () -> {})));
    }

    public String title() {
        return title;
    }

    /// The whole trace where this is a range of it, else this.
    public Session whole() {
        Session outer = whole;
        return outer == null ? this : outer;
    }

    /// Whether this is a range of a trace.
    public boolean isRange() {
        return whole != null;
    }

    /// What the user noted about the whole trace.
    public Notes notes() {
        return whole().notes.get();
    }

    /// Whether the notes go into the report.
    public BooleanProperty notesInReportProperty() {
        return notesInReport;
    }

    public Path file() {
        return file;
    }

    public Trace trace() {
        return opened.trace();
    }

    public Facts facts() {
        return opened.facts();
    }

    public TraceModel model() {
        return opened.facts().model();
    }

    /// What was seen of the trace while it was read, null when nothing was.
    public @Nullable EarlyPicture early() {
        return early;
    }

    /// Tasks and regions by id and goroutine.
    public Lookup lookup() {
        return lookup;
    }

    /// Says what is known of a thing.
    public Describe describe() {
        return describe;
    }

    /// The way back to what was shown.
    public History history() {
        return history;
    }

    public FindingList findings() {
        return findings;
    }

    public Viewport viewport() {
        return viewport;
    }

    public Selection selection() {
        return selection;
    }

    /// What is selected in one line, for those who cannot see it.
    public StringProperty selectedWordsProperty() {
        return selectedWords;
    }

    public ObjectProperty<PageKey> pageProperty() {
        return page;
    }

    /// Where the timeline shall go next; it sets null when it is there.
    public ObjectProperty<@Nullable Jump> jumpProperty() {
        return jump;
    }

    /// Brings the timeline to the front and sends it somewhere.
    public void jump(Jump target) {
        history.jump();
        if (target instanceof Jump.ToEvidence(Finding finding)) {
            findings.selectedProperty().set(finding);
        }
        page.set(PageKey.TIMELINE);
        jump.set(target);
    }

    /// The table that shall be shown; the page of tables sets null when it is there.
    public ObjectProperty<@Nullable TableJump> tableProperty() {
        return table;
    }

    /// Brings a table to the front.
    public void jump(TableJump target) {
        page.set(PageKey.TABLES);
        table.set(target);
    }

    /// Which goroutines the flame graph shall count, as people write it; its page sets null when it does.
    public ObjectProperty<@Nullable String> flameProperty() {
        return flame;
    }

    /// Brings the flame graph of some goroutines to the front.
    public void showFlame(String filter) {
        page.set(PageKey.FLAME);
        flame.set(filter);
    }

    /// Lets closing wait for a job that uses the trace.
    public void attach(Background<?> job) {
        jobs.removeIf(known -> !known.running());
        jobs.add(job);
    }

    /// Does something when the trace is closed, such as to stop watching what outlives it.
    public void whenClosed(Runnable action) {
        atClose.add(action);
    }

    /// Gives up what still runs for the trace, then frees its memory. Views must not be shown any more.
    ///
    /// @param closed runs when nothing of the trace is left, on a thread of its own
    void close(Runnable closed) {
        atClose.forEach(Runnable::run);
        findings.close();
        List<Background<?>> last = List.copyOf(jobs);
        last.forEach(Background::cancel);
        Thread.ofPlatform().daemon().name("close " + title).start(() -> {
            findings.job().await();
            // what was made since
            opened.trace().store().write();
            // who still reads the trace for a page fails at its next step; nobody waits for the answer any more
            opened.close();
            last.forEach(Background::await);
            closed.run();
        });
    }
}
