package dev.faultline.app.ui.part;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/// A pane as wide as its place that scrolls what is higher. JavaFX keeps a picture of what a scroll pane shows and does
/// not free it when the pane is gone: megabytes for each tab that is closed. This one has none.
public final class Scroller extends ScrollPane {
    /// Px that stay visible around what is revealed.
    private static final double AIR = 8;

    public Scroller() {
        setFitToWidth(true);
    }

    public Scroller(Node content) {
        this();
        setContent(content);
    }

    /// Scrolls until a part of the content is at the upper edge.
    public void top(Node part) {
        Node content = getContent();
        if (content != null && part.getScene() != null) {
            double hidden = content.getLayoutBounds().getHeight() - getViewportBounds().getHeight();
            double y = content.sceneToLocal(part.localToScene(part.getLayoutBounds())).getMinY();
            setVvalue(hidden <= 0 ? 0 : Math.clamp(y / hidden, 0, 1));
        }
    }

    /// Scrolls as little as it must until a part of the content is wholly visible.
    public void reveal(Node part) {
        Node content = getContent();
        if (content == null || part.getScene() == null) {
            return;
        }
        Bounds place = content.sceneToLocal(part.localToScene(part.getLayoutBounds()));
        double view = getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - view;
        if (hidden > 0) {
            double top = getVvalue() * hidden;
            double wanted = Math.min(place.getMinY() - AIR, Math.max(top, place.getMaxY() + AIR - view));
            setVvalue(Math.clamp(wanted / hidden, 0, 1));
        }
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        getChildren().forEach(child -> child.setCache(false));
        return skin;
    }
}
