package dev.faultline.app.ui;

import dev.faultline.app.ui.command.Desk;
import dev.faultline.app.ui.session.Checker;
import dev.faultline.app.ui.session.Preferences;
import dev.faultline.app.ui.session.TraceOpener;

/// What stands behind the window.
///
/// @param opener reads traces
/// @param checker asks the rules
/// @param preferences what is remembered between runs
/// @param outside dialogs, the report, other programs
public record Services(TraceOpener opener, Checker checker, Preferences preferences, Desk.Outside outside) {}
