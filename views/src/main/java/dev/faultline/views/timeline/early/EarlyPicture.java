package dev.faultline.views.timeline.early;

import java.util.List;

/// What is known of a trace while it is being read: sums over equal parts of the time that was read so far.
///
/// @param bucketNs length of a part, nanoseconds
/// @param endNs latest time seen, nanoseconds since the trace's first event
/// @param eventCount number of events so far
/// @param goroutineCount number of goroutines seen so far
/// @param events number of events in each part
/// @param alive number of goroutines that existed at the end of each part
/// @param busy by P the share of each part in which it ran a goroutine, 0 to 1
public record EarlyPicture(long bucketNs, long endNs, long eventCount, int goroutineCount, int[] events, int[] alive,
        List<float[]> busy) {}
