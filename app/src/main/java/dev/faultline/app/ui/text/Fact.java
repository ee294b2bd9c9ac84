package dev.faultline.app.ui.text;

import dev.faultline.views.timeline.row.Thing;
import org.jspecify.annotations.Nullable;

/// One fact about a selected thing.
///
/// @param label what it is about, such as `Created by`
/// @param text the fact, as a sentence or part of one
/// @param link what the text leads to, null when it is plain
public record Fact(String label, String text, @Nullable Thing link) {
    static Fact plain(String label, String text) {
        return new Fact(label, text, null);
    }

    static Fact linked(String label, String text, Thing link) {
        return new Fact(label, text, link);
    }
}
