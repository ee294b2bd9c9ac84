/// Limits that the user may set.
@NullMarked
package dev.faultline.trace.limit;

import org.jspecify.annotations.NullMarked;
