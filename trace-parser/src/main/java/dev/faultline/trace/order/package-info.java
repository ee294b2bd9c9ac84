/// From the streams of threads to one true order: a merge by time, corrected by what the scheduler's state allows. Each
/// generation is ordered on its own, as if it were the first; that gives the same order as one long run and lets several
/// be ordered at once.
@NullMarked
package dev.faultline.trace.order;

import org.jspecify.annotations.NullMarked;
