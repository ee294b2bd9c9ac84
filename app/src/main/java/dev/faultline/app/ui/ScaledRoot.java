package dev.faultline.app.ui;

import dev.faultline.app.ui.session.Preferences;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;

/// The root of a scene: draws its content larger or smaller, as the user wishes, but never so large that the content would
/// have less room than it needs.
final class ScaledRoot extends Pane {
    private static final String POPUPS = """
            .tooltip, .tooltip.code { -fx-font-size: SMALLpx; }
            .context-menu, .context-menu .menu-item > .label, .context-menu .menu-item > .right-container > .label,
            .context-menu .legend-entry > .label { -fx-font-size: TEXTpx; }
            .context-menu .menu-item > .accelerator-text { -fx-font-size: SMALLpx; }
            """;
    private static final double SMALL_TEXT = 11;
    private static final double TEXT = 12;

    private final Parent content;
    private final Preferences preferences;
    private final Scale scale = new Scale(1, 1, 0, 0);

    ScaledRoot(Parent content, Preferences preferences) {
        this.content = content;
        this.preferences = preferences;
        content.getTransforms().add(scale);
        getChildren().add(content);
        preferences.scaleProperty().subscribe(wished -> {
            requestLayout();
            dressPopups(wished.doubleValue());
        });
    }

    /// Tooltips and menus are windows of their own, which the scale of this one does not reach.
    private void dressPopups(double wished) {
        getStylesheets().removeIf(sheet -> sheet.startsWith("data:"));
        if (wished != 1) {
            String css = POPUPS.replace("SMALL", Double.toString(SMALL_TEXT * wished))
                    .replace("TEXT", Double.toString(TEXT * wished));
            getStylesheets().add("data:text/css;base64,"
                    + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Override
    protected void layoutChildren() {
        double most = Math.min(getWidth() / Preferences.MIN_WIDTH, getHeight() / Preferences.MIN_HEIGHT);
        double wished = preferences.scaleProperty().get();
        double used = wished <= 1 ? wished : Math.max(1, Math.min(wished, most));
        scale.setX(used);
        scale.setY(used);
        content.resizeRelocate(0, 0, getWidth() / used, getHeight() / used);
    }

    @Override
    protected double computePrefWidth(double height) {
        return preferences.width();
    }

    @Override
    protected double computePrefHeight(double width) {
        return preferences.height();
    }
}
