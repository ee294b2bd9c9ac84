/// Where all that is known of an open trace lies, and what of it is kept in the user's cache folder so that it need not be
/// made again: files by the trace's content, checked before they are believed. Knows nothing of what they hold; a [Codec]
/// apart from each kept class does.
@NullMarked
package dev.faultline.trace.store;

import org.jspecify.annotations.NullMarked;
