package dev.faultline.views.fx;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Units;
import dev.faultline.views.timeline.row.Filter;
import dev.faultline.views.timeline.row.Grouping;
import dev.faultline.views.timeline.row.Order;
import dev.faultline.views.timeline.row.Outline;
import dev.faultline.views.timeline.row.OutlineBuilder;
import dev.faultline.views.timeline.row.Query;
import dev.faultline.views.timeline.row.Rows;
import dev.faultline.views.timeline.row.Section;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Row;
import dev.faultline.views.timeline.row.Unfolder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Which rows there are: the query, the outline that answers it, and what of it is open.
final class RowsModel {
    private final OutlineBuilder builder;
    private final Unfolder unfolder;
    private final Executor worker;
    private final ObjectProperty<Query> query = new SimpleObjectProperty<>(this, "query", Query.DEFAULT);
    private final ReadOnlyObjectWrapper<Rows> rows = new ReadOnlyObjectWrapper<>(this, "rows",
            new Rows(Outline.EMPTY, Map.of()));
    /// Number of the latest question: answers to earlier ones come too late.
    private volatile int asked;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "filterProblem", "");
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper(this, "shown", "");
    private @Nullable Thing awaited;
    /// Without the path.
    private Outline outline = Outline.EMPTY;
    private Thing.@Nullable Path path;

    RowsModel(TraceModel model, Executor worker) {
        builder = new OutlineBuilder(model);
        unfolder = new Unfolder(model);
        this.worker = worker;
        query.subscribe(_ -> rebuild());
    }

    void setFilter(String text) {
        Filter filter = Filter.parse(text);
        problem.set(filter.problem());
        if (filter.problem().isEmpty()) {
            Query now = query.get();
            query.set(new Query(filter, now.grouping(), now.order()));
        }
    }

    void setGrouping(Grouping grouping) {
        Query now = query.get();
        query.set(new Query(now.filter(), grouping, now.order()));
    }

    void setOrder(Order order) {
        Query now = query.get();
        query.set(new Query(now.filter(), now.grouping(), order));
    }

    ReadOnlyObjectProperty<Rows> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// What of the filter is not understood, empty when all is.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// How many goroutines are listed, such as `53 of 66 goroutines`.
    ReadOnlyStringProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    Rows rows() {
        return rows.get();
    }

    /// Opens or closes the section of a heading, or shows all rows; false for other rows.
    boolean openOrClose(Row row) {
        switch (row) {
            case Thing.Heading h ->
                open(h.section(), rows().open(h.section()) == Rows.Open.CLOSED ? Rows.Open.FIRST : Rows.Open.CLOSED);
            case Thing.More m -> open(m.section(), Rows.Open.ALL);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void open(Section section, Rows.Open state) {
        rows.set(rows().with(section, state));
    }

    /// Opens and closes sections as they were.
    void restore(Rows.Chosen chosen) {
        rows.set(rows().with(chosen));
    }

    /// Opens all sections, showing all their rows.
    void openAll() {
        rows.set(rows().allOpen());
    }

    /// The upper edge of a thing's row, or of the heading of its group, px from the first row; its section is opened when that
    /// hides it. Where the filter leaves it out, or the outline is not ready, the filter is dropped and the thing is kept in
    /// mind for [#takeAwaited]. Null when nothing shows it.
    @Nullable
    Double show(Thing thing) {
        Double found = open(thing);
        if (found == null && (thing.row() != null || thing instanceof Thing.Group)) {
            awaited = thing;
            Query now = query.get();
            if (!now.filter().everything()) {
                query.set(new Query(Filter.ALL, now.grouping(), now.order()));
                // a small trace has its new outline already
                found = open(thing);
            }
        }
        if (found != null) {
            awaited = null;
        }
        return found;
    }

    private @Nullable Double open(Thing thing) {
        if (thing instanceof Thing.Group(GoroutineGroup group)) {
            Section section = rows().section(group);
            if (section == null) {
                return group.members().isEmpty() ? null : open(new Thing.Goroutine(group.members().getInt(0)));
            }
            if (rows().open(section) == Rows.Open.CLOSED) {
                open(section, Rows.Open.FIRST);
            }
            return rows().heading(section);
        }
        Row row = thing.row();
        Rows.Found found = row == null ? null : rows().find(row);
        if (row != null && found != null && found.hidden()) {
            open(found.section(), Rows.Open.ALL);
            found = rows().find(row);
        }
        return found == null ? null : found.y();
    }

    /// What was looked for while there was no outline, once.
    @Nullable
    Thing takeAwaited() {
        Thing thing = awaited;
        awaited = null;
        return thing;
    }

    /// Shows what lies under a row as soon as it is found out, or folds it again.
    void unfold(Row row) {
        if (rows().unfolded(row)) {
            rows.set(rows().unfold(row, List.of()));
            return;
        }
        worker.execute(() -> {
            List<Row> below = unfolder.below(row);
            onFx(() -> rows.set(rows().unfold(row, below)));
        });
    }

    private static void onFx(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /// Shows a critical path and its goroutines above all rows, or none.
    void setPath(Thing.@Nullable Path wanted) {
        if (wanted == null ? path != null : !wanted.equals(path)) {
            path = wanted;
            take(outline);
        }
    }

    Thing.@Nullable Path path() {
        return path;
    }

    private void take(Outline now) {
        outline = now;
        shown.set(now.shown() == now.total()
                ? Units.count(now.total(), "goroutine")
                : Units.count(now.shown()) + " of " + Units.count(now.total(), "goroutine"));
        Thing.Path drawn = path;
        rows.set(rows().with(drawn == null ? now : now.with(drawn)));
    }

    private void rebuild() {
        Query wanted = query.get();
        int mine = ++asked;
        worker.execute(() -> {
            if (mine == asked) {
                Outline made = builder.build(wanted);
                if (Platform.isFxApplicationThread()) {
                    take(made);
                } else {
                    Platform.runLater(() -> take(made, mine));
                }
            }
        });
    }

    private void take(Outline made, int question) {
        if (question == asked) {
            take(made);
        }
    }
}
