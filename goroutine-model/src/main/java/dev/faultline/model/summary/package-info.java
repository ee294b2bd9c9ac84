/// What is in a trace, in figures: the same ones that Go's own reader and `go tool trace` give, as data, JSON and text.
@NullMarked
package dev.faultline.model.summary;

import org.jspecify.annotations.NullMarked;
