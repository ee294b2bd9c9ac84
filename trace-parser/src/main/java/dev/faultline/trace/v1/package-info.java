/// The old format, Go 1.5 to 1.21, into the same rows as the new one: an index of the file ([V1Index]), the one true
/// order ([V1Order]), and the events as today's Go would have written them ([V1Emitter]). Source of format facts: Go
/// 1.27, internal/trace/internal/tracev1 and internal/trace/tracev1.go; before 1.11 Go 1.21, internal/trace/parser.go.
@NullMarked
package dev.faultline.trace.v1;

import org.jspecify.annotations.NullMarked;
