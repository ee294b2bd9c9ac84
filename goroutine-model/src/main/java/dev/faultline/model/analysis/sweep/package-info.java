/// One pass over the events that measures queueing, waits, system calls, wake-ups, bursts and silences. [Sweep] is the
/// result, [Transitions] the pass; all others here are what it keeps.
@NullMarked
package dev.faultline.model.analysis.sweep;

import org.jspecify.annotations.NullMarked;
