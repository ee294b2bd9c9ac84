/// Numbers as people read them, with their units: one manner for the command line, the window and the report.
@NullMarked
package dev.faultline.model.unit;

import org.jspecify.annotations.NullMarked;
