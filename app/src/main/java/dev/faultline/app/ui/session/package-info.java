/// What is open and what is remembered: the tabs of the window, each with its trace and the state of its views, and the
/// user's preferences. Properties to watch and verbs to call, no controls.
@NullMarked
package dev.faultline.app.ui.session;

import org.jspecify.annotations.NullMarked;
