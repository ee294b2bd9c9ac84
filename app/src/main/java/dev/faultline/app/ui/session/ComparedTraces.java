package dev.faultline.app.ui.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two open traces, or ranges of traces, that are compared in a tab of their own. The tab closes with the first of them.
public final class ComparedTraces {
    /// What an open trace keeps of the comparison: nothing once that is closed.
    private static final class Tie {
        private @Nullable Runnable action;

        void pull() {
            Runnable now = action;
            action = null;
            if (now != null) {
                now.run();
            }
        }
    }

    private final Session before;
    private final Session after;
    private final Tie tie = new Tie();
    private final List<Runnable> atClose = new ArrayList<>();

    ComparedTraces(Session before, Session after) {
        this.before = before;
        this.after = after;
        Tie held = tie;
        before.whenClosed(held::pull);
        after.whenClosed(held::pull);
    }

    /// The old side.
    public Session before() {
        return before;
    }

    /// The new side.
    public Session after() {
        return after;
    }

    /// Both names: `before.trace → after.trace`.
    public String title() {
        return before.title() + " → " + after.title();
    }

    /// Does something when the comparison is closed.
    public void whenClosed(Runnable action) {
        atClose.add(action);
    }

    /// @param action runs when one of the traces is closed
    void whenLost(Runnable action) {
        tie.action = action;
    }

    void close() {
        tie.action = null;
        atClose.forEach(Runnable::run);
        atClose.clear();
    }
}
