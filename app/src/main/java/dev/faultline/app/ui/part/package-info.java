/// The pieces that pages are made of: tables, switches, filters, notes.
@NullMarked
package dev.faultline.app.ui.part;

import org.jspecify.annotations.NullMarked;
