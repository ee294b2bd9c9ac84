package dev.faultline.app.ui.part;

import dev.faultline.model.words.Units;
import dev.faultline.views.fx.TimelineOptions;
import dev.faultline.views.timeline.picture.LegendItem;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Side;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// A legend in one line; what does not fit is counted and opens as a list.
public final class LegendStrip extends Region {
    private static final double HEIGHT = 24;
    private static final double LEFT = 14;
    private static final double GAP = 18;

    private final Hyperlink more = new Hyperlink();
    private final ContextMenu list = new ContextMenu();
    private List<LegendItem> items = List.of();
    private List<Node> entries = List.of();

    private final Hyperlink states = new Hyperlink();

    /// @param options holds whether states are told apart further
    public LegendStrip(TimelineOptions options) {
        options.fineStatesProperty().subscribe(fine -> states.setText(fine ? "eight states" : "all states"));
        states.setOnAction(event -> options.fineStatesProperty().set(!options.fineStatesProperty().get()));
        states.setTooltip(new Tooltip("Tell states apart as far as the trace tells, or show eight (V)"));
        states.setId("states");
        getChildren().add(states);
        getStyleClass().add("legend-strip");
        more.setOnAction(event -> {
            list.getItems().clear();
            items.forEach(item -> list.getItems().add(new CustomMenuItem(Legend.entry(item))));
            list.show(more, Side.TOP, 0, 0);
        });
    }

    /// Shows what is on screen now.
    public void show(List<LegendItem> now) {
        if (!now.equals(items)) {
            items = now;
            entries = now.stream().map(Legend::entry).toList();
            List<Node> children = new ArrayList<>(entries);
            children.add(more);
            children.add(states);
            getChildren().setAll(children);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = Math.ceil(states.prefWidth(-1));
        layoutInArea(states, getWidth() - width - GAP / 2, 0, width, getHeight(), 0, HPos.RIGHT, VPos.CENTER);
        double right = getWidth() - LEFT - width;
        double whole = LEFT;
        for (Node entry : entries) {
            whole += entry.prefWidth(-1) + GAP;
        }
        boolean all = whole - GAP <= right;
        double room = all ? right : right - 90;
        double x = LEFT;
        int shown = 0;
        for (Node entry : entries) {
            double wide = Math.ceil(entry.prefWidth(-1));
            boolean fits = shown == entries.indexOf(entry) && x + wide <= room;
            entry.setVisible(fits);
            if (fits) {
                layoutInArea(entry, x, 0, wide, getHeight(), 0, HPos.LEFT, VPos.CENTER);
                x += wide + GAP;
                shown++;
            }
        }
        more.setVisible(!all);
        more.setText(Units.count(entries.size() - shown) + " more");
        layoutInArea(more, x, 0, Math.max(0, right - x), getHeight(), 0, HPos.LEFT, VPos.CENTER);
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
