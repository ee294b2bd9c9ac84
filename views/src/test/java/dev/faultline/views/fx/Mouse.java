package dev.faultline.views.fx;

import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/// Mouse events with keys held, delivered to the node under the pointer as the scene would do it.
final class Mouse {
    private Mouse() {
    }

    /// @param at in the view's coordinates
    static void fire(Parent view, EventType<MouseEvent> type, Point2D at, Set<KeyCode> held) {
        Node target = deepest(view, view.localToScene(at));
        Point2D local = target.sceneToLocal(view.localToScene(at));
        Point2D scene = view.localToScene(at);
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(target, new MouseEvent(target, target, type, local.getX(), local.getY(), scene.getX(),
                scene.getY(), MouseButton.PRIMARY, 1, held.contains(KeyCode.SHIFT), held.contains(KeyCode.CONTROL),
                false, false, down, false, false, false, false, false,
                new PickResult(target, local.getX(), local.getY())));
    }

    private static Node deepest(Node node, Point2D scene) {
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable().reversed()) {
                if (child.isVisible() && !child.isMouseTransparent() && child.contains(child.sceneToLocal(scene))) {
                    return deepest(child, scene);
                }
            }
        }
        return node;
    }
}
