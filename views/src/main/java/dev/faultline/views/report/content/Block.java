package dev.faultline.views.report.content;

import dev.faultline.model.rules.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a report. All texts are as in the trace: each form makes them safe in its own way.
public sealed interface Block {
    /// A part with a title.
    ///
    /// @param title what it is called
    /// @param anchor what links lead to, unique in the report
    /// @param kind how it stands among the others
    record Section(String title, String anchor, Kind kind, List<Block> blocks) implements Block {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    /// How a section stands among the others.
    enum Kind {
        /// One of the main parts.
        MAIN,
        /// A main part that stays on one page.
        KEPT,
        /// What most readers never need.
        APPENDIX,
        /// A part of an appendix.
        PART,
        /// A part of an appendix on a page of its own.
        PAGE
    }

    /// Head of a chapter.
    ///
    /// @param over small line above the name
    /// @param name of the trace
    /// @param facts what the trace is, one phrase each
    record Title(String over, String name, List<String> facts) implements Block {}

    /// The verdict on the trace.
    ///
    /// @param worst severity that sets the tone, null when all is fine
    /// @param count how many findings of which severity
    /// @param text what is worst and what to do about it
    /// @param loss what of the trace could not be read, empty when nothing
    record Verdict(@Nullable Severity worst, String count, String text, String loss) implements Block {}

    /// The sections behind the verdict, each with a link.
    record Contents(List<Inline.Link> entries) implements Block {}

    /// A small heading.
    ///
    /// @param note figures at the end of its line, empty for none
    record Heading(String text, String note) implements Block {}

    /// A paragraph.
    record Paragraph(Tone tone, List<Inline> pieces) implements Block {
        /// A paragraph of one text.
        public static Paragraph of(String text) {
            return of(Tone.PLAIN, text);
        }

        /// The same in another tone.
        public static Paragraph of(Tone tone, String text) {
            return new Paragraph(tone, List.of(new Inline.Text(text)));
        }
    }

    /// How loud a paragraph is.
    enum Tone {
        PLAIN,
        /// The sentence that says it all.
        SUMMARY,
        /// What only some readers need.
        DIM
    }

    /// A table.
    ///
    /// @param name tells the forms how wide its columns are
    /// @param heads of the columns
    /// @param rows of as many cells each
    record Table(String name, List<String> heads, List<List<Cell>> rows) implements Block {}

    /// Labels with a value each.
    record Values(List<Value> rows) implements Block {}

    /// A figure for people.
    record Value(String label, String value) {}

    /// Blocks that stand side by side where there is room.
    record Pair(List<Block> left, List<Block> right) implements Block {}

    /// A picture.
    ///
    /// @param below what it leaves out, empty when nothing
    record Illustration(Picture picture, String below) implements Block {}

    /// A stack of calls.
    ///
    /// @param title what stack it is
    /// @param note how often it was seen, empty for once
    /// @param frames all of them, innermost first
    /// @param from index of the first frame that matters to people
    /// @param to index behind the last one of those
    record Stack(String title, String note, List<FrameLine> frames, int from, int to) implements Block {}

    /// A line of a stack.
    ///
    /// @param function as Go writes it
    /// @param place file and line, empty when unknown
    /// @param own whether it may be the program's own code
    record FrameLine(String function, String place, boolean own) {
        /// Function and place.
        public String text() {
            return place.isEmpty() ? function : function + " " + place;
        }
    }

    /// A finding.
    ///
    /// @param brief whether only the most necessary is said of it
    /// @param blocks all that is said of it behind its head
    record OfFinding(ReportedFinding finding, boolean brief, List<Block> blocks) implements Block {}
}
