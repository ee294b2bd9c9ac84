package dev.faultline.app.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// A tab: one file, in any state.
public final class TraceTab {
    private final Path file;
    private final ReadOnlyObjectWrapper<TabState> state;
    /// The whole trace while a range of it is shown, else null.
    private TabState.@Nullable Open whole;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title");

    TraceTab(Path file, TabState state) {
        this.file = file;
        this.state = new ReadOnlyObjectWrapper<>(this, "state", state);
        Path name = file.getFileName();
        title.set(name == null ? file.toString() : name.toString());
    }

    public Path file() {
        return file;
    }

    /// What the tab is called: the file's name, or the name of the trace inside it.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public String title() {
        return title.get();
    }

    public ReadOnlyObjectProperty<TabState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public TabState state() {
        return state.get();
    }

    /// The open trace, if it is open.
    public Optional<Session> session() {
        return state.get() instanceof TabState.Open(Session session) ? Optional.of(session) : Optional.empty();
    }

    /// Shows a range of the trace in place of the trace, or of another range of it.
    void enter(TabState.Open range) {
        if (state.get() instanceof TabState.Open open && whole == null) {
            whole = open;
        }
        state.set(range);
    }

    /// Shows the whole trace again.
    void leave() {
        TabState.Open back = whole;
        if (back != null) {
            whole = null;
            state.set(back);
        }
    }

    /// Whether the tab goes on to need what was shown for a state: its own, and that of the whole trace beside a range.
    public boolean holds(TabState shown) {
        return shown == state.get() || shown == whole;
    }

    void setTitle(String next) {
        title.set(next);
    }

    void setState(TabState next) {
        state.set(next);
    }
}
