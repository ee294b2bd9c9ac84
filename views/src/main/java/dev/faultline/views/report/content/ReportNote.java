package dev.faultline.views.report.content;

/// What somebody wrote down about a place in the trace.
///
/// @param place what it is about
/// @param time when that was, in words
/// @param text what was written
public record ReportNote(String place, String time, String text) {}
