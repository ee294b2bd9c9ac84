package dev.faultline.app.ui.compare;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.Column;
import dev.faultline.app.ui.part.TableHost;
import dev.faultline.app.ui.part.TablePane;
import dev.faultline.app.ui.part.TableRows;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.compare.Change;
import dev.faultline.model.compare.Comparison;
import dev.faultline.model.compare.Difference;
import dev.faultline.model.compare.DifferenceWords;
import dev.faultline.model.compare.Spot;
import dev.faultline.model.compare.Verdict;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import javafx.scene.Node;

/// All compared values, what got worse first.
final class DifferenceTable {
    private static final String FILTER = "verdict:worse or verdict:better or verdict:changed";

    /// One value of one subject.
    private record Row(Change change, Difference difference) {}

    private final Comparison comparison;
    private final ComparedTimelines timelines;
    private final List<Row> rows = new ArrayList<>();

    DifferenceTable(Comparison comparison, ComparedTimelines timelines) {
        this.comparison = comparison;
        this.timelines = timelines;
        for (Change change : comparison.changes()) {
            change.differences().forEach(difference -> rows.add(new Row(change, difference)));
        }
        rows.sort(Comparator.comparing(row -> row.difference.verdict()));
    }

    /// @param host the trace whose terms filters know
    Node node(Session host, WindowActions actions) {
        var columns = List.of(Column.words("Verdict", 76, i -> rows.get(i).difference.verdict().label()),
                Column.words("Kind", 116, i -> rows.get(i).change.subject().kind().label()),
                Column.code("Name", 330, i -> rows.get(i).change.subject().name()),
                Column.words("Value", 150, i -> rows.get(i).difference.quantity().label()),
                figure("Old", 104, i -> rows.get(i).difference.before(),
                        i -> DifferenceWords.value(rows.get(i).difference, rows.get(i).difference.before())),
                figure("New", 104, i -> rows.get(i).difference.after(),
                        i -> DifferenceWords.value(rows.get(i).difference, rows.get(i).difference.after())),
                figure("Ratio", 84, i -> rows.get(i).difference.ratio(),
                        i -> DifferenceWords.ratio(rows.get(i).difference)),
                Column.code("Place", 240, i -> rows.get(i).change.place()));
        TablePane pane = new TableHost(host, actions).table("Differences", rows.size(), columns,
                TableRows.of(_ -> Thing.NOTHING)).doing(this::show, this::show);
        if (rows.stream().anyMatch(row -> row.difference.verdict() != Verdict.SAME)) {
            pane.setFilter(FILTER);
        }
        return pane.node();
    }

    private static Column figure(String title, double width, IntToDoubleFunction value,
            IntFunction<String> text) {
        return new Column(title, width, Column.Format.FIGURE, text, size -> {
            double[] keys = new double[size];
            Arrays.setAll(keys, value);
            return (a, b) -> Double.compare(keys[a], keys[b]);
        });
    }

    private void show(int place) {
        var subject = rows.get(place).change.subject();
        Spot was = comparison.before().traces().getFirst().spots().get(subject);
        Spot is = comparison.after().traces().getFirst().spots().get(subject);
        if (was != null || is != null) {
            timelines.show(was, is);
        }
    }
}
