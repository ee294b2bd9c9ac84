package dev.faultline.views.report.text;

import dev.faultline.views.graphics.Printable;
import java.util.regex.Pattern;

/// Texts of a trace as pieces of Markdown that show just these texts: no markup, no links, nobody mentioned.
final class MarkdownText {
    private static final String ESCAPED = "\\`*_[]<>|~&$^{}";
    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})([.)])");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?|ftp)(:)|(www)(\\.)");

    private MarkdownText() {
    }

    /// Within a paragraph or a cell of a table.
    static String inline(String text) {
        String plain = Printable.anyLetter(text).strip();
        StringBuilder out = new StringBuilder(plain.length() + 16);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (ESCAPED.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
            // a comment between them keeps code hosts from making a mention or a reference of it
            if (c == '@' || c == '#') {
                out.append("<!-- -->");
            }
        }
        return ADDRESS.matcher(out)
                .replaceAll(m -> m.group(1) != null ? m.group(1) + "\\\\:" : m.group(3) + "\\\\.");
    }

    /// At the start of a paragraph, where some letters would begin a list or a heading.
    static String start(String text) {
        String inline = NUMBERED.matcher(inline(text)).replaceFirst("$1\\\\$2");
        return !inline.isEmpty() && "-+=#".indexOf(inline.charAt(0)) >= 0 ? "\\" + inline : inline;
    }

    /// Within an element of HTML.
    static String element(String text) {
        return Printable.anyLetter(text).strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("@", "@<!-- -->").replace("#", "#<!-- -->");
    }

    /// A line of a block of code.
    static String code(String text) {
        return Printable.anyLetter(text);
    }

    /// The fence of a block of code with these lines.
    static String fence(String lines) {
        int longest = 2;
        int run = 0;
        for (int i = 0; i < lines.length(); i++) {
            run = lines.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return "`".repeat(longest + 1);
    }
}
