package dev.faultline.views.fx;

import dev.faultline.views.flame.FlameLayout;
import dev.faultline.views.paint.Box;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of a flame graph: they go from box to box as the pointer would, and zoom.
public final class FlameKeys {
    private static final List<Binding> BINDINGS = List.of(
            new Binding("point at the box before", Move.LEFT, KeyCode.LEFT),
            new Binding("point at the next box", Move.RIGHT, KeyCode.RIGHT),
            new Binding("point at the caller's box", Move.UP, KeyCode.UP),
            new Binding("point at the box below", Move.DOWN, KeyCode.DOWN),
            new Binding("zoom to the box", Move.ZOOM_IN, KeyCode.ENTER, KeyCode.W),
            new Binding("zoom out by one box", Move.ZOOM_OUT, KeyCode.ESCAPE, KeyCode.BACK_SPACE, KeyCode.S),
            new Binding("zoom out wholly", Move.ALL, KeyCode.DIGIT0, KeyCode.NUMPAD0));

    private final FlameView view;

    FlameKeys(FlameView view) {
        this.view = view;
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private enum Move {
        LEFT, RIGHT, UP, DOWN, ZOOM_IN, ZOOM_OUT, ALL
    }

    private record Binding(String label, Move move, List<KeyCode> keys) {
        Binding(String label, Move move, KeyCode... keys) {
            this(label, move, List.of(keys));
        }
    }

    /// All of them, for people.
    public static List<TimelineKeys.Shown> all() {
        return BINDINGS.stream().map(binding -> new TimelineKeys.Shown(binding.keys().stream()
                .filter(key -> key != KeyCode.NUMPAD0).map(KeyCode::getName).toList(), binding.label())).toList();
    }

    private void press(KeyEvent event) {
        FlameLayout layout = view.laidOut();
        if (layout == null || event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        BINDINGS.stream().filter(binding -> binding.keys().contains(event.getCode())).findFirst()
                .ifPresent(binding -> {
                    move(binding.move(), layout);
                    event.consume();
                });
    }

    private void move(Move move, FlameLayout layout) {
        Optional<FlameLayout.Placed> pointed = layout.boxes().stream().filter(box -> box.node() == view.pointed())
                .findFirst();
        switch (move) {
            case ZOOM_OUT -> view.zoomTo(Math.max(0, layout.tree().parent(layout.zoomed())));
            case ALL -> view.zoomTo(0);
            case ZOOM_IN -> pointed.ifPresent(box -> view.zoomTo(box.node()));
            default -> pointed.map(box -> next(move, layout, box)).orElse(layout.boxes().stream()
                    .filter(box -> box.node() == layout.zoomed())).findFirst().ifPresent(view::point);
        }
    }

    private static Stream<FlameLayout.Placed> next(Move move, FlameLayout layout, FlameLayout.Placed from) {
        Box at = from.box();
        Stream<FlameLayout.Placed> all = layout.boxes().stream();
        Comparator<FlameLayout.Placed> byX = Comparator.comparingDouble(placed -> placed.box().x());
        return switch (move) {
            case LEFT -> all.filter(to -> to.box().y() == at.y() && to.box().x() < at.x()).sorted(byX.reversed());
            case RIGHT -> all.filter(to -> to.box().y() == at.y() && to.box().x() > at.x()).sorted(byX);
            case UP -> all.filter(to -> to.node() == layout.tree().parent(from.node()));
            case DOWN -> all.filter(to -> to.box().y() == at.bottom() && to.box().right() > at.x()
                    && to.box().x() < at.right()).sorted(byX);
            default -> Stream.empty();
        };
    }
}
