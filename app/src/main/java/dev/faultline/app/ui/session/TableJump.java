package dev.faultline.app.ui.session;

/// A table that shall be shown, with some of its rows.
///
/// @param table its name
/// @param filter which rows, as people write it; empty for all
public record TableJump(String table, String filter) {}
