/// Goroutines that stay: those that wait for ever, become ever more, or hold each other up.
@NullMarked
package dev.faultline.model.rules.leak;

import org.jspecify.annotations.NullMarked;
