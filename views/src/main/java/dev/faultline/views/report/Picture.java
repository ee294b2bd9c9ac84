package dev.faultline.views.report;

import java.awt.Graphics2D;
import java.util.function.Consumer;

/// A picture of a report, drawn as vectors when its page is made.
///
/// @param width px; the page is [ReportDocument#WIDTH] wide
/// @param height px
/// @param text what it shows, for readers who do not see it
/// @param drawing paints it, the origin at its upper left corner
record Picture(double width, double height, String text, Consumer<Graphics2D> drawing) {}
