package dev.faultline.views.report.content;

import dev.faultline.model.rules.Severity;
import org.jspecify.annotations.Nullable;

/// A cell of a table.
///
/// @param style how it is set
/// @param text what it says
/// @param below a second, smaller line, empty for none
/// @param anchor what the text leads to, empty for nothing
/// @param picture shown in place of the text where a form has pictures
/// @param order by which rows are sorted, NaN to sort by the text
public record Cell(Style style, String text, String below, String anchor, @Nullable Picture picture, double order) {
    /// How a cell is set.
    public enum Style {
        TEXT,
        NUMBER,
        ID,
        MONO,
        CRITICAL,
        WARNING,
        NOTICE,
        PICTURE,
        /// The page of its anchor; a form without pages leaves it out.
        PAGE
    }

    static Cell text(String text) {
        return of(Style.TEXT, text);
    }

    static Cell of(Style style, String text) {
        return new Cell(style, text, "", "", null, Double.NaN);
    }

    static Cell number(String text, double order) {
        return new Cell(Style.NUMBER, text, "", "", null, order);
    }

    static Cell severity(Severity severity) {
        return new Cell(Style.valueOf(severity.name()), severity.label(), "", "", null, severity.ordinal());
    }

    Cell to(String target) {
        return new Cell(style, text, below, target, picture, order);
    }
}
