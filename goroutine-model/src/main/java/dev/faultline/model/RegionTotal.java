package dev.faultline.model;

/// The regions of one name that began and ended in the trace.
///
/// @param name their type
/// @param count how many
/// @param ns summed time in nanoseconds
public record RegionTotal(String name, long count, long ns) {}
