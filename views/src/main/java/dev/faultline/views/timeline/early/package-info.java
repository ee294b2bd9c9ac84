/// What is known of a trace while it is being read, as sums and as a picture.
@NullMarked
package dev.faultline.views.timeline.early;

import org.jspecify.annotations.NullMarked;
