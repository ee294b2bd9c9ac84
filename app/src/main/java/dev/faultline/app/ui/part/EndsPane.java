package dev.faultline.app.ui.part;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Two parts at the ends of a line; the second one below the first where the line is too short for both. The first may take all
/// the room that the second leaves.
public final class EndsPane extends Region {
    private final double gap;
    private final Region left;
    private final Region right;
    private final boolean filling;

    /// @param gap px between them at least
    public EndsPane(double gap, Region left, Region right) {
        this(gap, left, right, false);
    }

    /// @param gap px between them at least
    /// @param filling whether the first one takes all room
    public EndsPane(double gap, Region left, Region right, boolean filling) {
        this.gap = gap;
        this.filling = filling;
        this.left = left;
        this.right = right;
        getChildren().addAll(left, right);
    }

    private boolean oneLine(double width) {
        return width < 0 || left.prefWidth(-1) + gap + right.prefWidth(-1) <= inside(width);
    }

    private double inside(double width) {
        return width - getInsets().getLeft() - getInsets().getRight();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return getInsets().getLeft() + Math.max(left.minWidth(-1), right.minWidth(-1)) + getInsets().getRight();
    }

    @Override
    protected double computePrefWidth(double height) {
        return getInsets().getLeft() + left.prefWidth(-1) + gap + right.prefWidth(-1) + getInsets().getRight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double rightHeight = right.prefHeight(width < 0 ? -1 : Math.min(inside(width), right.prefWidth(-1)));
        double content = oneLine(width)
                ? Math.max(left.prefHeight(-1), rightHeight)
                : left.prefHeight(-1) + rightHeight;
        return getInsets().getTop() + content + getInsets().getBottom();
    }

    @Override
    protected void layoutChildren() {
        double x = getInsets().getLeft();
        double y = getInsets().getTop();
        double room = inside(getWidth());
        double rightWidth = Math.min(room, right.prefWidth(-1));
        double leftHeight = left.prefHeight(-1);
        double rightHeight = right.prefHeight(rightWidth);
        boolean oneLine = oneLine(getWidth());
        double leftRoom = oneLine ? room - gap - rightWidth : room;
        left.resizeRelocate(x, y, filling ? leftRoom : Math.min(leftRoom, left.prefWidth(-1)), leftHeight);
        if (oneLine) {
            right.resizeRelocate(x + room - rightWidth, y + (leftHeight - rightHeight) / 2, rightWidth, rightHeight);
        } else {
            right.resizeRelocate(x, y + leftHeight, rightWidth, rightHeight);
        }
    }
}
