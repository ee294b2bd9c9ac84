package dev.faultline.app.cli.output;

import dev.faultline.model.rules.Severity;

/// Colours on a terminal, or none.
public enum Colours {
    NONE, ANSI;

    private static final String RESET = "\033[0m";

    public String of(Severity severity, String text) {
        return paint(switch (severity) {
            case CRITICAL -> "1;31";
            case WARNING -> "1;33";
            case NOTICE -> "1;36";
        }, text);
    }

    public String strong(String text) {
        return paint("1", text);
    }

    private String paint(String code, String text) {
        return this == NONE ? text : "\033[" + code + "m" + text + RESET;
    }
}
