package dev.faultline.trace.format;

/// A part of the file that could not be read.
///
/// @param place where it begins
/// @param bytes bytes given up
/// @param fromNs begin of the time that is dark, nanoseconds since the first event
/// @param toNs end of that time; equal to `fromNs` when unknown
/// @param thread id of the thread whose events are missing, -1 when all are
/// @param cause one sentence: what was expected and found
public record Loss(Place place, long bytes, long fromNs, long toNs, long thread, String cause) {}
