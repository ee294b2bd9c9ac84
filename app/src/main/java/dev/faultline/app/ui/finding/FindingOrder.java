package dev.faultline.app.ui.finding;

import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Finding;
import java.util.Comparator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/// Sort orders of findings.
public enum FindingOrder {
    SEVERITY("by severity", Comparator.comparing(Finding::severity)
            .thenComparing(Comparator.comparingDouble(Finding::costNs).reversed())),
    COST("by cost", Comparator.comparingDouble(Finding::costNs).reversed()),
    TIME("by time", Comparator.comparingLong(FindingOrder::firstNs));

    private final String label;
    private final Comparator<Finding> comparator;

    FindingOrder(String label, Comparator<Finding> comparator) {
        this.label = label;
        this.comparator = comparator;
    }

    public Comparator<Finding> comparator() {
        return comparator;
    }

    private static long firstNs(Finding finding) {
        return finding.evidence().intervals().stream().mapToLong(Evidence.Interval::fromNs).min()
                .orElse(Long.MAX_VALUE);
    }

    /// Lets the user choose an order from a menu.
    public static final class Choice {
        private final ObjectProperty<FindingOrder> order = new SimpleObjectProperty<>(this, "order", SEVERITY);

        public Choice(MenuButton menu) {
            var group = new ToggleGroup();
            for (FindingOrder value : values()) {
                var item = new RadioMenuItem(value.label);
                item.setToggleGroup(group);
                item.setSelected(value == order.get());
                item.setOnAction(event -> order.set(value));
                menu.getItems().add(item);
            }
            order.subscribe(value -> menu.setText(value.label));
        }

        public ObjectProperty<FindingOrder> property() {
            return order;
        }
    }
}
