package dev.faultline.trace.event;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// All texts of a trace, each once, by dense id. Id 0 is the empty text.
///
/// Grows while a trace is read; ids that were given out may be read by any thread meanwhile.
public final class Strings {
    private final Map<String, Integer> ids = new HashMap<>();
    private volatile String[] texts = new String[64];
    private volatile int size;

    public Strings() {
        intern("");
    }

    /// Number of ids, at least 1.
    public int size() {
        return size;
    }

    /// The text of an id between 0 and [#size()]; invalid UTF-8 is replaced.
    public String get(int id) {
        Objects.checkIndex(id, size);
        return texts[id];
    }

    /// The id of a text, or -1 when the trace does not hold it.
    public synchronized int find(String text) {
        return ids.getOrDefault(text, -1);
    }

    /// The id of a text, a new one where it is seen for the first time.
    public synchronized int intern(String text) {
        int next = size;
        Integer known = ids.putIfAbsent(text, next);
        if (known != null) {
            return known;
        }
        if (next == texts.length) {
            texts = Arrays.copyOf(texts, 2 * next);
        }
        texts[next] = text;
        size = next + 1;
        return next;
    }
}
