/// Ordered events at rest, in columns, with the strings, stacks and ids that they name.
@NullMarked
package dev.faultline.trace.event;

import org.jspecify.annotations.NullMarked;
