package dev.faultline.views.report;

import dev.faultline.model.owner.Owners;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.words.FoldedStack;
import dev.faultline.model.words.GoNames;
import dev.faultline.model.words.Places;
import dev.faultline.model.words.Units;
import dev.faultline.trace.event.Frame;

/// A stack in monospaced type, own frames first and bold, those of Go and of libraries dim.
final class StackText {
    private static final int FRAMES = 18;
    private static final int NAME = 160;

    private StackText() {
    }

    static void add(Html parent, Evidence.StackCount stack, Owners owners) {
        Html part = parent.add("div", "keep");
        ReportDocument.heading(part, title(stack.label()),
                stack.count() > 1 ? "seen " + Units.count(stack.count(), "time") : "");
        Html box = part.add("div", "stack");
        FoldedStack folded = FoldedStack.of(stack.frames(), owners, FRAMES);
        if (folded.shown().isEmpty()) {
            line(box, "The trace has no stack here.");
        }
        for (Frame frame : folded.shown()) {
            Html line = box.add("div", owners.maybeOwn(frame) ? "frame own" : "frame");
            line.add("span").text(GoNames.shorten(Places.function(frame), NAME));
            String place = Places.fileLine(frame);
            if (!place.isEmpty()) {
                line.text(" ").add("span", "place").text(place);
            }
        }
        line(box, GoNames.shorten(folded.innerText(), NAME));
        line(box, folded.outerText());
    }

    private static void line(Html box, String text) {
        if (!text.isEmpty()) {
            box.add("div", "frame").text(text);
        }
    }

    private static String title(String label) {
        return label.isEmpty() ? "Stack" : Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }
}
