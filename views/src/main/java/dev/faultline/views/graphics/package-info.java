/// Drawing with Java 2D: on the pages of the report and into picture files. Needs no window and no JavaFX.
@NullMarked
package dev.faultline.views.graphics;

import org.jspecify.annotations.NullMarked;
