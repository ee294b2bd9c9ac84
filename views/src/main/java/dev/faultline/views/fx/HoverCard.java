package dev.faultline.views.fx;

import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.TextStyle;
import java.util.HexFormat;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A tooltip inside a view: it follows the pointer without a window of its own, so it never takes the focus and never
/// lags behind.
final class HoverCard extends VBox {
    private static final double AWAY = 16;
    private static final double WIDEST = 460;

    private String text = "";
    private String dim = "";

    HoverCard() {
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        setPadding(new Insets(6, 9, 7, 9));
        setSpacing(1);
        getStyleClass().add("hover-card");
        use(Palette.light());
    }

    void use(Palette palette) {
        text = "-fx-text-fill: " + css(palette.argb(Role.TEXT)) + ";";
        setStyle("-fx-background-color: " + css(palette.argb(Role.LINE)) + ", " + css(palette.argb(Role.BACKGROUND))
                + "; -fx-background-insets: 0, 1; -fx-background-radius: 6, 5;"
                + " -fx-effect: dropshadow(gaussian, #00000040, 10, 0, 0, 2); " + text);
        dim = "-fx-text-fill: " + css(palette.argb(Role.DIM)) + ";";
        getChildren().clear();
    }

    /// Shows lines beside a point, inside a view of the given size.
    void show(List<String> lines, double x, double y) {
        if (lines.isEmpty()) {
            hide();
            return;
        }
        if (say(lines)) {
            // new labels have no size before they are styled
            setVisible(true);
            applyCss();
        }
        setVisible(true);
        // its shadow is costly; it moves far more often than it changes
        setCache(true);
        double width = Math.min(WIDEST, Math.ceil(prefWidth(-1)));
        double height = Math.ceil(prefHeight(width));
        double right = getParent().getLayoutBounds().getWidth();
        double bottom = getParent().getLayoutBounds().getHeight();
        double left = x + AWAY + width > right ? Math.max(0, x - AWAY - width) : x + AWAY;
        double top = y + AWAY + height > bottom ? Math.max(0, y - AWAY - height) : y + AWAY;
        resizeRelocate(Math.rint(left), Math.rint(top), width, height);
    }

    void hide() {
        setVisible(false);
        setCache(false); // JavaFX would hold its picture even when the view is gone
    }

    /// What it says, one line each; empty while hidden.
    List<String> lines() {
        return isVisible()
                ? getChildren().stream().filter(Node::isManaged).map(n -> ((Label) n).getText()).toList()
                : List.of();
    }

    /// Puts words into the labels that are there; true when some had to be made.
    private boolean say(List<String> lines) {
        List<Node> labels = getChildren();
        boolean made = labels.size() < lines.size();
        while (labels.size() < lines.size()) {
            boolean title = labels.isEmpty();
            Label label = new Label();
            label.setFont(FxSurface.font(title ? TextStyle.BOLD : TextStyle.SMALL));
            label.setStyle(title ? text : dim);
            labels.add(label);
        }
        for (int i = 0; i < labels.size(); i++) {
            // one that is needed no more soon will be
            labels.get(i).setManaged(i < lines.size());
            labels.get(i).setVisible(i < lines.size());
            ((Label) labels.get(i)).setText(i < lines.size() ? lines.get(i) : "");
        }
        return made;
    }

    private static String css(int argb) {
        return "#" + HexFormat.of().toHexDigits(argb & 0xFFFFFF, 6) + HexFormat.of().toHexDigits(argb >>> 24, 2);
    }
}
