/// Whose code the frames of a trace are.
@NullMarked
package dev.faultline.model.owner;

import org.jspecify.annotations.NullMarked;
