/// What measures queueing, waits, system calls, wake-ups, bursts and silences. [TimingPass] listens to the replay, [Timing] is
/// the result; all others here are what it keeps.
@NullMarked
package dev.faultline.model.analysis.timing;

import org.jspecify.annotations.NullMarked;
