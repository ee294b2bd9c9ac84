package dev.faultline.model;

/// How often something went from one state to another, in the words of Go's own trace reader.
///
/// @param from state before, such as `Running`; `Undetermined` where the trace tells it first, `NotExist` before birth
/// @param to state after
/// @param reason as the runtime wrote it, such as `chan receive`; empty when it gave none
/// @param count how often, at least 1
public record Transition(String from, String to, String reason, long count) {}
