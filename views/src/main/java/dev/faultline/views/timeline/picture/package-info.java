/// Everything that is on screen at a moment, as data: rows with their draw lists, what lies over them, and what is under
/// a point. What is under the pointer is asked from the draw list, so it is always what was drawn.
@NullMarked
package dev.faultline.views.timeline.picture;

import org.jspecify.annotations.NullMarked;
