package dev.faultline.app.ui.part;

import dev.faultline.app.ui.work.Background;
import dev.faultline.views.timeline.row.Thing;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A dense, sortable table without an object per row, so half a million rows are cheap.
public final class DenseTable {
    private static final double ROW = 24;
    private static final double HEAD = 29;

    private final TableView<Integer> table = new TableView<>();
    /// Cells are costly to make: rows of a new table appear some in each pulse, so that the window answers in between.
    private static final int ROWS_A_PULSE = 8;
    /// More rows are sorted in the background.
    private static final int AT_ONCE = 5_000;

    private final IndexList rows;
    private final TableContents contents;
    private final TableHost host;
    private final TableCode code;
    private final ColumnWidths widths;
    private final Growing growing = new Growing();
    private @Nullable Background<int[]> sorting;
    private Runnable arranged = () -> {};
    private IntConsumer selecting;
    private IntConsumer opening;

    DenseTable(TableHost host, TableContents contents) {
        this.host = host;
        this.contents = contents;
        code = new TableCode(this, host, contents.rows());
        rows = new IndexList(contents.size());
        selecting = place -> host.select(contents.rows().thing().apply(place));
        opening = place -> host.open(contents.rows().thing().apply(place));
        table.getStyleClass().add("dense-table");
        table.setAccessibleText(contents.name());
        table.setFixedCellSize(ROW);
        contents.columns().forEach(column -> table.getColumns().add(column(column)));
        widths = new ColumnWidths(table);
        table.setItems(rows);
        table.setSortPolicy(t -> {
            sort();
            return true;
        });
        StackPane.setAlignment(table, Pos.TOP_CENTER);
        table.setMaxHeight(HEAD + ROW * ROWS_A_PULSE);
        table.setPlaceholder(Empty.of("No rows", "No row fits the filter."));
        table.sceneProperty().subscribe(growing::follow);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().selectedItemProperty().subscribe(place -> {
            if (place != null) {
                selecting.accept(place);
            }
        });
        table.setContextMenu(new TableMenu(this, host).menu());
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
                open();
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                IntStream.of(selected()).limit(1).forEach(code::edit);
            } else if (event.getCode() == KeyCode.ENTER) {
                open();
            } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
                host.copy(text(), selected(), false);
                event.consume();
            }
        });
    }

    /// What it lists.
    String name() {
        return contents.name();
    }

    /// Its cells as text.
    TableText text() {
        return new TableText(contents.columns());
    }

    /// The code that rows are about.
    TableCode code() {
        return code;
    }

    /// What a row is.
    Thing thing(int place) {
        return contents.rows().thing().apply(place);
    }

    /// The places that are selected, in the order of the rows.
    int[] selected() {
        return table.getSelectionModel().getSelectedIndices().stream().mapToInt(Integer::intValue).filter(i -> i >= 0)
                .sorted().map(rows::get).toArray();
    }

    /// What the cell says that has the focus, empty when none has.
    String focusedText() {
        var cell = table.getFocusModel().getFocusedCell();
        if (cell.getRow() < 0 || cell.getRow() >= rows.size() || cell.getTableColumn() == null) {
            return "";
        }
        return String.valueOf(cell.getTableColumn().getCellData(cell.getRow()));
    }

    /// The places that are shown, in their order.
    int[] places() {
        return rows.places();
    }

    /// Runs whenever other rows are shown, or in another order.
    void setOnArranged(Runnable action) {
        arranged = action;
    }

    /// Does something else with a row than what the host does.
    ///
    /// @param selected when it is selected
    /// @param opened when it is double-clicked or Enter is pressed on it
    DenseTable doing(IntConsumer selected, IntConsumer opened) {
        selecting = selected;
        opening = opened;
        return this;
    }

    /// The column that the rows are sorted by if it has numbers, else the first that has, null when none has.
    @Nullable
    Column mainColumn() {
        List<Column> byOrder = new ArrayList<>();
        table.getSortOrder().forEach(column -> byOrder.add((Column) column.getUserData()));
        byOrder.addAll(contents.columns());
        return byOrder.stream().filter(column -> column.figures() != null
                && column.figures().unit() != Figures.Unit.ID && column.figures().unit() != Figures.Unit.TIME)
                .findFirst().orElse(null);
    }

    public Node node() {
        return table;
    }

    /// Sorts by a column at first, largest first.
    public DenseTable sortedBy(String title) {
        table.getColumns().stream().filter(column -> column.getText().equals(title)).findFirst().ifPresent(column -> {
            column.setSortType(TableColumn.SortType.DESCENDING);
            table.getSortOrder().setAll(List.of(column));
            sort();
        });
        return this;
    }

    /// Shows only some places.
    void show(int[] wanted) {
        rows.arrange(wanted);
        if (table.getSortOrder().isEmpty()) {
            arranged.run();
        } else {
            sort();
        }
    }

    /// Makes it only as high as its rows need, at most as high as `most` rows.
    public DenseTable compact(int most) {
        growing.finish();
        widths.scrollsProperty().subscribe(scrolls -> {
            double height = HEAD + ROW * Math.clamp(rows.size(), 1, most) + 2 + (scrolls ? ColumnWidths.BAR : 0);
            table.setMinHeight(height);
            table.setPrefHeight(height);
            table.setMaxHeight(height);
        });
        return this;
    }

    /// Runs only while the table is on a page that is shown: JavaFX holds on to what runs.
    private final class Growing extends AnimationTimer {
        private boolean done;

        void follow(@Nullable Scene scene) {
            if (scene == null) {
                stop();
            } else if (!done) {
                start();
            }
        }

        void finish() {
            done = true;
            stop();
        }

        @Override
        public void handle(long now) {
            double height = table.getHeight();
            // a table that is not laid out yet has no height
            if (height > 0 && height < table.getMaxHeight() - 1) {
                table.setMaxHeight(Double.MAX_VALUE);
                finish();
            } else if (height > 0) {
                table.setMaxHeight(table.getMaxHeight() + ROW * ROWS_A_PULSE);
            }
        }
    }

    /// Shows the selected row in the timeline.
    void open() {
        Integer place = table.getSelectionModel().getSelectedItem();
        if (place != null) {
            opening.accept(place);
        }
    }

    private void sort() {
        List<Sort> sorts = table.getSortOrder().stream().map(column -> new Sort(((Column) column.getUserData()).keys(),
                column.getSortType() == TableColumn.SortType.ASCENDING)).toList();
        Background<int[]> before = sorting;
        if (before != null) {
            before.cancel();
        }
        if (sorts.isEmpty()) {
            return;
        }
        int[] shown = rows.places();
        if (contents.size() <= AT_ONCE) {
            take(sorted(sorts, shown));
            return;
        }
        Background<int[]> job = Background.start("sort a table", progress -> sorted(sorts, shown),
                new Background.Outcome<>(this::take, DenseTable::failed, () -> {}));
        host.session().attach(job);
        sorting = job;
    }

    private void take(int[] sorted) {
        rows.arrange(sorted);
        arranged.run();
    }

    /// A column that rows are sorted by.
    private record Sort(Column.Keys keys, boolean ascending) {}

    private int[] sorted(List<Sort> sorts, int[] shown) {
        IntComparator chain = (a, b) -> 0;
        for (Sort sort : sorts) {
            IntComparator order = sort.keys().order(contents.size());
            IntComparator directed = sort.ascending() ? order : (a, b) -> order.compare(b, a);
            chain = chain.thenComparing(directed);
        }
        int[] sorted = shown.clone();
        IntArrays.parallelQuickSort(sorted, chain.thenComparing(Integer::compare));
        return sorted;
    }

    private static void failed(Throwable error) {
        System.getLogger(DenseTable.class.getName()).log(System.Logger.Level.ERROR, "a table was not sorted", error);
    }

    private static TableColumn<Integer, String> column(Column column) {
        var made = new TableColumn<Integer, String>(column.title());
        made.setPrefWidth(column.width());
        made.setMinWidth(ColumnWidths.least(column));
        made.setReorderable(true);
        made.setUserData(column);
        made.setSortType(column.kind() == Column.Format.FIGURE
                ? TableColumn.SortType.DESCENDING
                : TableColumn.SortType.ASCENDING);
        made.getStyleClass().add(style(column.kind()));
        made.setCellValueFactory(cell -> new ReadOnlyStringWrapper(column.text().apply(cell.getValue())));
        made.setCellFactory(c -> new Cell(column.kind()));
        return made;
    }

    private static String style(Column.Format kind) {
        return "column-" + kind.name().toLowerCase(Locale.ROOT);
    }

    private static final class Cell extends TableCell<Integer, String> {
        Cell(Column.Format kind) {
            setTextOverrun(kind == Column.Format.CODE ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS);
            getStyleClass().add(style(kind));
            setOnMouseEntered(event -> explain());
        }

        /// The whole text where it may be shortened; made only for the cell that is asked, because there are many.
        private void explain() {
            String text = getItem();
            setTooltip(isEmpty() || text == null || text.length() < 24 ? null : new Tooltip(text));
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(null);
        }
    }
}
