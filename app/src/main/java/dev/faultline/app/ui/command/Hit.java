package dev.faultline.app.ui.command;

/// A search result.
///
/// @param kind what it is: `goroutine`, `command`, …
/// @param title its name
/// @param detail what else is known of it; its key for a command
/// @param action goes there or does it
public record Hit(String kind, String title, String detail, Runnable action) {}
