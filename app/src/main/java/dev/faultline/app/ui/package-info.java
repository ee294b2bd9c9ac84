/// The window. Stages inside, each importing only those before it: `work` (long work off the UI thread), `text` (facts
/// as sentences), `session` (what is open: tabs, each with a trace and its view state), `command` (everything that a
/// user can do, listed once), `page` (the views that the rail switches between), `shell` (bar, rail, panes, status
/// line) and here [WindowApp], which puts them on the screen.
@NullMarked
package dev.faultline.app.ui;

import org.jspecify.annotations.NullMarked;
