package dev.faultline.views.fx;

import java.awt.Graphics2D;

/// A node that can be drawn elsewhere than on the screen: into a picture file.
public interface Drawing {
    /// Draws what it shows now, in its own size, with the origin at its upper left corner. Belongs to the thread of the
    /// window.
    void drawOn(Graphics2D g);
}
