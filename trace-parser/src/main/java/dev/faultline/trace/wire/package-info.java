/// From bytes to generations: the mapped file, its batches, the tables of a generation, the next event of a thread.
/// Interprets nothing: what an event means is [dev.faultline.trace.order]'s concern.
@NullMarked
package dev.faultline.trace.wire;

import org.jspecify.annotations.NullMarked;
