/// Everything that a user can do, listed once: menu, palette, keys and help are made from [Commands]. [WindowActions] holds the
/// verbs behind them.
@NullMarked
package dev.faultline.app.ui.command;

import org.jspecify.annotations.NullMarked;
