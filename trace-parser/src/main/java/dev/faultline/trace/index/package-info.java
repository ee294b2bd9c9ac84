/// What was once made of a trace, kept in the user's cache folder so that it need not be made again: files by the trace's
/// content, checked before they are believed. Knows nothing of what the files hold; those who fill them say it in one
/// method that serves both ways ([Exchange]).
@NullMarked
package dev.faultline.trace.index;

import org.jspecify.annotations.NullMarked;
