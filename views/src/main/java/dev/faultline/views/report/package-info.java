/// The PDF report: what was found, with its evidence, on paper. [dev.faultline.views.report.Report] is the door. The
/// report is a DOM of XHTML that a renderer lays out; pictures are drawn as vectors when the renderer reaches their
/// place. Needs no window and no JavaFX.
@NullMarked
package dev.faultline.views.report;

import org.jspecify.annotations.NullMarked;
