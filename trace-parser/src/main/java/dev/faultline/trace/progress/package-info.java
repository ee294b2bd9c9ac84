/// How long work speaks to whoever waits for it, in all stages.
@NullMarked
package dev.faultline.trace.progress;

import org.jspecify.annotations.NullMarked;
