package dev.faultline.views.report.content;

import dev.faultline.model.owner.Owners;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.words.FoldedStack;
import dev.faultline.model.words.GoNames;
import dev.faultline.model.words.Places;
import dev.faultline.model.words.Units;
import dev.faultline.trace.event.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The stacks of findings. A stack that was shown in full before, for another finding, is named by that place: thousands of
/// findings at a few places do not repeat each stack thousands of times.
final class StackBlocks {
    private static final int SHOWN = 8;
    private static final int NAME = 600;

    private final Owners owners;
    private final Map<List<Frame>, ReportedFinding> shown = new HashMap<>();

    StackBlocks(Owners owners) {
        this.owners = owners;
    }

    /// All stacks of a finding, the telling one first.
    List<Block> of(ReportedFinding reported, boolean brief) {
        List<Block> blocks = new ArrayList<>();
        for (Evidence.StackCount stack : reported.finding().evidence().stacks()) {
            ReportedFinding before = shown.putIfAbsent(stack.frames(), reported);
            if (before != null && (brief || before == reported)) {
                blocks.add(new Block.Paragraph(Block.Tone.DIM,
                        List.of(new Inline.Text(title(stack.label()) + note(stack) + ": the stack shown for "),
                                new Inline.Link("finding " + before.title(), before.anchor()))));
            } else {
                blocks.add(stack(stack));
            }
        }
        return blocks;
    }

    private Block stack(Evidence.StackCount stack) {
        FoldedStack folded = FoldedStack.of(stack.frames(), owners, SHOWN);
        int from = folded.inner().size();
        return new Block.Stack(title(stack.label()),
                stack.count() > 1 ? "seen " + Units.count(stack.count(), "time") : "",
                stack.frames().stream().map(this::line).toList(), from, from + folded.shown().size());
    }

    private Block.FrameLine line(Frame frame) {
        return new Block.FrameLine(GoNames.shorten(Places.function(frame), NAME), Places.fileLine(frame),
                owners.maybeOwn(frame));
    }

    private static String note(Evidence.StackCount stack) {
        return stack.count() > 1 ? ", seen " + Units.count(stack.count(), "time") : "";
    }

    private static String title(String label) {
        return label.isEmpty() ? "Stack" : Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }
}
