package dev.faultline.trace.container;

import org.jspecify.annotations.Nullable;

/// Which traces of a file the user asked for.
///
/// @param name full name of an inner trace or archive such as `a.zip!/b.trace`, null for all there are
record Wanted(@Nullable String name) {
    /// Stands between the name of an archive and that of what is in it.
    static final String INNER = "!/";
    static final Wanted ALL = new Wanted(null);

    /// Whether the trace of this name is asked for.
    boolean takes(String trace) {
        return name == null || trace.equals(name) || trace.startsWith(name + INNER);
    }

    /// Whether something of this name can be or hold a trace that is asked for.
    boolean opens(String container) {
        return takes(container) || name != null && name.startsWith(container + INNER);
    }
}
