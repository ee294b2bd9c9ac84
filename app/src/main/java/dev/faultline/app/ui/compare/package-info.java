/// Two traces side by side: linked timelines, tables of what differs, a flame graph of both.
@NullMarked
package dev.faultline.app.ui.compare;

import org.jspecify.annotations.NullMarked;
