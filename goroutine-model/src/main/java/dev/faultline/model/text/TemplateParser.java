package dev.faultline.model.text;

import dev.faultline.model.text.Template.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the syntax that [Template] describes.
final class TemplateParser {
    private final String source;
    private int at;

    TemplateParser(String source) {
        this.source = source;
    }

    /// @throws IllegalArgumentException with the position of what cannot be read
    List<Part> parse() {
        List<Part> parts = parts("");
        if (at < source.length()) {
            throw wrong("a } without its {");
        }
        return parts;
    }

    /// Up to the end or the brace that closes a branch.
    ///
    /// @param number the name that `#` stands for, empty outside a plural
    private List<Part> parts(String number) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (at < source.length() && source.charAt(at) != '}') {
            char c = source.charAt(at++);
            if (c == '{' || c == '#' && !number.isEmpty()) {
                flush(literal, parts);
                parts.add(c == '{' ? placeholder(number) : new Part.Value(number));
            } else {
                literal.append(c);
            }
        }
        flush(literal, parts);
        return List.copyOf(parts);
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private Part placeholder(String number) {
        String name = word();
        if (next() == '}') {
            return new Part.Value(name);
        }
        String kind = word();
        if (next() != ',' || !kind.equals("plural") && !kind.equals("select")) {
            throw wrong("expected plural or select, found " + kind);
        }
        boolean plural = kind.equals("plural");
        Map<String, List<Part>> branches = new LinkedHashMap<>();
        blanks();
        while (at < source.length() && source.charAt(at) != '}') {
            String key = word();
            if (next() != '{') {
                throw wrong("expected {");
            }
            branches.put(key, parts(plural ? name : number));
            if (next() != '}') {
                throw wrong("a { without its }");
            }
            blanks();
        }
        next();
        if (!branches.containsKey("other")) {
            throw wrong("the branch other is missing");
        }
        return new Part.Choice(name, plural, branches);
    }

    /// A name or key, and the blanks around it.
    private String word() {
        blanks();
        int from = at;
        while (at < source.length() && " ,{}".indexOf(source.charAt(at)) < 0) {
            at++;
        }
        if (at == from) {
            throw wrong("a name is missing");
        }
        String word = source.substring(from, at);
        blanks();
        return word;
    }

    private void blanks() {
        while (at < source.length() && source.charAt(at) == ' ') {
            at++;
        }
    }

    private char next() {
        if (at >= source.length()) {
            throw wrong("a { without its }");
        }
        return source.charAt(at++);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " at character " + at + " of: " + source);
    }
}
