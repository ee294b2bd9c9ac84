package dev.faultline.views.report.content;

import dev.faultline.views.graphics.GraphicsSurface;
import dev.faultline.views.paint.Painted;

/// Drawings in colours by role, measured in the typefaces of the report.
final class Drawings {
    private Drawings() {
    }

    static Painted start() {
        return new Painted(GraphicsSurface.measure());
    }

    static Picture picture(double width, double height, String words, Painted painted) {
        return new Picture(width, height, words, new Picture.Art.Drawing(painted));
    }
}
