package dev.faultline.trace.wire;

/// What the CPU profiler saw at one moment. Ids as written.
///
/// @param time absolute, in clock units
/// @param proc P number, all ones for none
/// @param goroutine id, 0 for none
/// @param stack id of the generation
public record CpuSample(long time, long thread, long proc, long goroutine, long stack) {}
