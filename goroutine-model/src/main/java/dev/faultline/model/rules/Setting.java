package dev.faultline.model.rules;

/// A threshold of a rule.
///
/// @param name ends in its unit like a figure's name: `threshold_ns`
/// @param about one sentence for people
/// @param value the default, in that unit
public record Setting(String name, String about, double value) {}
