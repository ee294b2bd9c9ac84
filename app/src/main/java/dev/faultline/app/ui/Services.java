package dev.faultline.app.ui;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.session.Preferences;
import dev.faultline.app.ui.session.Rulebook;
import dev.faultline.app.ui.session.TraceOpener;

/// What the window uses.
///
/// @param opener reads traces
/// @param rulebook the rules and their settings
/// @param preferences what is remembered between runs
/// @param outside dialogs, the report, other programs
public record Services(TraceOpener opener, Rulebook rulebook, Preferences preferences, WindowActions.Host outside) {}
