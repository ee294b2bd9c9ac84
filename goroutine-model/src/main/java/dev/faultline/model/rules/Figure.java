package dev.faultline.model.rules;

/// A number of a finding.
///
/// @param name ends in its unit: `_ns`, `_bytes`, `_ratio` (0 to 1) or `_count`, such as `longest_wait_ns`
/// @param label the same for people, without unit: `longest wait`
/// @param value in that unit
public record Figure(String name, String label, double value) {
    public Figure {
        if (!name.matches("[a-z0-9_]+_(ns|bytes|ratio|count)")) {
            throw new IllegalArgumentException("a figure's name must end in its unit: " + name);
        }
    }
}
