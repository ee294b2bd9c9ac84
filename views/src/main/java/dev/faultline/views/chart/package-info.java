/// The charts of a run: numbers reduced to what a picture of a given width can show, then a JFreeChart object for it. The
/// window and the report draw the same charts; nothing here knows a toolkit or a page.
@NullMarked
package dev.faultline.views.chart;

import org.jspecify.annotations.NullMarked;
