package dev.faultline.app.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/// What is wrong in a layout: words that are cut and nowhere told in full, parts that overlap, parts that stick out of the
/// part around them.
final class LayoutFaults {
    /// Px that are lost in rounding.
    private static final double SLACK = 1.5;

    private final List<String> faults = new ArrayList<>();

    private LayoutFaults() {
    }

    static List<String> of(Parent root) {
        var found = new LayoutFaults();
        found.look(root);
        return found.faults;
    }

    private void look(Node node) {
        if (!node.isVisible() || node instanceof Cell<?> || node instanceof ScrollBar
                || node.getStyleClass().contains("column-header-background")) {
            return;
        }
        if (node instanceof Labeled labeled) {
            cut(labeled);
        }
        if (node.isFocusTraversable() && !(node instanceof ScrollPane) && !named(node)) {
            faults.add(name(node) + " has no name for a screen reader");
        }
        if (node instanceof Parent parent) {
            if (arranges(parent)) {
                overlaps(parent);
            }
            parent.getChildrenUnmodifiable().forEach(this::look);
        }
    }

    private static boolean named(Node node) {
        String text = node.getAccessibleText() != null
                ? node.getAccessibleText()
                : node instanceof Labeled labeled
                        ? labeled.getText()
                        : node instanceof TextInputControl input ? input.getPromptText() : null;
        return text != null && text.chars().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean arranges(Parent parent) {
        return parent instanceof HBox || parent instanceof VBox || parent instanceof FlowPane
                || parent instanceof GridPane || parent instanceof BorderPane || layers(parent);
    }

    private static boolean layers(Parent parent) {
        // a scroll pane's inner panes hold more than they show
        return parent instanceof StackPane && !parent.getStyleClass().contains("viewport")
                && !parent.getClass().isAnonymousClass();
    }

    private void overlaps(Parent parent) {
        List<Node> parts = parent.getChildrenUnmodifiable().stream()
                .filter(child -> child.isManaged() && child.isVisible()).toList();
        for (int i = 0; i < parts.size(); i++) {
            Bounds one = place(parts.get(i));
            if (one.getMaxX() > parent.getLayoutBounds().getWidth() + SLACK
                    || one.getMaxY() > parent.getLayoutBounds().getHeight() + SLACK || one.getMinX() < -SLACK
                    || one.getMinY() < -SLACK) {
                faults.add(name(parts.get(i)) + " sticks out of " + name(parent));
            }
            if (layers(parent)) {
                continue;
            }
            for (Node other : parts.subList(i + 1, parts.size())) {
                Bounds two = place(other);
                double across = Math.min(one.getMaxX(), two.getMaxX()) - Math.max(one.getMinX(), two.getMinX());
                double down = Math.min(one.getMaxY(), two.getMaxY()) - Math.max(one.getMinY(), two.getMinY());
                if (across > SLACK && down > SLACK) {
                    faults.add(name(parts.get(i)) + " overlaps " + name(other));
                }
            }
        }
    }

    private static Bounds place(Node node) {
        return node.localToParent(node.getLayoutBounds());
    }

    /// A name of any length may be cut where a tooltip tells the whole.
    private void cut(Labeled labeled) {
        String whole = labeled.getText();
        if (whole == null || whole.isEmpty()) {
            return;
        }
        String shown = labeled.getChildrenUnmodifiable().stream().filter(Text.class::isInstance)
                .map(text -> ((Text) text).getText()).findFirst().orElse(whole);
        if (!shown.equals(whole) && !told(labeled, whole)) {
            faults.add(name(labeled) + " is cut to \"" + shown + "\"");
        }
    }

    private static boolean told(Labeled labeled, String whole) {
        for (Node node = labeled; node != null; node = node.getParent()) {
            Tooltip tooltip = node instanceof Control control && control.getTooltip() != null
                    ? control.getTooltip()
                    : (Tooltip) node.getProperties().get("javafx.scene.control.Tooltip");
            if (tooltip != null && tooltip.getText().contains(whole.replace("▸ ", ""))) {
                return true;
            }
        }
        return false;
    }

    private static String name(Node node) {
        String text = node instanceof Labeled labeled ? " \"" + labeled.getText() + "\"" : "";
        return node.getClass().getSimpleName() + (node.getId() == null ? "" : "#" + node.getId())
                + node.getStyleClass() + text;
    }
}
