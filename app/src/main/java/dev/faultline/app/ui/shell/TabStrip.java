package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.session.TabState;
import dev.faultline.app.ui.session.TraceTab;
import dev.faultline.app.ui.session.Workspace;
import java.util.IdentityHashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The tabs of the open traces, shrinking when there are many.
final class TabStrip {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final HBox box;
    private final Workspace workspace;
    private final Map<TraceTab, Node> nodes = new IdentityHashMap<>();

    private TabStrip(HBox box, Workspace workspace) {
        this.box = box;
        this.workspace = workspace;
    }

    static void fill(HBox box, Workspace workspace) {
        var strip = new TabStrip(box, workspace);
        workspace.tabs().addListener((ListChangeListener<TraceTab>) change -> strip.update());
        workspace.selectedProperty().subscribe(strip::update);
    }

    private void update() {
        nodes.keySet().retainAll(workspace.tabs());
        box.getChildren().setAll(workspace.tabs().stream().map(tab -> nodes.computeIfAbsent(tab, this::tab)).toList());
        nodes.forEach((tab, node) -> node.pseudoClassStateChanged(SELECTED,
                tab == workspace.selectedProperty().get()));
    }

    private Node tab(TraceTab tab) {
        var name = new Label();
        name.textProperty().bind(tab.titleProperty());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(24);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var close = new Button("×");
        close.getStyleClass().add("tab-close");
        close.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        close.setFocusTraversable(false);
        close.setOnAction(event -> workspace.close(tab));
        var node = new HBox(name, close);
        node.setAlignment(Pos.CENTER_LEFT);
        node.getStyleClass().add("tab");
        node.setMinWidth(60);
        node.setMaxWidth(240);
        Tooltip.install(node, new Tooltip(tab.file().toString()));
        node.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.MIDDLE) {
                workspace.close(tab);
            } else {
                workspace.select(tab);
            }
        });
        tab.stateProperty().subscribe(state -> {
            node.pseudoClassStateChanged(PseudoClass.getPseudoClass("loading"), state instanceof TabState.Loading);
            node.pseudoClassStateChanged(PseudoClass.getPseudoClass("failed"), state instanceof TabState.Failed);
        });
        return node;
    }
}
