package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.session.TabState;
import dev.faultline.app.ui.session.TraceTab;
import dev.faultline.app.ui.session.Workspace;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One tab of the strip: the trace's name and a cross to close it.
final class TabLabel extends HBox {
    /// Px that it takes at least, and at most.
    static final double LEAST = 112;
    static final double MOST = 240;

    TabLabel(TraceTab tab, WindowActions actions) {
        Workspace workspace = actions.workspace();
        var name = new Label();
        // what nearly all are called would take the room of what tells them apart
        name.textProperty()
                .bind(tab.titleProperty().map(title -> title.replaceFirst("\\.trace(\\.[a-z0-9]{2,4})?$", "")));
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setTooltip(new Tooltip());
        name.getTooltip().textProperty().bind(tab.titleProperty().map(title -> title + "\n" + tab.file()));
        HBox.setHgrow(name, Priority.ALWAYS);
        var close = new Button("×");
        close.getStyleClass().add("tab-close");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setFocusTraversable(false);
        close.setAccessibleText("Close " + tab.title());
        close.setTooltip(new Tooltip("Close (Ctrl+W)"));
        close.setOnAction(event -> workspace.close(tab));
        getChildren().addAll(name, close);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("tab");
        setMinWidth(LEAST);
        setMaxWidth(MOST);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        accessibleTextProperty().bind(tab.titleProperty());
        setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.MIDDLE) {
                workspace.close(tab);
            } else {
                workspace.select(tab);
            }
        });
        ContextMenu menu = menu(tab, actions);
        setOnContextMenuRequested(event -> {
            menu.show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case ENTER, SPACE -> {
                    workspace.select(tab);
                    event.consume();
                }
                case DELETE -> {
                    workspace.close(tab);
                    event.consume();
                }
                default -> {
                    // moves the focus or runs a command
                }
            }
        });
        tab.stateProperty().subscribe(state -> {
            pseudoClassStateChanged(PseudoClass.getPseudoClass("loading"), state instanceof TabState.Loading);
            pseudoClassStateChanged(PseudoClass.getPseudoClass("failed"), state instanceof TabState.Failed);
        });
    }

    private static ContextMenu menu(TraceTab tab, WindowActions actions) {
        var compare = new MenuItem("Compare with another trace…");
        compare.setId("tab-compare");
        compare.disableProperty().bind(tab.stateProperty().map(state -> !(state instanceof TabState.Open)));
        compare.setOnAction(_ -> {
            actions.workspace().select(tab);
            actions.overlayProperty().set(WindowActions.Overlay.COMPARE);
        });
        var close = new MenuItem("Close");
        close.setOnAction(_ -> actions.workspace().close(tab));
        return new ContextMenu(compare, close);
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.clamp(super.computePrefWidth(height), LEAST, MOST);
    }
}
