/// A finding as the window shows it: as a card in a list, in full with its evidence, and what can be done with it.
@NullMarked
package dev.faultline.app.ui.finding;

import org.jspecify.annotations.NullMarked;
