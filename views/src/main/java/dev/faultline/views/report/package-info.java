/// The report: what was found, with its evidence, in the forms that leave the workstation.
/// [dev.faultline.views.report.Report] is the door. Needs no window and no JavaFX.
@NullMarked
package dev.faultline.views.report;

import org.jspecify.annotations.NullMarked;
