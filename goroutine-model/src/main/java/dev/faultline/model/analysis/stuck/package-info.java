/// Which open waits nothing can end any more. [StuckFinder] asks in turn who could still end a wait ([Wakers]) and
/// whether the waiting goroutine's kind shows that nobody will; [StuckWaits] is the answer.
@NullMarked
package dev.faultline.model.analysis.stuck;

import org.jspecify.annotations.NullMarked;
