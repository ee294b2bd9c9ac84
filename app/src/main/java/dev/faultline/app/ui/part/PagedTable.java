package dev.faultline.app.ui.part;

import dev.faultline.app.ui.work.Background;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Units;
import dev.faultline.trace.progress.Progress;
import dev.faultline.views.filter.Fields;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A table of tens of millions of rows in a fixed order: it shows a page of them at a time and says which. A filter looks
/// through all rows, in the background.
public final class PagedTable {
    /// Rows of a page: what a table can scroll through with ease.
    private static final int PAGE = 500_000;
    private static final int LOOK = 1 << 16;

    private final TableHost host;
    private final String name;
    private final int size;
    private final List<Column> columns;
    private final TableRows rows;
    private final Fields<TraceModel> fields;
    private final FilterBox box;
    private final StackPane place = new StackPane();
    private final Label shown = new Label();
    private final Button before = new Button("‹ earlier");
    private final Button after = new Button("later ›");
    private final VBox node;
    private String filter = "";
    /// The first rows of the pages before this one, this one's last.
    private final IntArrayList pages = new IntArrayList();
    private int next;
    private @Nullable Background<Page> job;

    /// A page.
    ///
    /// @param found the rows of it
    /// @param next where the next page begins, the number of all rows when this is the last
    private record Page(int[] found, int next) {}

    /// @param size number of all rows
    /// @param columns by row
    /// @param rows by row
    public PagedTable(TableHost host, String name, int size, List<Column> columns, TableRows rows) {
        this.host = host;
        this.name = name;
        this.size = size;
        this.columns = columns;
        this.rows = rows;
        fields = TableFields.of(columns, rows);
        box = new FilterBox(fields, host.session()::model, host.actions().preferences(), this::filter,
                place::requestFocus);
        box.field().getStyleClass().add("table-filter");
        var bar = new HBox(box.node());
        bar.getStyleClass().add("filter-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        before.setOnAction(_ -> {
            pages.removeInt(pages.size() - 1);
            show();
        });
        after.setOnAction(_ -> {
            pages.add(next);
            show();
        });
        before.setMinWidth(Region.USE_PREF_SIZE);
        after.setMinWidth(Region.USE_PREF_SIZE);
        shown.getStyleClass().add("dim");
        shown.setWrapText(true);
        shown.setMinHeight(Region.USE_PREF_SIZE);
        var foot = new HBox(10, before, after, shown);
        foot.getStyleClass().add("table-summary");
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(place, Priority.ALWAYS);
        node = new VBox(bar, place, foot);
        filter("");
    }

    public Node node() {
        return node;
    }

    /// Puts a filter into the box and uses it.
    public void setFilter(String text) {
        box.set(text);
    }

    private void filter(String text) {
        Fields.Compiled<TraceModel> compiled = fields.compile(text);
        box.setProblem(compiled.problem());
        if (compiled.problem().isEmpty()) {
            filter = text;
            pages.clear();
            pages.add(0);
            show();
        }
    }

    private void show() {
        Background<Page> running = job;
        if (running != null) {
            running.cancel();
        }
        int from = pages.getInt(pages.size() - 1);
        before.setDisable(true);
        after.setDisable(true);
        shown.setText("looking through " + Units.count(size, "row") + "…");
        Fields.Compiled<TraceModel> compiled = fields.compile(filter);
        Background<Page> started = Background.start("page of a table", progress -> page(compiled, from, progress),
                new Background.Outcome<>(this::take, error -> shown.setText(String.valueOf(error.getMessage())),
                        () -> {}));
        host.session().attach(started);
        job = started;
    }

    private Page page(Fields.Compiled<TraceModel> compiled, int from, Progress progress) {
        IntPredicate wanted = compiled.test().apply(host.session().model());
        IntArrayList found = new IntArrayList();
        int row = from;
        for (; row < size && found.size() < PAGE; row++) {
            if (row % LOOK == 0 && progress.cancelled()) {
                throw new CancellationException();
            }
            if (compiled.empty() || wanted.test(row)) {
                found.add(row);
            }
        }
        return new Page(found.toIntArray(), row);
    }

    private void take(Page page) {
        next = page.next();
        int[] found = page.found();
        before.setDisable(pages.size() == 1);
        after.setDisable(next >= size);
        List<Column> mapped = columns.stream().map(column -> column.through(found)).toList();
        var table = new DenseTable(host, new TableContents(name, found.length, mapped, rows.through(found)));
        place.getChildren().setAll(table.node());
        String here = found.length == 0
                ? "no rows"
                : (filter.isBlank() ? "rows " : "matches among rows ")
                        + Units.count(pages.getInt(pages.size() - 1) + 1L)
                        + " to " + Units.count(next);
        shown.setText(here + " of " + Units.count(size));
        box.setMatches(
                Units.count(found.length, filter.isBlank() ? "row" : "match", filter.isBlank() ? "rows" : "matches")
                        + (next < size ? " and later ones" : ""));
    }
}
