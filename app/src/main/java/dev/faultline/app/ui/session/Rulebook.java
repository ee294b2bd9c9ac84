package dev.faultline.app.ui.session;

/// How traces are judged.
///
/// @param checker asks the rules
/// @param settings what the user wants of them
public record Rulebook(Checker checker, RuleSettings settings) {}
