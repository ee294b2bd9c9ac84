package dev.faultline.views.report.content;

import dev.faultline.views.paint.Painted;
import org.jfree.chart.JFreeChart;

/// A picture of a report, made of vectors.
///
/// @param width px; a page is [#PAGE_WIDTH] wide
/// @param height px
/// @param text what it shows, for readers who do not see it
/// @param art what is painted, the origin at its upper left corner
public record Picture(double width, double height, String text, Art art) {
    /// Room between the margins of a page, px: A4 is 793.7 px wide, its margins 60.8 px each.
    public static final double PAGE_WIDTH = 672;

    /// What is painted.
    public sealed interface Art {
        /// A drawing in colours by role.
        record Drawing(Painted painted) implements Art {}

        /// A chart in the light palette, as high and wide as its picture.
        record Chart(JFreeChart chart) implements Art {}
    }
}
