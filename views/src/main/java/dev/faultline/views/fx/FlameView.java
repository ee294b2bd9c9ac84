package dev.faultline.views.fx;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.words.Units;
import dev.faultline.views.flame.FlameLayout;
import dev.faultline.views.flame.FlamePainter;
import dev.faultline.views.flame.FlameSource;
import dev.faultline.views.flame.FlameTree;
import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.TextStyle;
import dev.faultline.views.scale.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyEvent;
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

    private final FlameSource source;
    private final Viewport viewport;
    private final ExecutorService worker = Executors
            .newSingleThreadExecutor(LowPriority.threads("flame"));
    private final PaintedCanvas canvas = new PaintedCanvas(this::paint);
    private final FlamePainter painter = new FlamePainter(canvas.surface());
    private final HoverCard card = new HoverCard();
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private final ObjectProperty<FlameSource.Measure> kind = new SimpleObjectProperty<>(this, "kind",
            FlameSource.Measure.BLOCKED);
    private final ReadOnlyObjectWrapper<List<String>> path = new ReadOnlyObjectWrapper<>(this, "path", List.of());
    private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper(this, "found", "");
    private @Nullable FlameTree tree;
    private @Nullable FlameLayout layout;
    private FrameTime frame = FrameTime.NONE;
    private TimeRange shown;
    private int zoomed;
    private int hovered = -1;
    private String search = "";
    private double scroll;
    private volatile int asked;

    /// @param facts the trace
    /// @param viewport shared with the other views of the trace
    /// @param selection shared with the other views of the trace
    public FlameView(Facts facts, Viewport viewport, Selection selection) {
        source = new FlameSource(facts.model());
        this.viewport = viewport;
        shown = viewport.asked();
        getStyleClass().add("flame-view");
        setFocusTraversable(true);
        getChildren().addAll(canvas, card);
        settled.setOnFinished(_ -> {
            if (getScene() != null) {
                rebuild();
            }
        });
        viewport.visibleProperty().subscribe(_ -> ask());
        viewport.selectedProperty().subscribe(_ -> ask());
        kind.subscribe(_ -> ask());
        visibleProperty().subscribe(_ -> ask());
        sceneProperty().subscribe(_ -> ask());
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(e.getX(), e.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(-1, -1));
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Waits or CPU samples.
    public ObjectProperty<FlameSource.Measure> kindProperty() {
        return kind;
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
        return settled.getStatus() == Animation.Status.STOPPED && shown.equals(viewport.asked());
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

    private void rebuild() {
        TimeRange range = viewport.asked();
        FlameSource.Measure wanted = kind.get();
        int mine = ++asked;
        worker.execute(() -> {
            try {
                if (mine == asked) {
                    FlameTree made = source.tree(wanted, range);
                    Platform.runLater(() -> take(made, range));
                }
            } catch (RuntimeException e) {
                // the trace may have been closed under it: then nobody waits for the tree
                if (!worker.isShutdown()) {
                    throw e;
                }
            }
        });
    }

    private void take(FlameTree made, TimeRange range) {
        FlameTree before = tree;
        int node = before == null ? 0 : made.alike(before, zoomed);
        tree = made;
        shown = range;
        hovered = -1;
        card.hide();
        tellFound();
        zoomTo(node);
    }

    private void zoomTo(int node) {
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

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case ESCAPE, BACK_SPACE, S, UP -> {
                if (tree != null && zoomed > 0) {
                    zoomTo(tree.parent(zoomed));
                }
                e.consume();
            }
            case DIGIT0, NUMPAD0 -> {
                zoomTo(0);
                e.consume();
            }
            default -> {
                // not ours
            }
        }
    }

    private void point(double x, double y) {
        FlameLayout.Placed placed = at(x, y);
        hovered = placed == null ? -1 : placed.node();
        card.show(placed == null ? List.of() : facts(placed.node()), x, y);
        canvas.repaint();
    }

    private List<String> facts(int node) {
        FlameTree now = tree;
        if (now == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(now.name(node));
        lines.add(now.words(now.weight(node)) + ", " + Units.share(now.share(node)) + " of the total");
        int parent = now.parent(node);
        if (parent > 0) {
            lines.add(Units.share((double) now.weight(node) / Math.max(1, now.weight(parent))) + " of "
                    + now.name(parent));
        }
        if (now.unit() == FlameTree.Unit.TIME) {
            long count = now.count(node);
            lines.add(Units.count(count, "wait") + ", " + Units.duration(now.weight(node) / Math.max(1, count))
                    + " on average");
        }
        return lines;
    }

    private FlameLayout.@Nullable Placed at(double x, double y) {
        return layout == null || y < HEAD ? null : layout.at(x, y - HEAD + scroll);
    }

    private double contentHeight() {
        return layout == null ? 0 : layout.height() + HEAD;
    }

    private void paint(FxSurface surface) {
        Box all = new Box(0, 0, canvas.getWidth(), canvas.getHeight());
        surface.fill(all, Role.BACKGROUND);
        FlameTree now = tree;
        if (now == null || now.isEmpty()) {
            String words = now == null ? "Summing up stacks…" : kind.get().nothing();
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

    private void head(FxSurface surface, Box all) {
        surface.fill(new Box(0, 0, all.width(), HEAD - 2), Role.BACKGROUND);
        boolean whole = shown.equals(viewport.whole());
        String time = whole
                ? (viewport.moments().stretch() ? "whole range, " : "whole trace, ")
                        + Units.duration(shown.durationNs())
                : viewport.moments().at(shown.fromNs(), shown.durationNs()) + " to "
                        + viewport.moments().at(shown.toNs(), shown.durationNs()) + ", "
                        + Units.duration(shown.durationNs());
        surface.text(Label.left("Time by reason and stack, outermost frame on top", 8, 17, TextStyle.SMALL), Role.DIM);
        surface.text(Label.right(time, all.width() - 8, 17, TextStyle.SMALL), Role.DIM);
    }
}
