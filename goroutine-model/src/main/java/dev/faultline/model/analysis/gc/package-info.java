/// What the garbage collector costs: its cycles, assists and pauses, and what queues it explains.
@NullMarked
package dev.faultline.model.analysis.gc;

import org.jspecify.annotations.NullMarked;
