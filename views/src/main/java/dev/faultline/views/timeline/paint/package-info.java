/// Paints the timeline's picture, and the figure of a finding's evidence, on any surface.
@NullMarked
package dev.faultline.views.timeline.paint;

import org.jspecify.annotations.NullMarked;
