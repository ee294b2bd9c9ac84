package dev.faultline.model.rules;

/// A threshold of a rule. The rule's bundle says what it is, as `setting.` and its name.
///
/// @param name ends in its unit like a figure's name: `threshold_ns`
/// @param value the default, in that unit
public record Setting(String name, double value) {}
