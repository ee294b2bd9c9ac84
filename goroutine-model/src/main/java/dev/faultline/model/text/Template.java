package dev.faultline.model.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A text with named placeholders, in a subset of the message syntax of ICU, which translators and their tools know:
///
/// | in the text | stands for |
/// |---|---|
/// | `{place}` | the value of that name |
/// | `{n, plural, =0 {none} one {# call} other {# calls}}` | the branch of this very number, or of its plural category; `#` is the number |
/// | `{wait, select, send {a channel send} other {}}` | the branch of this value, else `other` |
///
/// Branches may hold placeholders themselves. Braces have no other use in a text; values may hold any.
public final class Template {
    private final String source;
    private final List<Part> parts;
    private final Plurals plurals;
    private final Set<String> placeholders = new TreeSet<>();

    Template(String source, Plurals plurals) {
        this.source = source;
        this.plurals = plurals;
        parts = new TemplateParser(source).parse();
        parts.forEach(part -> part.names(placeholders));
    }

    /// The names in it, those of all branches.
    public Set<String> placeholders() {
        return Set.copyOf(placeholders);
    }

    /// The text with its values. All names must have one, also those of branches that are not taken, so that a missing value
    /// shows the first time.
    ///
    /// @param values by name: texts, whole numbers, and for a select also constants of an enum (in small letters) and booleans
    /// @throws IllegalArgumentException when a name has no value, or one of the wrong type
    public String with(Map<String, ?> values) {
        for (String name : placeholders) {
            if (values.get(name) == null) {
                throw new IllegalArgumentException("no value for {" + name + "} in: " + source);
            }
        }
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            part.append(text, values, plurals);
        }
        return text.toString();
    }
}
