package dev.faultline.app.ui.session;

import dev.faultline.app.config.NotesFile;
import dev.faultline.app.ui.work.Background;
import dev.faultline.app.ui.work.MemoryReturn;
import dev.faultline.model.analysis.EarlyFacts;
import dev.faultline.model.cut.TraceCut;
import dev.faultline.trace.Trace;
import dev.faultline.trace.progress.Progress;
import dev.faultline.views.fx.LowPriority;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.early.EarlyPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The open files and which of them is in front. Files are independent: one that fails or closes does not affect the
/// others.
public final class Workspace {
    /// Bytes from which on reading a file takes long enough to be in the window's way.
    private static final long LARGE = 10 << 20;

    private final TraceOpener opener;
    private final Rulebook rulebook;
    private final Preferences preferences;
    private final MemoryReturn memory = new MemoryReturn();
    private final ObservableList<TraceTab> tabs = FXCollections.observableArrayList();
    private final ObservableList<TraceTab> tabsView = FXCollections.unmodifiableObservableList(tabs);
    private final ReadOnlyObjectWrapper<@Nullable TraceTab> selected = new ReadOnlyObjectWrapper<>(this, "selected");
    private final ReadOnlyObjectWrapper<@Nullable Session> session = new ReadOnlyObjectWrapper<>(this, "session");

    public Workspace(TraceOpener opener, Rulebook rulebook, Preferences preferences) {
        this.opener = opener;
        this.rulebook = rulebook;
        this.preferences = preferences;
        session.bind(stateProperty()
                .map(state -> state instanceof TabState.Open(Session open) ? open : null));
    }

    /// How traces are judged.
    public Rulebook rulebook() {
        return rulebook;
    }

    /// The tabs from left to right, for watching.
    public ObservableList<TraceTab> tabs() {
        return tabsView;
    }

    /// The tab in front, null when there is none.
    public ReadOnlyObjectProperty<@Nullable TraceTab> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// The state of the tab in front; without a value when there is none.
    public ObservableValue<@Nullable TabState> stateProperty() {
        return selected.flatMap(tab -> Objects.requireNonNull(tab).stateProperty());
    }

    /// The open trace in front, null when there is none.
    public ReadOnlyObjectProperty<@Nullable Session> sessionProperty() {
        return session.getReadOnlyProperty();
    }

    /// The open trace in front, if there is one.
    public Optional<Session> session() {
        return Optional.ofNullable(session.get());
    }

    /// Opens files, each in a tab of its own; one that is open already comes to the front.
    public void open(List<Path> files) {
        files.forEach(this::open);
    }

    private void open(Path file) {
        memory.inUse();
        Path path = file.toAbsolutePath().normalize();
        TraceTab tab = tabs.stream().filter(t -> t.file().equals(path) && !(t.state() instanceof TabState.Comparing))
                .findFirst().orElse(null);
        if (tab == null) {
            tab = new TraceTab(path, new TabState.Failed("", ""));
            if (opener.ready(path)) {
                tabs.add(tab);
                take(tab);
            } else {
                load(tab);
                tabs.add(tab);
            }
        } else if (tab.state() instanceof TabState.Failed) {
            load(tab);
        }
        selected.set(tab);
    }

    /// Reads the file of a tab that failed once more.
    public void retry(TraceTab tab) {
        if (tab.state() instanceof TabState.Failed) {
            load(tab);
        }
    }

    public void select(TraceTab tab) {
        if (tabs.contains(tab)) {
            selected.set(tab);
        }
    }

    /// Puts the tab `by` places further to the right in front, round the end.
    public void selectNext(int by) {
        int at = tabs.indexOf(selected.get());
        if (at >= 0) {
            selected.set(tabs.get(Math.floorMod(at + by, tabs.size())));
        }
    }

    /// Closes a tab, gives up what it still does and frees its memory.
    public void close(TraceTab tab) {
        int at = tabs.indexOf(tab);
        if (at < 0) {
            return;
        }
        if (selected.get() == tab) {
            selected.set(tabs.size() == 1 ? null : tabs.get(at == 0 ? 1 : at - 1));
        }
        tabs.remove(at);
        switch (tab.state()) {
            case TabState.Loading(Background<OpenedFile> job, EarlyPictures early) -> {
                job.cancel();
                closed();
            }
            case TabState.Open(Session session) -> session.close(() -> Platform.runLater(() -> {
                if (session.isRange()) {
                    session.whole().close(() -> Platform.runLater(this::closed));
                } else {
                    closed();
                }
            }));
            case TabState.Comparing(ComparedTraces traces) -> traces.close();
            case TabState.Failed failed -> {
                // holds nothing
            }
        }
    }

    /// Compares two open traces, or ranges of traces, in a tab of their own.
    public void compare(Session before, Session after) {
        for (TraceTab tab : tabs) {
            if (tab.state() instanceof TabState.Comparing(var known) && known.before() == before
                    && known.after() == after) {
                selected.set(tab);
                return;
            }
        }
        var traces = new ComparedTraces(before, after);
        var tab = new TraceTab(after.file(), new TabState.Comparing(traces));
        tab.setTitle(traces.title());
        tabs.add(tab);
        traces.whenLost(() -> close(tab));
        selected.set(tab);
    }

    /// Opens a file and compares an open trace with it as soon as it is open.
    ///
    /// @param before the file of the old trace
    public void compare(Path before, Session after) {
        open(before);
        TraceTab tab = selected.get();
        if (tab != null) {
            whenOpen(tab, opened -> {
                if (tabOf(after) != null) {
                    compare(opened, after);
                }
            });
        }
    }

    private static void whenOpen(TraceTab tab, Consumer<Session> action) {
        if (tab.session().isPresent()) {
            action.accept(tab.session().get());
            return;
        }
        var watching = new Subscription[1];
        watching[0] = tab.stateProperty().subscribe(() -> tab.session().ifPresent(opened -> {
            watching[0].unsubscribe();
            action.accept(opened);
        }));
    }

    /// Shows a range of an open trace as if nothing else had been traced, in place of it.
    ///
    /// @param of the trace, or a range of it
    /// @param range of its time
    /// @param failed told what went wrong
    /// @param ready runs when it is shown
    public void narrow(Session of, TimeRange range, Consumer<Throwable> failed, Runnable ready) {
        TraceTab tab = tabOf(of);
        if (tab == null) {
            return;
        }
        Session whole = of.whole();
        long fromNs = of.trace().originNs() + range.fromNs();
        long toNs = of.trace().originNs() + range.toNs();
        whole.attach(Background.start("range", progress -> cut(whole, fromNs, toNs, progress),
                new Background.Outcome<Opened>(opened -> {
                    narrowed(tab, whole, opened);
                    ready.run();
                }, failed, ready)));
    }

    private static Opened cut(Session whole, long fromNs, long toNs, Progress progress) {
        Trace cut = TraceCut.of(whole.model(), fromNs, toNs, progress);
        try {
            return new Opened(cut, EarlyFacts.of(cut, progress, true));
        } catch (RuntimeException | Error e) {
            cut.close();
            throw e;
        }
    }

    private void narrowed(TraceTab tab, Session whole, Opened opened) {
        Session shown = tab.session().orElse(null);
        if (!tabs.contains(tab) || shown == null || shown.whole() != whole) {
            opened.close();
            return;
        }
        Session range = Session.range(whole, opened, rulebook);
        range.pageProperty().set(shown.pageProperty().get());
        tab.enter(new TabState.Open(range));
        if (shown.isRange()) {
            shown.close(() -> {});
        }
    }

    /// Shows the whole trace again in place of a range.
    public void widen(Session range) {
        TraceTab tab = tabOf(range);
        if (tab != null && range.isRange()) {
            range.whole().pageProperty().set(range.pageProperty().get());
            tab.leave();
            range.close(() -> {});
        }
    }

    private @Nullable TraceTab tabOf(Session session) {
        return tabs.stream().filter(tab -> tab.session().orElse(null) == session).findFirst().orElse(null);
    }

    private void closed() {
        if (tabs.isEmpty()) {
            memory.unused();
        }
    }

    /// Closes every tab.
    public void closeAll() {
        List.copyOf(tabs).forEach(this::close);
    }

    /// Whether a file would be open at once.
    public boolean ready(Path file) {
        return opener.ready(file.toAbsolutePath().normalize());
    }

    private void take(TraceTab tab) {
        try {
            opened(tab, opener.open(tab.file(), Progress.NONE));
        } catch (IOException | RuntimeException e) {
            tab.setState(Failure.of(tab.file(), e));
        }
    }

    private void load(TraceTab tab) {
        var early = new EarlyPictures();
        var job = Background.start("open " + tab.title(), progress -> {
            if (tab.file().toFile().length() > LARGE) {
                // the window says how far it is, and answers
                LowPriority.lowerThisThread();
            }
            return opener.open(tab.file(), progress, early);
        },
                new Background.Outcome<OpenedFile>(opened -> opened(tab, opened),
                        error -> tab.setState(Failure.of(tab.file(), error)), () -> close(tab)));
        tab.setState(new TabState.Loading(job, early));
    }

    /// The first trace stays in the tab; further ones of an archive get tabs beside it.
    private void opened(TraceTab tab, OpenedFile opened) {
        preferences.opened(tab.file());
        int at = tabs.indexOf(tab);
        // of several traces it shows one after the other: then none of them
        EarlyPicture early = opened.traces().size() == 1 && tab.state() instanceof TabState.Loading loading
                ? loading.early().latestProperty().get()
                : null;
        for (Opened trace : opened.traces()) {
            TraceTab place = trace == opened.traces().getFirst()
                    ? tab
                    : new TraceTab(tab.file(), new TabState.Failed("", ""));
            place.setTitle(trace.trace().name());
            place.setState(new TabState.Open(new Session(place.title(), tab.file(), trace, early, rulebook,
                    new NotesFile(tab.file(), preferences.folder()))));
            if (place != tab) {
                tabs.add(++at, place);
            }
        }
    }
}
