package dev.faultline.app.ui;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.robot.Robot;

/// A user's hand: moves, clicks and types as the system would deliver it. The window stands at the screen's corner.
final class Hand {
    private final Scene scene;
    private final Robot robot;

    Hand(Scene scene) throws Exception {
        this.scene = scene;
        robot = Fx.call(Robot::new);
    }

    void moveTo(double x, double y) throws Exception {
        Fx.run(() -> robot.mouseMove(x, y));
    }

    void click() throws Exception {
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    void click(Node node) throws Exception {
        Point2D middle = Fx.call(() -> {
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
        moveTo(middle.getX(), middle.getY());
        click();
    }

    /// Presses keys together, the last one last.
    void press(KeyCode... keys) throws Exception {
        for (KeyCode key : keys) {
            Fx.run(() -> robot.keyPress(key));
        }
        for (KeyCode key : List.of(keys).reversed()) {
            Fx.run(() -> robot.keyRelease(key));
        }
    }

    /// Turns the wheel over a place. The headless robot cannot hold a key while it turns the wheel, so the event is made
    /// by hand.
    void ctrlWheel(Node node, double x, double y, double by) throws Exception {
        Fx.run(() -> node.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, x, y, x, y, false, true, false, false, false,
                false, 0, by, 0, by, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
    }

    Scene scene() {
        return scene;
    }
}
