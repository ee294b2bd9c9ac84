package dev.faultline.trace.event;

/// All texts of a trace, each once, by dense id. Id 0 is the empty text.
public interface Strings {
    /// Number of ids, at least 1.
    int size();

    /// The text of an id between 0 and [#size()]; invalid UTF-8 is replaced.
    String get(int id);

    /// The id of a text, or -1 when the trace does not hold it.
    int find(String text);
}
