package dev.faultline.views.fx;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.words.Units;
import dev.faultline.views.flame.FlameDiff;
import dev.faultline.views.flame.FlameLayout;
import dev.faultline.views.flame.FlamePainter;
import dev.faultline.views.flame.FlamePath;
import dev.faultline.views.flame.FlameQuery;
import dev.faultline.views.flame.FlameSource;
import dev.faultline.views.flame.FlameTree;
import dev.faultline.views.flame.FlameWords;
import dev.faultline.views.flame.Measure;
import dev.faultline.views.flame.TooMuchException;
import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.paint.TextStyle;
import dev.faultline.views.scale.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Where goroutines waited, by reason and stack, or where they ran by CPU samples; in the selected time, else in the
/// visible one. A click on a box zooms to it, a click on a row above zooms out again. [#close] ends its background work.
public final class FlameView extends Region implements AutoCloseable {
    private static final Duration SETTLED = Duration.millis(150);
    private static final double HEAD = 28;

    private final TraceModel model;
    private final FlameSource source;
    private final Viewport viewport;
    private final ExecutorService worker = Executors
            .newSingleThreadExecutor(LowPriority.threads("flame"));
    private final PaintedCanvas canvas = new PaintedCanvas(this::paint);
    private final FlamePainter painter = new FlamePainter(canvas.surface());
    private final HoverCard card = new HoverCard();
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private final ObjectProperty<FlameQuery> query;
    private final ReadOnlyObjectWrapper<List<String>> path = new ReadOnlyObjectWrapper<>(this, "path", List.of());
    private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper(this, "found", "");
    private final ReadOnlyStringWrapper compared = new ReadOnlyStringWrapper(this, "compared", "");
    private Consumer<MenuRequest> menu = _ -> {};
    /// What is shown: `made` itself, or compared with `first`.
    private @Nullable FlameTree tree;
    private @Nullable FlameTree made;
    private @Nullable FlameTree first;
    private @Nullable FlameOther other;
    private @Nullable FlameDiff diff;
    private String problem = "";
    private @Nullable FlameLayout layout;
    private FrameTime frame = FrameTime.NONE;
    private FlameQuery shown;
    private int zoomed;
    private int hovered = -1;
    private String search = "";
    private double scroll;
    private volatile int asked;

    /// @param facts the trace
    /// @param viewport shared with the other views of the trace
    /// @param selection shared with the other views of the trace
    public FlameView(Facts facts, Viewport viewport, Selection selection) {
        model = facts.model();
        source = new FlameSource(model);
        this.viewport = viewport;
        shown = FlameQuery.of(Measure.BLOCKED, viewport.asked());
        query = new SimpleObjectProperty<>(this, "query", shown);
        getStyleClass().add("flame-view");
        setFocusTraversable(true);
        setAccessibleText("Flame graph; arrows go from box to box, Enter zooms, Escape zooms out");
        getChildren().addAll(canvas, card, new FocusRing(this));
        settled.setOnFinished(_ -> {
            if (getScene() != null) {
                rebuild();
            }
        });
        viewport.visibleProperty().subscribe(_ -> ask());
        viewport.selectedProperty().subscribe(_ -> ask());
        query.subscribe(_ -> ask());
        visibleProperty().subscribe(_ -> ask());
        sceneProperty().subscribe(_ -> ask());
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(e.getX(), e.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(-1, -1));
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        new FlameKeys(this);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    }

    /// What is asked for; its time is always that of the viewport.
    public ObjectProperty<FlameQuery> queryProperty() {
        return query;
    }

    /// Which range another one is compared with, such as `100.000 ms to 200.000 ms`; empty while nothing is compared.
    public ReadOnlyStringProperty comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /// Keeps what is shown: from now on everything is compared with it.
    public void compareFromHere() {
        FlameTree now = made;
        if (now != null && !now.inOrder()) {
            first = now;
            compared.set(words(shown));
            ask();
        }
    }

    /// Compares with another trace in the time that its views show.
    public void compareWith(Facts with, Viewport time, String name) {
        other = new FlameOther(new FlameSource(with.model()), time);
        compared.set(name);
        time.visibleProperty().subscribe(_ -> ask());
        time.selectedProperty().subscribe(_ -> ask());
    }

    /// Compares no more.
    public void stopComparing() {
        first = null;
        other = null;
        compared.set("");
        ask();
    }

    /// Asks for a context menu.
    ///
    /// @param path the box under the pointer
    public record MenuRequest(FlamePath path, double screenX, double screenY) {}

    /// @param shown takes what the context menu is about; called when there is a box under the pointer
    public void setOnMenu(Consumer<MenuRequest> shown) {
        menu = shown;
    }

    /// Names from the root to the zoomed node, for a breadcrumb; [#zoomOut] takes a position in it.
    public ReadOnlyObjectProperty<List<String>> pathProperty() {
        return path.getReadOnlyProperty();
    }

    /// What share the search found, such as `main.worker: 84 %`; empty without a search.
    public ReadOnlyStringProperty foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// Lets only nodes whose name contains a text keep their colour.
    public void setSearch(String text) {
        search = text.strip();
        tellFound();
        canvas.repaint();
    }

    /// Zooms out to a position of the path; 0 is the root.
    public void zoomOut(int position) {
        FlameTree now = tree;
        if (now == null) {
            return;
        }
        int node = zoomed;
        for (int i = path.get().size() - 1; i > position; i--) {
            node = now.parent(node);
        }
        zoomTo(Math.max(0, node));
    }

    /// Takes the colours of another palette.
    public void setPalette(Palette palette) {
        canvas.use(palette);
        card.use(palette);
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    /// What the picture on screen took.
    public FrameTime frameTime() {
        return frame;
    }

    /// The layout on screen, null while the first one is being made.
    @Nullable
    FlameLayout laidOut() {
        return layout;
    }

    /// Whether what is on screen is what was asked for last.
    boolean settled() {
        return settled.getStatus() == Animation.Status.STOPPED && shown.equals(asked());
    }

    /// What the card under the pointer says.
    List<String> cardLines() {
        return card.lines();
    }

    @Override
    protected void layoutChildren() {
        canvas.resizeRelocate(0, 0, getWidth(), getHeight());
        layout = null;
        canvas.repaint();
    }

    private void ask() {
        if (isVisible() && getScene() != null) {
            settled.playFromStart();
        }
    }

    private FlameQuery asked() {
        FlameQuery wanted = query.get();
        return wanted.with(wanted.measure(), viewport.asked());
    }

    private void rebuild() {
        FlameQuery wanted = asked();
        int mine = ++asked;
        Supplier<FlameOther.Trees> making = FlameOther.of(source, wanted, other);
        worker.execute(() -> {
            try {
                if (mine == asked) {
                    FlameOther.Trees next = making.get();
                    Platform.runLater(() -> take(next.tree(), next.base(), wanted, ""));
                }
            } catch (TooMuchException e) {
                Platform.runLater(() -> take(null, null, wanted, String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                // the trace may have been closed under it: then nobody waits for the tree
                if (!worker.isShutdown()) {
                    throw e;
                }
            }
        });
    }

    private void take(@Nullable FlameTree next, @Nullable FlameTree theirs, FlameQuery of, String wrong) {
        FlameTree before = tree;
        problem = wrong;
        made = next;
        shown = of;
        FlameTree base = theirs == null ? first : theirs;
        diff = next == null || base == null || next.inOrder() || base.unit() != next.unit()
                ? null
                : FlameDiff.of(base, next);
        tree = diff == null ? next : diff.tree();
        int node = before == null || tree == null ? 0 : tree.alike(before, zoomed);
        hovered = -1;
        card.hide();
        tellFound();
        zoomTo(node);
    }

    void zoomTo(int node) {
        zoomed = node;
        layout = null;
        List<String> names = new ArrayList<>();
        for (int n = node; tree != null && n >= 0; n = tree.parent(n)) {
            names.addFirst(tree.name(n));
        }
        path.set(names);
        canvas.repaint();
    }

    private void tellFound() {
        FlameTree now = tree;
        found.set(now == null || search.isEmpty()
                ? ""
                : search + ": " + Units.share((double) now.matching(search) / Math.max(1, now.weight(0))));
    }

    private void click(MouseEvent e) {
        requestFocus();
        FlameLayout.Placed placed = at(e.getX(), e.getY());
        if (placed != null && e.getButton() == MouseButton.PRIMARY) {
            zoomTo(placed.node());
        }
    }

    private void wheel(ScrollEvent e) {
        scroll = Math.clamp(scroll - e.getDeltaY(), 0, Math.max(0, contentHeight() - getHeight()));
        canvas.repaint();
        e.consume();
    }

    /// The node that is pointed at, -1 when none is.
    int pointed() {
        return hovered;
    }

    /// Points at a node as the pointer would, and scrolls to it.
    void point(FlameLayout.Placed placed) {
        Box box = placed.box();
        scroll = Math.clamp(scroll, Math.min(box.y(), Math.max(0, box.bottom() + HEAD - getHeight())), box.y());
        hovered = placed.node();
        card.show(facts(hovered), Math.max(0, box.x()), box.bottom() + HEAD - scroll);
        canvas.repaint();
    }

    private void point(double x, double y) {
        FlameLayout.Placed placed = at(x, y);
        hovered = placed == null ? -1 : placed.node();
        card.show(placed == null ? List.of() : facts(placed.node()), x, y);
        canvas.repaint();
    }

    private List<String> facts(int node) {
        FlameTree now = tree;
        return now == null ? List.of() : FlameWords.of(now, diff, node);
    }

    private void menu(ContextMenuEvent e) {
        FlameLayout.Placed placed = at(e.getX(), e.getY());
        FlameTree now = tree;
        int node = e.isKeyboardTrigger() ? hovered : placed == null ? -1 : placed.node();
        if (node >= 0 && now != null) {
            menu.accept(new MenuRequest(new FlamePath(model, shown, now, node), e.getScreenX(), e.getScreenY()));
            e.consume();
        }
    }

    private FlameLayout.@Nullable Placed at(double x, double y) {
        return layout == null || y < HEAD ? null : layout.at(x, y - HEAD + scroll);
    }

    private double contentHeight() {
        return layout == null ? 0 : layout.height() + HEAD;
    }

    private void paint(Surface surface) {
        Box all = new Box(0, 0, canvas.getWidth(), canvas.getHeight());
        surface.fill(all, Role.BACKGROUND);
        FlameTree now = tree;
        if (now == null || now.isEmpty()) {
            String words = !problem.isEmpty()
                    ? problem
                    : now == null ? "Summing up stacks…" : shown.measure().nothing();
            surface.text(new Label(words, all.width() / 2, all.height() / 3, TextStyle.BODY, Label.Align.MIDDLE),
                    Role.DIM);
            return;
        }
        long begun = System.nanoTime();
        FlameLayout laid = layout;
        if (laid == null) {
            laid = FlameLayout.of(now, zoomed, all.width());
            layout = laid;
            scroll = Math.clamp(scroll, 0, Math.max(0, contentHeight() - getHeight()));
        }
        long laidOut = System.nanoTime();
        painter.paint(laid, new FlamePainter.Emphasis(hovered, search), HEAD - scroll, all);
        head(surface, all);
        frame = new FrameTime(laidOut - begun, System.nanoTime() - laidOut);
    }

    private void head(Surface surface, Box all) {
        surface.fill(new Box(0, 0, all.width(), HEAD - 2), Role.BACKGROUND);
        String what = settled() ? FlameWords.order(shown, diff != null) : "Summing up stacks…";
        String time = words(shown);
        surface.text(Label.right(time, all.width() - 8, 17, TextStyle.SMALL), Role.DIM);
        double room = all.width() - surface.width(time, TextStyle.SMALL) - 32;
        surface.text(Label.left(surface.fit(what, TextStyle.SMALL, Math.max(0, room)), 8, 17, TextStyle.SMALL),
                Role.DIM);
    }

    private String words(FlameQuery of) {
        TimeRange range = of.range();
        return range.equals(viewport.whole())
                ? (viewport.moments().stretch() ? "whole range, " : "whole trace, ")
                        + Units.duration(range.durationNs())
                : viewport.moments().at(range.fromNs(), range.durationNs()) + " to "
                        + viewport.moments().at(range.toNs(), range.durationNs()) + ", "
                        + Units.duration(range.durationNs());
    }
}
