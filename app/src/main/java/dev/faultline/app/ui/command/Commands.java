package dev.faultline.app.ui.command;

import static dev.faultline.app.ui.command.Command.Menu.FILE;
import static dev.faultline.app.ui.command.Command.Menu.GO;
import static dev.faultline.app.ui.command.Command.Menu.HELP;
import static dev.faultline.app.ui.command.Command.Menu.VIEW;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;

import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Session;
import dev.faultline.views.fx.Viewport;
import dev.faultline.views.timeline.row.Thing.Goroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// The list of all commands.
public final class Commands {
    private static final ObservableBooleanValue ALWAYS = Bindings.createBooleanBinding(() -> true);
    private static final KeyCode[] DIGITS = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4,
            KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8};

    private final WindowActions actions;
    private final List<Command> all = new ArrayList<>();
    private final ObservableBooleanValue someTab;
    private final ObservableBooleanValue someTrace;
    private final ObservableBooleanValue goroutineSelected;

    /// @param pages the pages of a trace and their titles, in the order of the menu
    public Commands(WindowActions actions, SequencedMap<PageKey, String> pages) {
        this.actions = actions;
        var workspace = actions.workspace();
        someTab = workspace.selectedProperty().isNotNull();
        someTrace = workspace.sessionProperty().isNotNull();
        var selected = workspace.sessionProperty()
                .flatMap(session -> Objects.requireNonNull(session).selection().selectedProperty());
        goroutineSelected = holds(selected.map(thing -> thing instanceof Goroutine));
        file();
        view(pages);
        go();
        help();
    }

    /// Every command, in the order of the menus.
    public List<Command> all() {
        return List.copyOf(all);
    }

    /// The command of an id.
    ///
    /// @throws NoSuchElementException when there is none
    public Command get(String id) {
        return all.stream().filter(command -> command.id().equals(id)).findFirst()
                .orElseThrow(() -> new NoSuchElementException(id));
    }

    private void file() {
        add(new Command("open", FILE, "Open…", Keys.ctrl(KeyCode.O), ALWAYS, actions::open));
        add(new Command("export", FILE, "Export report…", Keys.ctrl(KeyCode.E), someTrace, actions::exportReport));
        add(new Command("export-view", FILE, "Export this view (PNG, SVG, PDF)…", Keys.ctrl(KeyCode.E, SHIFT_DOWN),
                someTrace,
                actions::exportView));
        add(new Command("compare", FILE, "Compare with another trace…", Keys.plain(KeyCode.C, SHIFT_DOWN), someTrace,
                () -> actions.overlayProperty().set(WindowActions.Overlay.COMPARE)));
        add(new Command("close", FILE, "Close tab", Keys.ctrl(KeyCode.W), someTab,
                () -> actions.workspace().close(actions.workspace().selectedProperty().get())));
        add(new Command("next-tab", FILE, "Next tab", Keys.ctrl(KeyCode.TAB), someTab,
                () -> actions.workspace().selectNext(1)));
        add(new Command("previous-tab", FILE, "Previous tab", Keys.ctrl(KeyCode.TAB, SHIFT_DOWN), someTab,
                () -> actions.workspace().selectNext(-1)));
        add(new Command("unsuppress", FILE, "Show suppressed findings again", null, someTrace,
                actions::suppressNothing));
        add(new Command("editor", FILE, "Editor and sources…", null, ALWAYS,
                () -> actions.overlayProperty().set(WindowActions.Overlay.EDITOR)));
        add(new Command("quit", FILE, "Quit", Keys.ctrl(KeyCode.Q), ALWAYS, actions::quit));
    }

    private void view(SequencedMap<PageKey, String> pages) {
        pages.forEach((page, title) -> inTrace("page-" + title.toLowerCase(Locale.ROOT), VIEW, title,
                Keys.ctrl(DIGITS[page.ordinal()]), session -> session.pageProperty().set(page)));
        inTrace("details", VIEW, "Show or hide the details", Keys.ctrl(KeyCode.D), session -> actions.toggleDetails());
        inTrace("findings-pane", VIEW, "Show or hide the findings beside the page", Keys.ctrl(KeyCode.B),
                session -> actions.preferences().panes().toggleFindings());
        add(new Command("theme", VIEW, "Next theme: light, dark, high contrast", Keys.ctrl(KeyCode.T), ALWAYS,
                actions::nextTheme));
        add(new Command("larger", VIEW, "Larger",
                Keys.anyOf("Ctrl++", Keys.ctrl(KeyCode.PLUS), Keys.ctrl(KeyCode.PLUS, SHIFT_DOWN),
                        Keys.ctrl(KeyCode.EQUALS), Keys.ctrl(KeyCode.EQUALS, SHIFT_DOWN), Keys.ctrl(KeyCode.ADD)),
                ALWAYS,
                () -> actions.scale(1)));
        add(new Command("smaller", VIEW, "Smaller",
                Keys.anyOf("Ctrl+-", Keys.ctrl(KeyCode.MINUS), Keys.ctrl(KeyCode.SUBTRACT)), ALWAYS,
                () -> actions.scale(-1)));
        add(new Command("usual-size", VIEW, "Usual size",
                Keys.anyOf("Ctrl+0", Keys.ctrl(KeyCode.DIGIT0), Keys.ctrl(KeyCode.NUMPAD0)), ALWAYS,
                () -> actions.scale(0)));
    }

    private void go() {
        add(new Command("search", GO, "Search…", Keys.ctrl(KeyCode.K), ALWAYS,
                () -> actions.overlayProperty().set(WindowActions.Overlay.SEARCH)));
        inTrace("back", GO, "Back to what was shown before", Keys.alt(KeyCode.LEFT),
                session -> session.history().back());
        inTrace("forth", GO, "Forth again", Keys.alt(KeyCode.RIGHT), session -> session.history().forth());
        inTrace("whole", GO, "Show the whole trace", new TypedKey("0", KeyCode.DIGIT0),
                session -> session.viewport().showWhole());
        inTrace("zoom-selection", GO, "Zoom to selection", Keys.plain(KeyCode.F),
                session -> actions.zoomToSelection());
        inTrace("zoom-in", GO, "Zoom in", new TypedKey("+", KeyCode.EQUALS, SHIFT_DOWN),
                session -> zoom(session.viewport(), 0.5));
        inTrace("zoom-out", GO, "Zoom out", new TypedKey("-", KeyCode.MINUS), session -> zoom(session.viewport(), 2));
        inTrace("note", GO, "Note what is shown", Keys.plain(KeyCode.B), session -> actions.addNote());
        inTrace("count-range", GO, "Count only the selected or visible range", Keys.plain(KeyCode.R),
                session -> actions.countRange());
        inTrace("count-whole", GO, "Count the whole trace again", Keys.plain(KeyCode.R, SHIFT_DOWN),
                session -> actions.countWhole());
        add(new Command("waker", GO, "Go to waker of the selected goroutine", Keys.ctrl(KeyCode.U),
                goroutineSelected, actions::followWaker));
        add(new Command("creator", GO, "Go to creator of the selected goroutine", Keys.ctrl(KeyCode.U, SHIFT_DOWN),
                goroutineSelected, actions::followCreator));
        add(new Command("woken", GO, "Go to the first goroutine that it woke", Keys.ctrl(KeyCode.J),
                goroutineSelected, actions::followWoken));
        add(new Command("created", GO, "Go to the first goroutine that it created", Keys.ctrl(KeyCode.J, SHIFT_DOWN),
                goroutineSelected, actions::followCreated));
        inTrace("path", GO, "Critical path of the selection", Keys.plain(KeyCode.P), session -> actions.showPath());
        inTrace("next-finding", GO, "Next finding", Keys.plain(KeyCode.N), session -> actions.nextFinding(1));
        inTrace("previous-finding", GO, "Previous finding", Keys.plain(KeyCode.N, SHIFT_DOWN),
                session -> actions.nextFinding(-1));
    }

    private void help() {
        add(new Command("help", HELP, "Keys and legend", new TypedKey("?", KeyCode.SLASH, SHIFT_DOWN), ALWAYS,
                () -> actions.overlayProperty().set(WindowActions.Overlay.HELP)));
        add(new Command("manual", HELP, "Manual", Keys.plain(KeyCode.F1), ALWAYS,
                () -> actions.overlayProperty().set(WindowActions.Overlay.MANUAL)));
        add(new Command("glossary", HELP, "Glossary", Keys.plain(KeyCode.F1, SHIFT_DOWN), ALWAYS,
                () -> actions.overlayProperty().set(WindowActions.Overlay.GLOSSARY)));
    }

    private static void zoom(Viewport viewport, double factor) {
        viewport.zoom(factor, viewport.visible().middleNs());
    }

    private void inTrace(String id, Command.Menu menu, String label, @Nullable KeyCombination key,
            Consumer<Session> action) {
        add(new Command(id, menu, label, key, someTrace, () -> actions.workspace().session().ifPresent(action)));
    }

    private void add(Command command) {
        all.add(command);
    }

    private static ObservableBooleanValue holds(ObservableValue<Boolean> value) {
        return Bindings.createBooleanBinding(() -> Boolean.TRUE.equals(value.getValue()), value);
    }
}
