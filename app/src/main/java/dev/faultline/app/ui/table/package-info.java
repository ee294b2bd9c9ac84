/// The tables of a trace: what each lists, its columns and what its rows lead to.
@NullMarked
package dev.faultline.app.ui.table;

import org.jspecify.annotations.NullMarked;
