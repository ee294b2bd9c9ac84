/// Goroutines that stay: those that wait forever, grow in number, or hold each other up.
@NullMarked
package dev.faultline.model.rules.leak;

import org.jspecify.annotations.NullMarked;
