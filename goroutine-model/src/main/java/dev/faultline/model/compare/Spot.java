package dev.faultline.model.compare;

/// Where a subject can be looked at in one trace.
///
/// @param code the place in the code, such as `main.(*store).get store.go:42`; empty where it is none
/// @param goroutine index of a goroutine that shows it best, -1 for none
/// @param fromNs since when, nanoseconds since the trace's first event
/// @param toNs until when
public record Spot(String code, int goroutine, long fromNs, long toNs) {}
