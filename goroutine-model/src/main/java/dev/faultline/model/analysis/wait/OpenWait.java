package dev.faultline.model.analysis.wait;

import dev.faultline.model.analysis.code.WaitObject;

/// A wait that is not over at the end of the trace.
///
/// @param goroutine index
/// @param object what it waits at
/// @param sinceNs begin of the wait, nanoseconds since the trace's first event; 0 when it began before the trace, then
///        its age is a lower bound
/// @param ageNs time from `sinceNs` to the end of the trace
/// @param stack where it waits, 0 when unknown
/// @param site see [WaitSites], -1 when unknown
/// @param fromStart whether it began before the trace
public record OpenWait(int goroutine, WaitObject object, long sinceNs, long ageNs, int stack, int site,
        boolean fromStart) {}
