/// What the collector and other pauses of the world cost.
@NullMarked
package dev.faultline.model.rules.gc;

import org.jspecify.annotations.NullMarked;
