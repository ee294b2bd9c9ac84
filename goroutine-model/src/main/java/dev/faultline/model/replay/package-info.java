/// The one walk over the ordered rows of a trace. [Replay] reads what each event does from
/// [dev.faultline.trace.format.EventType] and keeps the state of every goroutine and P; [Transitions] are told.
@NullMarked
package dev.faultline.model.replay;

import org.jspecify.annotations.NullMarked;
