package dev.faultline.app.ui.part;

import dev.faultline.views.flame.FlameQuery;
import dev.faultline.views.flame.Measure;
import dev.faultline.views.fx.FlameView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;

/// Chooses what a flame graph adds up.
public final class MeasureMenu {
    private MeasureMenu() {
    }

    /// @param view whose query is changed and shown
    /// @param first what is chosen at the beginning
    public static MenuButton of(FlameView view, Measure first) {
        var menu = new MenuButton(first.label());
        menu.setMinWidth(Region.USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (Measure measure : Measure.values()) {
            var item = new RadioMenuItem(measure.label());
            item.setToggleGroup(group);
            item.setSelected(measure == first);
            item.setOnAction(_ -> {
                FlameQuery now = view.queryProperty().get();
                view.queryProperty().set(now.with(measure, now.range()));
            });
            menu.getItems().add(item);
        }
        view.queryProperty().subscribe(query -> menu.setText(query.measure().label()));
        return menu;
    }
}
