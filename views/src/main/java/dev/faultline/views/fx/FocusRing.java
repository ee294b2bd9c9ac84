package dev.faultline.views.fx;

import javafx.scene.layout.Region;

/// A frame over a painted view while keys brought the focus there. Its colour is that of the style class `focus-ring`.
final class FocusRing extends Region {
    /// @param view the view that has it as its last child
    FocusRing(Region view) {
        setManaged(false);
        setMouseTransparent(true);
        getStyleClass().add("focus-ring");
        visibleProperty().bind(view.focusVisibleProperty());
        view.widthProperty().subscribe(_ -> resize(view.getWidth(), view.getHeight()));
        view.heightProperty().subscribe(_ -> resize(view.getWidth(), view.getHeight()));
    }
}
