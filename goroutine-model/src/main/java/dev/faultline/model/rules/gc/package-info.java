/// What garbage collections and stop-the-world pauses cost.
@NullMarked
package dev.faultline.model.rules.gc;

import org.jspecify.annotations.NullMarked;
