package dev.faultline.app.ui.part;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/// A pane as wide as its place that scrolls what is higher. JavaFX keeps a picture of what a scroll pane shows and does
/// not free it when the pane is gone: megabytes for each tab that is closed. This one has none.
public final class Scroller extends ScrollPane {
    public Scroller() {
        setFitToWidth(true);
    }

    public Scroller(Node content) {
        this();
        setContent(content);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        getChildren().forEach(child -> child.setCache(false));
        return skin;
    }
}
