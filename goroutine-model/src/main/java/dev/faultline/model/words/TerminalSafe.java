package dev.faultline.model.words;

import java.util.HexFormat;

/// Text from a trace or a file name, made harmless: what would move a terminal's cursor, switch its colours or turn the
/// direction of writing is shown as an escape instead.
public final class TerminalSafe {
    private TerminalSafe() {
    }

    /// The text with each harmful character as `\n`, `\t` or `\u001b`; the text itself when it has none.
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (harmful(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(String text) {
        StringBuilder plain = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (harmful(c)) {
                plain.append(c == '\n' ? "\\n" : c == '\t' ? "\\t" : "\\u" + HexFormat.of().toHexDigits(c));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static boolean harmful(char c) {
        return c < ' ' || c >= 0x7f && c < 0xa0 || c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069'
                || c == '\u2028' || c == '\u2029' || c == '\u200e' || c == '\u200f' || c == '\u061c' || c == '\ufeff';
    }
}
