/// Goroutines that are blocked on each other or in system calls.
@NullMarked
package dev.faultline.model.rules.blocking;

import org.jspecify.annotations.NullMarked;
