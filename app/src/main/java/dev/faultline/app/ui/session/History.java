package dev.faultline.app.ui.session;

import dev.faultline.model.rules.Finding;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The way back and forth through what a trace's views showed: page, visible and selected time, selection, finding, and what
/// the pages keep themselves, such as filter, open sections and scroll.
///
/// Changes that follow one another within [#PAUSE_NS], such as wheel steps or what belongs to a jump, are one step.
public final class History {
    private static final long PAUSE_NS = 700_000_000;
    private static final int MOST = 200;

    private final Session session;
    private final Map<String, Keeper<?>> keepers = new LinkedHashMap<>();
    private final Deque<Place> past = new ArrayDeque<>();
    private final Deque<Place> future = new ArrayDeque<>();
    private long lastChange = Long.MIN_VALUE;
    private boolean restoring;

    private record Place(PageKey page, TimeRange visible, @Nullable TimeRange range, Thing selected,
            @Nullable Finding finding, Map<String, Object> kept) {
        Place on(PageKey other) {
            return new Place(other, visible, range, selected, finding, kept);
        }

        Place at(TimeRange other) {
            return new Place(page, other, range, selected, finding, kept);
        }
    }

    private record Keeper<T>(Class<T> type, Supplier<T> save, Consumer<T> restore) {
        void put(@Nullable Object saved) {
            if (type.isInstance(saved)) {
                restore.accept(type.cast(saved));
            }
        }
    }

    History(Session session) {
        this.session = session;
        session.pageProperty().addListener((_, before, _) -> changed(now().on(before)));
        session.viewport().visibleProperty().addListener((_, before, _) -> changed(now().at(before)));
    }

    /// Lets a page keep more than all have.
    ///
    /// @param name of what it keeps
    /// @param save what it shows now, immutable and small
    /// @param restore shows it again
    public <T> void keep(String name, Class<T> type, Supplier<T> save, Consumer<T> restore) {
        keepers.put(name, new Keeper<>(type, save, restore));
    }

    /// What is shown now is to be found again: something will change. Called before changes that no property tells.
    public void step() {
        changed(now());
    }

    /// Begins a step of its own, however short the time since the last one.
    void jump() {
        lastChange = Long.MIN_VALUE;
        step();
    }

    public boolean canGoBack() {
        return !past.isEmpty();
    }

    public boolean canGoForth() {
        return !future.isEmpty();
    }

    /// Shows what was shown before the last step.
    public void back() {
        travel(past, future);
    }

    /// Undoes [#back].
    public void forth() {
        travel(future, past);
    }

    private void changed(Place before) {
        long time = System.nanoTime();
        boolean step = lastChange == Long.MIN_VALUE || time - lastChange > PAUSE_NS;
        if (restoring) {
            return;
        }
        lastChange = time;
        if (step && !before.equals(past.peek())) {
            past.push(before);
            future.clear();
            if (past.size() > MOST) {
                past.removeLast();
            }
        }
    }

    private void travel(Deque<Place> from, Deque<Place> to) {
        if (!from.isEmpty()) {
            to.push(now());
            restore(from.pop());
        }
    }

    private void restore(Place place) {
        restoring = true;
        try {
            session.pageProperty().set(place.page());
            session.findings().selectedProperty().set(place.finding());
            session.viewport().show(place.visible());
            session.viewport().selectedProperty().set(place.range());
            session.selection().select(place.selected());
            keepers.forEach((name, keeper) -> keeper.put(place.kept().get(name)));
        } finally {
            restoring = false;
            lastChange = Long.MIN_VALUE;
        }
    }

    private Place now() {
        var kept = new HashMap<String, Object>();
        keepers.forEach((name, keeper) -> kept.put(name, keeper.save().get()));
        return new Place(session.pageProperty().get(), session.viewport().visible(), session.viewport().selected(),
                session.selection().selected(), session.findings().selectedProperty().get(), Map.copyOf(kept));
    }
}
