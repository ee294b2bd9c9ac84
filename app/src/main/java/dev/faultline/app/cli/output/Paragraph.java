package dev.faultline.app.cli.output;

import dev.faultline.model.words.TerminalSafe;
import java.io.IOException;

/// Text wrapped at a readable width, with a hanging indent.
public record Paragraph(ResultStream out) {
    private static final int WIDTH = 100;

    /// @param head begins the first line, without control characters
    /// @param text from anywhere
    public void print(String head, String text) throws IOException {
        String indent = " ".repeat(head.length());
        StringBuilder line = new StringBuilder(head);
        boolean fresh = true;
        for (String word : TerminalSafe.of(text).split(" +")) {
            if (!fresh && line.length() + 1 + word.length() > WIDTH) {
                out.println(line.toString());
                line.setLength(0);
                line.append(indent);
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
        }
        out.println(line.toString());
    }
}
