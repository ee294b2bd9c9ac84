package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.session.TraceTab;
import dev.faultline.app.ui.session.Workspace;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The tabs of the open traces. Where there are many they shrink, then scroll with the wheel; then a menu at the right end
/// lists them all.
final class TabStrip extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double GAP = 4;

    private final WindowActions actions;
    private final Workspace workspace;
    private final Map<TraceTab, TabLabel> labels = new IdentityHashMap<>();
    private final Pane strip = new Pane() {
        @Override
        protected void layoutChildren() {
            // a pane would give each tab the width that it likes best
        }
    };
    private final Rectangle clip = new Rectangle();
    private final MenuButton all = new MenuButton();
    private List<TabLabel> shown = List.of();
    private double scroll;
    private boolean reveal;
    private double laidOut;

    TabStrip(WindowActions actions) {
        this.actions = actions;
        this.workspace = actions.workspace();
        getStyleClass().add("tabs");
        all.getStyleClass().add("all-tabs");
        all.setId("all-tabs");
        all.setAccessibleText("All open traces");
        // otherwise the menu would open empty the first time
        all.getItems().add(new RadioMenuItem());
        all.setOnShowing(event -> all.getItems().setAll(workspace.tabs().stream().map(this::item).toList()));
        strip.setClip(clip);
        getChildren().addAll(strip, all);
        workspace.tabs().addListener((ListChangeListener<TraceTab>) change -> update());
        workspace.selectedProperty().subscribe(this::update);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            scroll -= event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
            requestLayout();
            event.consume();
        });
    }

    private void update() {
        labels.keySet().retainAll(workspace.tabs());
        shown = workspace.tabs().stream().map(tab -> labels.computeIfAbsent(tab, t -> new TabLabel(t, actions)))
                .toList();
        strip.getChildren().setAll(shown);
        labels.forEach((tab, label) -> label.pseudoClassStateChanged(SELECTED,
                tab == workspace.selectedProperty().get()));
        all.setText(String.valueOf(shown.size()));
        reveal = true;
        requestLayout();
    }

    private RadioMenuItem item(TraceTab tab) {
        var item = new RadioMenuItem(tab.title());
        item.setMnemonicParsing(false);
        item.setSelected(tab == workspace.selectedProperty().get());
        item.setOnAction(event -> workspace.select(tab));
        return item;
    }

    @Override
    protected double computeMinWidth(double height) {
        return shown.isEmpty() ? 0 : TabLabel.LEAST + GAP + all.prefWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(0, shown.size() * (TabLabel.MOST + GAP) - GAP);
    }

    @Override
    protected void layoutChildren() {
        double natural = shown.stream().mapToDouble(label -> label.prefWidth(-1) + GAP).sum() - GAP;
        boolean fits = natural <= getWidth();
        double each = (getWidth() + GAP) / Math.max(1, shown.size()) - GAP;
        boolean scrolls = !fits && each < TabLabel.LEAST;
        double room = scrolls ? getWidth() - all.prefWidth(-1) - GAP : getWidth();
        double x = 0;
        for (TabLabel label : shown) {
            double width = fits ? label.prefWidth(-1) : Math.max(TabLabel.LEAST, each);
            label.resizeRelocate(x, 0, width, label.prefHeight(-1));
            x += width + GAP;
        }
        double hidden = Math.max(0, x - GAP - room);
        if (reveal || getWidth() != laidOut) {
            laidOut = getWidth();
            reveal = false;
            shown.stream().filter(label -> label.getPseudoClassStates().contains(SELECTED)).findFirst()
                    .ifPresent(label -> scroll = Math.min(label.getLayoutX(),
                            Math.max(scroll, label.getLayoutX() + label.getWidth() - room)));
        }
        scroll = Math.clamp(scroll, 0, hidden);
        double height = shown.isEmpty() ? 0 : shown.getFirst().getHeight();
        strip.resizeRelocate(-scroll, getHeight() - height, Math.max(0, x - GAP), height);
        clip.setX(scroll);
        clip.setWidth(Math.max(0, room));
        clip.setHeight(height);
        all.setVisible(scrolls);
        double menu = all.prefHeight(-1);
        all.resizeRelocate(room + GAP, (getHeight() - menu) / 2, all.prefWidth(-1), menu);
    }
}
