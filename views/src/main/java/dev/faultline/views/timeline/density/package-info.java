/// How many goroutines were in which state over time: of the whole program, of a section, of a close-up.
@NullMarked
package dev.faultline.views.timeline.density;

import org.jspecify.annotations.NullMarked;
