package dev.faultline.views.fx;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.ADD;
import static javafx.scene.input.KeyCode.COMMA;
import static javafx.scene.input.KeyCode.D;
import static javafx.scene.input.KeyCode.DIGIT0;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.EQUALS;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.MINUS;
import static javafx.scene.input.KeyCode.NUMPAD0;
import static javafx.scene.input.KeyCode.O;
import static javafx.scene.input.KeyCode.PAGE_DOWN;
import static javafx.scene.input.KeyCode.PAGE_UP;
import static javafx.scene.input.KeyCode.PERIOD;
import static javafx.scene.input.KeyCode.PLUS;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.S;
import static javafx.scene.input.KeyCode.SUBTRACT;
import static javafx.scene.input.KeyCode.UP;
import static javafx.scene.input.KeyCode.V;
import static javafx.scene.input.KeyCode.W;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys of the timeline: what each does, and the listening to them.
public final class TimelineKeys {
    private static final double ZOOM = 0.7;
    private static final double PAN = 0.12;
    private static final double PAGE = 0.9;

    private static final List<Binding> BINDINGS = List.of(
            everywhere("zoom in", (view, time) -> time.zoom(ZOOM, view.pointedNs()), key(W), shift(UP)),
            everywhere("zoom out", (view, time) -> time.zoom(1 / ZOOM, view.pointedNs()), key(S), shift(DOWN)),
            everywhere("pan to earlier times", (view, time) -> time.pan(-step(time)), key(A), shift(LEFT)),
            everywhere("pan to later times", (view, time) -> time.pan(step(time)), key(D), shift(RIGHT)),
            everywhere("select the span before", (view, _) -> view.navigator().step(-1, view.picture().firstRow()),
                    key(LEFT),
                    key(COMMA)),
            everywhere("select the next span", (view, _) -> view.navigator().step(1, view.picture().firstRow()),
                    key(RIGHT),
                    key(PERIOD)),
            everywhere("select the row above", (view, _) -> view.navigator().walk(-1, view.picture().firstRow()),
                    key(UP)),
            everywhere("select the row below", (view, _) -> view.navigator().walk(1, view.picture().firstRow()),
                    key(DOWN)),
            everywhere("GC and stop-the-world pauses over all rows, or not",
                    (view, _) -> toggle(view.options().runtimeShownProperty()), key(O)),
            everywhere("all states, or eight", (view, _) -> toggle(view.options().fineStatesProperty()), key(V)),
            focused("scroll a page up", (view, _) -> view.scrollBy(-page(view)), key(PAGE_UP)),
            focused("scroll a page down", (view, _) -> view.scrollBy(page(view)), key(PAGE_DOWN)),
            focused("go to the first row", (view, _) -> view.scrollBy(Double.NEGATIVE_INFINITY), key(HOME)),
            focused("go to the last row", (view, _) -> view.scrollBy(Double.POSITIVE_INFINITY), key(END)),
            focused("unfold or fold the selected row", (view, _) -> view.unfoldSelected(), key(ENTER)),
            focused("select no time range, then nothing", (view, _) -> view.clear(), key(ESCAPE)),
            likeCommand((view, time) -> time.zoom(ZOOM, view.pointedNs()), key(PLUS), key(ADD), key(EQUALS),
                    shift(EQUALS)),
            likeCommand((view, time) -> time.zoom(1 / ZOOM, view.pointedNs()), key(MINUS), key(SUBTRACT)),
            likeCommand((view, _) -> view.zoomToSelection(), key(F)),
            likeCommand((_, time) -> time.showWhole(), key(DIGIT0), key(NUMPAD0)));

    private final TimelineView view;
    private final Viewport viewport;
    private final EventHandler<KeyEvent> windowKeys = this::windowKey;

    TimelineKeys(TimelineView view, Viewport viewport) {
        this.view = view;
        this.viewport = viewport;
        view.addEventHandler(KeyEvent.KEY_PRESSED, e -> press(e, false));
        view.sceneProperty().addListener((_, before, now) -> follow(before, now));
    }

    /// A key for people.
    ///
    /// @param keys what to press, one of them: `W`, `Shift+Up`
    /// @param label what it does, in lower case
    public record Shown(List<String> keys, String label) {}

    /// Where a key works.
    private enum Scope {
        /// In the whole window while the timeline is shown.
        EVERYWHERE,
        /// While the timeline has the focus.
        FOCUSED,
        /// While the timeline has the focus, where it does at the pointer what the window's command does.
        COMMAND
    }

    private record Key(KeyCode code, boolean shift) {
        boolean matches(KeyEvent e) {
            return e.getCode() == code && e.isShiftDown() == shift;
        }

        String text() {
            return (shift ? "Shift+" : "") + code.getName();
        }
    }

    private record Binding(String label, Scope scope, List<Key> keys, BiConsumer<TimelineView, Viewport> action) {}

    private static Binding everywhere(String label, BiConsumer<TimelineView, Viewport> action, Key... keys) {
        return new Binding(label, Scope.EVERYWHERE, List.of(keys), action);
    }

    private static Binding focused(String label, BiConsumer<TimelineView, Viewport> action, Key... keys) {
        return new Binding(label, Scope.FOCUSED, List.of(keys), action);
    }

    private static Binding likeCommand(BiConsumer<TimelineView, Viewport> action, Key... keys) {
        return new Binding("", Scope.COMMAND, List.of(keys), action);
    }

    private static Key key(KeyCode code) {
        return new Key(code, false);
    }

    private static Key shift(KeyCode code) {
        return new Key(code, true);
    }

    /// All keys that are not the window's.
    public static List<Shown> all() {
        return BINDINGS.stream().filter(binding -> binding.scope() != Scope.COMMAND)
                .map(binding -> new Shown(binding.keys().stream().map(Key::text).toList(), binding.label())).toList();
    }

    /// Listens to the keys of the whole window as long as the view is shown there: nobody should have to click it first.
    private void follow(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventHandler(KeyEvent.KEY_PRESSED, windowKeys);
        }
        if (now != null) {
            now.addEventHandler(KeyEvent.KEY_PRESSED, windowKeys);
        }
    }

    private void windowKey(KeyEvent e) {
        Scene scene = view.getScene();
        boolean typing = scene != null && scene.getFocusOwner() instanceof TextInputControl;
        if (!e.isConsumed() && !typing) {
            press(e, true);
        }
    }

    private void press(KeyEvent e, boolean fromWindow) {
        if (e.isAltDown() || e.isShortcutDown()) {
            return;
        }
        Stream<Binding> bindings = BINDINGS.stream()
                .filter(binding -> !fromWindow || binding.scope() == Scope.EVERYWHERE);
        bindings.filter(binding -> binding.keys().stream().anyMatch(key -> key.matches(e))).findFirst()
                .ifPresent(binding -> {
                    // what it tells of moves away from under the pointer
                    view.hideCard();
                    binding.action().accept(view, viewport);
                    e.consume();
                });
    }

    private static void toggle(BooleanProperty option) {
        option.set(!option.get());
    }

    private static long step(Viewport viewport) {
        return Math.max(1, Math.round(viewport.visible().durationNs() * PAN));
    }

    private static double page(TimelineView view) {
        return view.picture().geometry().lanes().height() * PAGE;
    }
}
