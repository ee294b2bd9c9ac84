package dev.faultline.app.ui.part;

import dev.faultline.app.ui.work.Background;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Units;
import dev.faultline.views.filter.Fields;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A table with a box for its filter above it and what its rows come to below it. Nothing of it holds up the window.
public final class TablePane {
    /// Px of the table: its head and a row.
    private static final double LOWEST = 54;

    private final TableHost host;
    private final TableContents contents;
    private final DenseTable table;
    private final FilterBox box;
    private final Fields<TraceModel> fields;
    private final Label summary = new Label();
    private final VBox node;
    private @Nullable Background<int[]> filtering;
    private @Nullable Background<String> summing;

    TablePane(TableHost host, TableContents contents) {
        this.host = host;
        this.contents = contents;
        fields = TableFields.of(contents.columns(), contents.rows());
        table = new DenseTable(host, contents);
        table.setOnArranged(this::sumUp);
        box = new FilterBox(fields, host.session()::model, host.actions().preferences(), this::filter,
                table.node()::requestFocus);
        box.field().getStyleClass().add("table-filter");
        box.setMatches(Units.count(contents.size(), "row"));
        var bar = new HBox(box.node());
        bar.getStyleClass().add("filter-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        summary.getStyleClass().addAll("dim", "table-summary");
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        var place = new StackPane(table.node());
        place.setAlignment(Pos.TOP_CENTER);
        VBox.setVgrow(place, Priority.ALWAYS);
        place.setMinHeight(LOWEST);
        node = new VBox(bar, place, summary);
        sumUp();
    }

    /// Sorts by a column at first, largest first.
    public TablePane sortedBy(String title) {
        table.sortedBy(title);
        return this;
    }

    /// What rows do, other than to select a thing of the trace and to show it.
    ///
    /// @param selected takes the place of a row when it is selected
    /// @param opened when it is double-clicked or Enter is pressed on it
    public TablePane doing(IntConsumer selected, IntConsumer opened) {
        table.doing(selected, opened);
        return this;
    }

    public Node node() {
        return node;
    }

    /// Says what the table leaves out.
    public void say(String words) {
        var label = new Label(words);
        label.getStyleClass().addAll("dim", "table-summary");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        node.getChildren().add(label);
    }

    /// Puts a filter into the box and uses it.
    public void setFilter(String text) {
        box.set(text);
    }

    private void filter(String text) {
        Fields.Compiled<TraceModel> compiled = fields.compile(text);
        box.setProblem(compiled.problem());
        if (!compiled.problem().isEmpty()) {
            return;
        }
        Background<int[]> before = filtering;
        if (before != null) {
            before.cancel();
        }
        if (compiled.empty()) {
            take(IntStream.range(0, contents.size()).toArray());
            return;
        }
        TraceModel model = host.session().model();
        Background<int[]> next = Background.start("filter a table", job -> {
            IntPredicate wanted = compiled.test().apply(model);
            return IntStream.range(0, contents.size()).filter(place -> {
                if (place % 4096 == 0 && job.cancelled()) {
                    throw new CancellationException();
                }
                return wanted.test(place);
            }).toArray();
        }, new Background.Outcome<>(this::take, error -> box.setProblem(String.valueOf(error.getMessage())), () -> {}));
        host.session().attach(next);
        filtering = next;
    }

    private void take(int[] places) {
        box.setMatches(places.length == contents.size()
                ? Units.count(places.length, "row")
                : Units.count(places.length) + " of " + Units.count(contents.size(), "row"));
        table.show(places);
    }

    private void sumUp() {
        Background<String> before = summing;
        if (before != null) {
            before.cancel();
        }
        Column column = table.mainColumn();
        if (column == null) {
            summary.setText("");
            return;
        }
        int[] places = table.places();
        Background<String> next = Background.start("sum up a table",
                _ -> TableSummary.of(column, places, contents.size()),
                new Background.Outcome<>(summary::setText, _ -> summary.setText(""), () -> {}));
        host.session().attach(next);
        summing = next;
    }
}
