package dev.faultline.views.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What may be typed next in a filter.
///
/// @param text the word with what is proposed
/// @param help what it means
/// @param from where in the filter the word begins
/// @param to where it ends
public record Completion(String text, String help, int from, int to) {
    private static final int MOST = 12;

    /// What fits the word in which the caret stands.
    ///
    /// @param context what the things belong to that are filtered
    public static <C> List<Completion> of(Fields<C> fields, C context, String filter, int caret) {
        int from = begin(filter, caret);
        String word = filter.substring(from, caret);
        String bare = word.startsWith("-") ? word.substring(1) : word;
        int start = from + word.length() - bare.length();
        int colon = bare.indexOf(':');
        List<Completion> fits = new ArrayList<>();
        if (colon < 0) {
            names(fields, bare, start, caret, fits);
        } else {
            values(fields, context, bare, start, caret, fits);
        }
        return fits;
    }

    private static int begin(String filter, int caret) {
        int at = 0;
        boolean quoted = false;
        for (int i = 0; i < caret; i++) {
            char c = filter.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (Character.isWhitespace(c) || c == '(')) {
                at = i + 1;
            }
        }
        return at;
    }

    private static <C> void names(Fields<C> fields, String word, int from, int to, List<Completion> fits) {
        for (Field<C> field : fields.all()) {
            if (field.name().startsWith(word.toLowerCase(Locale.ROOT))) {
                String sign = field.example().startsWith(">") ? ">" : ":";
                fits.add(
                        new Completion(field.name() + sign, field.name() + field.example() + "   " + field.help(), from,
                                to));
            }
        }
    }

    private static <C> void values(Fields<C> fields, C context, String word, int from, int to,
            List<Completion> fits) {
        int colon = word.indexOf(':');
        String key = word.substring(0, colon);
        String typed = word.substring(colon + 1);
        int comma = typed.lastIndexOf(',');
        String before = typed.substring(0, comma + 1);
        String part = typed.substring(comma + 1).replace("\"", "").toLowerCase(Locale.ROOT);
        for (Field<C> field : fields.all()) {
            if (field.name().equals(key)) {
                field.values().apply(context).stream()
                        .filter(value -> value.toLowerCase(Locale.ROOT).contains(part) && !value.equals(part))
                        .limit(MOST)
                        .forEach(
                                value -> fits.add(new Completion(key + ":" + before + quoted(value), value, from, to)));
            }
        }
    }

    private static String quoted(String value) {
        return value.matches("[^\\s\",()]+") ? value : "\"" + value.replace("\"", "") + "\"";
    }
}
