package dev.faultline.app.ui.page;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.FilterBox;
import dev.faultline.app.ui.part.MeasureMenu;
import dev.faultline.app.ui.part.ThemeColours;
import dev.faultline.app.ui.session.Session;
import dev.faultline.views.flame.Measure;
import dev.faultline.views.fx.FlameView;
import dev.faultline.views.timeline.row.Filter;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where time was spent as a flame graph: a choice of what is counted, of which goroutines and how, a search, and the way to the
/// zoomed frame.
final class FlamePage {
    private static final int SHOWN_PATH = 5;

    private final Session session;
    private final FlameView view;
    private final HBox path = new HBox(6);
    private final BorderPane node = new BorderPane();

    FlamePage(Session session, WindowActions actions) {
        this.session = session;
        view = new FlameView(session.facts(), session.viewport(), session.selection());
        node.setTop(new VBox(bar(), goroutines(actions)));
        node.setCenter(view);
        node.getStyleClass().add("page");
        view.setOnMenu(new FlameMenu(session, actions, view)::show);
        ThemeColours.follow(session, actions, view::setPalette);
        session.whenClosed(view::close);
    }

    Node node() {
        return node;
    }

    private Node bar() {
        var bar = new FlowPane(8, 4);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setRowValignment(VPos.CENTER);
        bar.getStyleClass().addAll("switcher", "flame-bar");
        bar.getChildren().add(measures());
        bar.getChildren().addAll(new FlameShapeBar(view).nodes());
        var found = new Label();
        found.getStyleClass().add("dim");
        found.setMinWidth(Region.USE_PREF_SIZE);
        found.textProperty().bind(view.foundProperty());
        bar.getChildren().addAll(search(), found);
        return bar;
    }

    private Node measures() {
        var menu = MeasureMenu.of(view, Measure.BLOCKED);
        menu.setId("flame-measure");
        return menu;
    }

    /// Which goroutines count, and the way to the zoomed frame.
    private Node goroutines(WindowActions actions) {
        var holder = new FilterBox[1];
        var box = new FilterBox(Filter.fields(), session::model, actions.preferences(), text -> {
            Filter filter = Filter.parse(text);
            holder[0].setProblem(filter.problem());
            if (filter.problem().isEmpty()) {
                view.queryProperty().set(view.queryProperty().get().with(filter));
            }
        }, view::requestFocus);
        holder[0] = box;
        box.field()
                .setPromptText("which goroutines count; try  fn:\"main.*\"  task:#7  id:12  or press Down for terms");
        box.field().setId("flame-filter");
        session.flameProperty().subscribe(wanted -> {
            if (wanted != null) {
                session.flameProperty().set(null);
                box.set(wanted);
            }
        });
        var filter = new HBox(box.node());
        filter.getStyleClass().add("filter-bar");
        path.setAlignment(Pos.CENTER_LEFT);
        path.setMinWidth(0);
        path.getStyleClass().add("flame-path");
        HBox.setHgrow(path, Priority.ALWAYS);
        view.pathProperty().subscribe(this::showPath);
        return new VBox(filter, path);
    }

    private TextField search() {
        var field = new TextField();
        field.setPromptText("find frames");
        field.setId("flame-search");
        field.textProperty().subscribe(view::setSearch);
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                field.clear();
                view.requestFocus();
                event.consume();
            }
        });
        return field;
    }

    private void showPath(List<String> names) {
        path.getChildren().clear();
        path.setManaged(names.size() > 1);
        int from = Math.max(0, names.size() - SHOWN_PATH);
        for (int i = from; i < names.size() && names.size() > 1; i++) {
            int position = i;
            var link = new Hyperlink(i == from && from > 0 ? "…" : names.get(i));
            link.setMnemonicParsing(false);
            link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            link.setOnAction(event -> view.zoomOut(position));
            if (i > from) {
                var arrow = new Label("›");
                arrow.getStyleClass().add("dim");
                path.getChildren().add(arrow);
            }
            path.getChildren().add(link);
        }
    }
}
