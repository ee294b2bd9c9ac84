package dev.faultline.views.graphics;

import dev.faultline.model.words.Units;
import java.util.Locale;
import java.util.function.IntPredicate;

/// Makes any text of a trace fit for paper. Names in a trace are whatever the program wrote: control characters, halves
/// of surrogate pairs, direction overrides and letters that no font of the report has become visible escapes, so that
/// they neither vanish nor break the document; very long texts are cut with a note.
public final class Printable {
    /// Characters of one text; a page holds about 5,000.
    static final int LONGEST = 2_000;

    private Printable() {
    }

    /// The text with everything replaced that cannot be printed as it is. Line ends and tabs become spaces.
    public static String of(String text) {
        return of(text, Fonts::covers);
    }

    /// The same for readers who have typefaces of their own: letters of all scripts stay.
    public static String anyLetter(String text) {
        return of(text, _ -> true);
    }

    private static String of(String text, IntPredicate covered) {
        int end = Math.min(text.length(), LONGEST);
        if (plain(text, end)) {
            return end == text.length() ? text : text.substring(0, end) + cutNote(text);
        }
        StringBuilder out = new StringBuilder(end + 16);
        int i = 0;
        while (i < end) {
            int cp = text.codePointAt(i);
            i += Character.charCount(cp);
            append(out, cp, covered);
        }
        return end == text.length() ? out.toString() : out.append(cutNote(text)).toString();
    }

    private static boolean plain(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder out, int cp, IntPredicate covered) {
        if (cp == '\n' || cp == '\t' || cp == '\r') {
            out.append(' ');
        } else if (invisible(cp)) {
            out.append(cp < 0x100 ? "\\x" + hex(cp, 2) : "\\u" + hex(cp, 4));
        } else if (!covered.test(cp)) {
            out.append("‹U+").append(hex(cp, 4).toUpperCase(Locale.ROOT)).append('›');
        } else {
            out.appendCodePoint(cp);
        }
    }

    private static boolean invisible(int cp) {
        return switch (Character.getType(cp)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE ->
                true;
            default -> false;
        };
    }

    private static String cutNote(String text) {
        return "… (" + Units.count(text.length()) + " characters in total)";
    }

    /// @param digits at least that many
    private static String hex(int cp, int digits) {
        String hex = Integer.toHexString(cp);
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }
}
