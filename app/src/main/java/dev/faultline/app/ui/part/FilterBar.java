package dev.faultline.app.ui.part;

import dev.faultline.app.ui.session.History;
import dev.faultline.app.ui.session.Preferences;
import dev.faultline.app.ui.session.Session;
import dev.faultline.views.fx.TimelineView;
import dev.faultline.views.timeline.row.Filter;
import dev.faultline.views.timeline.row.Grouping;
import dev.faultline.views.timeline.row.Order;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// The bar above the timeline: filter, grouping and order of goroutines.
public final class FilterBar {
    private static final double GAP = 10;

    private final FilterBox box;
    private final ChoiceMenu<Grouping> grouping;
    private final ChoiceMenu<Order> order;
    private final Region node;

    private final History history;
    private final TimelineView view;
    private String used = "";

    /// What the timeline was asked for.
    private record Asked(String filter, Grouping grouping, Order order) {}

    public FilterBar(Session session, Preferences preferences, TimelineView view) {
        this.view = view;
        history = session.history();
        box = new FilterBox(Filter.fields(), session::model, preferences, this::filter, view::requestFocus);
        box.field().setPromptText("filter goroutines; try  blocked>5ms fn:\"main.*\"  or press Down for terms");
        box.field().setId("filter");
        view.filterProblemProperty().subscribe(box::setProblem);
        view.shownProperty().subscribe(box::setMatches);
        grouping = new ChoiceMenu<>("group ", List.of(Grouping.values()), Grouping::label, history::step,
                view::setGrouping);
        order = new ChoiceMenu<>("sort ", List.of(Order.values()), Order::label, history::step, view::setOrder);
        var menus = new FlowPane(GAP, 0, grouping.node(), order.node());
        menus.setPrefWrapLength(Double.MAX_VALUE);
        node = new EndsPane(GAP, box.node(), menus, true);
        node.getStyleClass().add("filter-bar");
        history.keep("filter", Asked.class, this::asked, this::restore);
    }

    private void filter(String text) {
        if (!text.equals(used)) {
            history.step();
            used = text;
        }
        view.setFilter(text);
    }

    public Node node() {
        return node;
    }

    public void set(String text) {
        box.set(text);
    }

    private Asked asked() {
        return new Asked(used, grouping.chosen(), order.chosen());
    }

    private void restore(Asked before) {
        box.set(before.filter());
        grouping.choose(before.grouping());
        order.choose(before.order());
    }
}
