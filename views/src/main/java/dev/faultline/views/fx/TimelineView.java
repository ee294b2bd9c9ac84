package dev.faultline.views.fx;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.density.Counters;
import dev.faultline.views.timeline.density.Densities;
import dev.faultline.views.timeline.early.EarlyPicture;
import dev.faultline.views.timeline.lane.LaneSummaries;
import dev.faultline.views.timeline.lane.Lanes;
import dev.faultline.views.timeline.paint.TimelinePainter;
import dev.faultline.views.timeline.picture.FindingMarks;
import dev.faultline.views.timeline.picture.Geometry;
import dev.faultline.views.timeline.picture.HoverText;
import dev.faultline.views.timeline.picture.LegendItem;
import dev.faultline.views.timeline.picture.Legends;
import dev.faultline.views.timeline.picture.Overlay;
import dev.faultline.views.timeline.picture.TimelineLayout;
import dev.faultline.views.timeline.picture.TimelinePicture;
import dev.faultline.views.timeline.picture.TimelinePicture.Hit;
import dev.faultline.views.timeline.row.Filter;
import dev.faultline.views.timeline.row.Grouping;
import dev.faultline.views.timeline.row.Order;
import dev.faultline.views.timeline.row.Rows;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Unfolder;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The timeline of a trace: overview, ruler, and rows for the runtime, Ps, tasks and goroutines. It shows and
/// changes the [Viewport] and the [Selection] that it shares with other views. [#close] ends its background work.
public final class TimelineView extends Region implements AutoCloseable {
    private final TraceModel model;
    private final Viewport viewport;
    private final Selection selection;
    private final Workers workers;
    private final Navigator navigator;
    final RowsModel rows;
    private final TimelineLayout layout;
    private final TimelinePainter painter;
    private final PaintedCanvas canvas = new PaintedCanvas(this::paint);
    final RowScroll scroll = new RowScroll(canvas::repaint);
    private final Pointer pointer;
    private final TimelineOptions options = new TimelineOptions();
    private final FindingLayer findings;
    private final FlagLayer flags = new FlagLayer(canvas::repaint);
    private TimelinePicture picture;
    private FrameTime frame = FrameTime.NONE;
    private final LegendWatch legend;
    private Overlay.Chosen chosen = Overlay.Chosen.NONE;
    private Consumer<MenuRequest> onMenu = _ -> {};
    private Consumer<Finding> onFinding = this::highlight;

    /// @param facts the trace
    /// @param viewport shared with the other views of the trace
    /// @param selection shared with the other views of the trace
    public TimelineView(Facts facts, Viewport viewport, Selection selection) {
        this(facts.model(), viewport, selection, new Workers(facts.model()));
    }

    TimelineView(TraceModel model, Viewport viewport, Selection selection, Workers workers) {
        this.model = model;
        this.viewport = viewport;
        this.selection = selection;
        findings = new FindingLayer(model);
        this.workers = workers;
        rows = new RowsModel(model, workers.rows());
        navigator = new Navigator(model, new Navigator.Views(viewport, selection, rows, this::scrollTo),
                new Indices(model, workers.sums()), workers.sums());
        Runnable refined = () -> Platform.runLater(canvas::repaint);
        Densities densities = new Densities(model, workers.sums(), refined);
        Lanes lanes = new Lanes(model, new LaneSummaries(model, workers.sums(), refined));
        layout = new TimelineLayout(lanes);
        options.fineStatesProperty().addListener((_, _, fine) -> {
            lanes.setFine(fine);
            canvas.repaint();
        });
        options.zeroProperty().addListener((_, _, zero) -> layout.setZero(zero));
        options.zeroProperty().subscribe(canvas::repaint);
        Counters counters = new Counters(model, densities, workers.sums(), refined);
        painter = new TimelinePainter(canvas.surface(), model, densities, counters);
        pointer = new Pointer(new HoverText(model, densities, counters));
        picture = layout.layout(new Geometry(1, 1), viewport.visible(), rows.rows(), 0, false);
        getStyleClass().add("timeline-view");
        setFocusTraversable(true);
        setPrefSize(900, 600);
        getChildren().addAll(canvas, scroll.bar(), pointer.card(), new FocusRing(this));
        new TimelineGestures(this, viewport);
        new TimelineKeys(this, viewport);
        options.runtimeShownProperty().subscribe(canvas::repaint);
        legend = new LegendWatch(() -> Legends.of(picture, overlay(), densities.program()));
        viewport.visibleProperty().subscribe(canvas::repaint);
        viewport.selectedProperty().subscribe(canvas::repaint);
        selection.selectedProperty().subscribe(this::selected);
        rows.rowsProperty().subscribe(_ -> rowsChanged());
    }

    /// Takes the colours of another palette.
    public void setPalette(Palette palette) {
        canvas.use(palette);
        pointer.card().use(palette);
    }

    /// Shows what was seen of the trace while it was read until rows have their own content.
    public void showFirst(EarlyPicture picture) {
        painter.showFirst(picture);
        canvas.repaint();
    }

    /// The findings whose fractures are hatched and whose places are marked on the overview.
    public void setFindings(List<Finding> all) {
        findings.set(all);
        canvas.repaint();
    }

    /// Shows a finding's evidence: its rows are tinted, the first of them is scrolled to, and its time is shown. Null
    /// takes the tint away.
    public void highlight(@Nullable Finding finding) {
        Thing.Row first = findings.highlight(finding);
        TimeRange time = finding == null ? null : FindingMarks.time(finding);
        if (time != null) {
            TimeRange padded = time.padded(0.08);
            viewport.show(padded.durationNs() > viewport.whole().durationNs() * 0.7 ? viewport.whole() : padded);
        }
        if (first != null) {
            scrollTo(first);
        }
        canvas.repaint();
    }

    /// Called when a mark on the overview is clicked; by default its evidence is shown.
    public void setOnFinding(Consumer<Finding> action) {
        onFinding = action;
    }

    /// Called when a context menu is asked for.
    public void setOnMenu(Consumer<MenuRequest> action) {
        onMenu = action;
    }

    /// The flags on the ruler.
    public FlagLayer flags() {
        return flags;
    }

    /// How it is drawn.
    public TimelineOptions options() {
        return options;
    }

    /// Draws a critical path over its goroutines, which are listed above all other rows; null takes it away.
    public void showPath(Thing.@Nullable Path path) {
        rows.setPath(path);
        if (path != null) {
            viewport.show(path.time(model).padded(0.05));
            reveal(path);
        }
    }

    /// The critical path that is drawn, null when none is.
    public Thing.@Nullable Path path() {
        return rows.path();
    }

    /// Scrolls, opens sections, drops the filter if it must, moves in time and zooms until a thing can be seen well.
    public void reveal(Thing thing) {
        navigator.reveal(thing);
        canvas.repaint();
    }

    /// Shows the goroutines that a filter lets pass, see [Filter]. While it is not understood, which
    /// [#filterProblemProperty] tells, what was shown before stays.
    public void setFilter(String text) {
        rows.setFilter(text);
    }

    /// What of the filter is not understood, empty when all is.
    public ReadOnlyStringProperty filterProblemProperty() {
        return rows.problemProperty();
    }

    /// How many goroutines are listed, such as `53 of 66 goroutines`; empty until they are.
    public ReadOnlyStringProperty shownProperty() {
        return rows.shownProperty();
    }

    public void setGrouping(Grouping grouping) {
        rows.setGrouping(grouping);
    }

    public void setOrder(Order order) {
        rows.setOrder(order);
    }

    /// Selects a thing and shows its time with some air around it.
    public void zoomTo(Thing thing) {
        navigator.zoomTo(thing);
    }

    /// Shows the selected time, or else the time of what is selected.
    public void zoomToSelection() {
        TimeRange range = viewport.selected();
        if (range != null) {
            viewport.show(range);
        } else {
            zoomTo(selection.selected());
        }
    }

    /// Selects and shows what the goroutine that ended a wait was doing then; without a waker, selects the thing itself.
    public void followWaker(Thing thing) {
        navigator.followWaker(thing);
    }

    /// Opens every section whole.
    public void openAll() {
        rows.openAll();
    }

    /// What is on screen, and what it means.
    public ReadOnlyObjectProperty<List<LegendItem>> legendProperty() {
        return legend.legendProperty();
    }

    /// What the picture on screen took.
    public FrameTime frameTime() {
        return frame;
    }

    @Override
    public void close() {
        legend.stop();
        workers.close();
    }

    void select(Thing thing) {
        selection.select(thing);
    }

    void clear() {
        if (viewport.selected() != null) {
            viewport.selectedProperty().set(null);
        } else if (selection.selected() instanceof Thing.None && rows.path() != null) {
            showPath(null);
        } else {
            selection.clear();
            highlight(null);
        }
    }

    /// Shows what lies under a row, or folds it again: regions, log messages, CPU samples and stacks of a goroutine, the
    /// goroutines and parts of a task.
    public void unfold(Thing.Row row) {
        if (Unfolder.unfolds(row)) {
            rows.unfold(row);
        }
    }

    void unfoldSelected() {
        Thing.Row row = selection.selected().row();
        if (row != null) {
            unfold(row);
        }
    }

    Navigator navigator() {
        return navigator;
    }

    /// Opens or closes the section whose heading was hit, or shows all rows; false when something else was hit.
    boolean openOrClose(Hit hit) {
        return rows.openOrClose(hit.line().row());
    }

    /// What a hit means.
    Thing meant(Hit hit) {
        return hit.thing(model);
    }

    TimelinePicture picture() {
        return picture;
    }

    /// The moment at the pointer, the middle of the view when it is elsewhere.
    long pointedNs() {
        return pointer.ns(picture);
    }

    /// What the card under the pointer says, empty while there is none.
    List<String> cardLines() {
        return pointer.card().lines();
    }

    void hideCard() {
        pointer.card().hide();
    }

    void scrollBy(double px) {
        scroll.by(px);
    }

    void pointNowhere() {
        pointer.nowhere();
        selection.hoveredProperty().set(Thing.NOTHING);
        canvas.repaint();
    }

    void point(double x, double y) {
        Hit hovered = pointer.to(picture, findings, flags.at(picture, x, y), x, y);
        selection.hoveredProperty().set(hovered == null ? Thing.NOTHING : hovered.thing(model));
        canvas.repaint();
    }

    /// Opens the finding whose mark was clicked, or the note; false when none was.
    boolean clickMark(double x, double y) {
        Overlay.Mark mark = findings.markAt(picture.geometry(), x, y);
        if (mark != null) {
            onFinding.accept(findings.of(mark));
        }
        return mark != null || flags.click(picture, x, y);
    }

    void menu(ContextMenuEvent e) {
        Hit hit = picture.hit(e.getX(), e.getY());
        hideCard();
        onMenu.accept(new MenuRequest(hit == null ? Thing.NOTHING : hit.thing(model), picture.scale().ns(e.getX()),
                e.getScreenX(), e.getScreenY()));
        e.consume();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth() - RowScroll.BAR);
        canvas.resizeRelocate(0, 0, width, getHeight());
        Geometry geometry = new Geometry(width, getHeight());
        scroll.bar().resizeRelocate(width, geometry.lanes().y(), RowScroll.BAR, geometry.lanes().height());
        double before = scroll.height();
        fitBar();
        // a pane that opens below must not cover the row that was clicked
        scroll.uncover(rows.rows(), selection.selected().row(), before);
        canvas.repaint();
    }

    private void selected() {
        chosen = Overlay.Chosen.of(model, selection.selected());
        navigator.selected(canvas::repaint);
        canvas.repaint();
    }

    private void scrollTo(Thing thing) {
        Double y = rows.show(thing);
        if (y != null) {
            fitBar();
            scroll.show(y);
        }
        canvas.repaint();
    }

    private void rowsChanged() {
        hideCard();
        fitBar();
        Thing thing = rows.takeAwaited();
        if (thing != null) {
            scrollTo(thing);
        }
        canvas.repaint();
    }

    private void fitBar() {
        scroll.fit(rows.rows(), new Geometry(getWidth(), getHeight()).lanes().height());
    }

    private void paint(Surface surface) {
        Geometry geometry = new Geometry(canvas.getWidth(), canvas.getHeight());
        long begun = System.nanoTime();
        picture = layout.layout(geometry, viewport.visible(), rows.rows(), scroll.px(),
                options.runtimeShownProperty().get());
        long laidOut = System.nanoTime();
        painter.paint(picture, rows.rows(), overlay());
        legend.painted();
        frame = new FrameTime(laidOut - begun, System.nanoTime() - laidOut);
    }

    private Overlay overlay() {
        Thing.Path path = rows.path();
        return new Overlay(pointer.hovered(), pointer.cursorPx(picture), chosen, findings.marked(),
                viewport.selected(), findings.hatches(), findings.marks(), flags.all(), navigator.arrows(),
                path == null ? null : path.parts());
    }
}
