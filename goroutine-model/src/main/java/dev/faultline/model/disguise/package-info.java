/// Other names for what a program calls its own, so that a trace can be given away.
@NullMarked
package dev.faultline.model.disguise;

import org.jspecify.annotations.NullMarked;
