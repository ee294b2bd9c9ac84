package dev.faultline.model.words;

import dev.faultline.model.owner.Owner;
import dev.faultline.model.owner.Owners;
import dev.faultline.trace.event.Frame;
import java.util.List;

/// A stack as people read it: it begins with the program's own frame, and what that called is folded into one line.
///
/// @param shown frames from the program's own outwards; the whole stack where only the runtime and the standard library
///        are in it
/// @param inner frames folded, innermost first: what the first shown frame called
/// @param outer number of frames left out after the last one shown, at least 0
public record FoldedStack(List<Frame> shown, List<Frame> inner, int outer) {
    /// Folds the frames of a stack.
    ///
    /// @param frames innermost first
    /// @param most number of frames to show, at least 1
    public static FoldedStack of(List<Frame> frames, Owners owners, int most) {
        Frame place = owners.place(frames);
        int first = 0;
        if (place != null && Owners.rank(owners.of(place)) > Owner.STANDARD.ordinal()) {
            first = frames.indexOf(place);
        }
        int end = Math.min(frames.size(), first + most);
        return new FoldedStack(frames.subList(first, end), frames.subList(0, first), frames.size() - end);
    }

    /// `in sync.(*WaitGroup).Wait (4 inner frames)`, empty when nothing is folded.
    public String innerText() {
        if (inner.isEmpty()) {
            return "";
        }
        String called = Places.function(inner.getLast());
        return "in " + called + (inner.size() == 1 ? "" : " (" + Units.count(inner.size(), "inner frame") + ")");
    }

    /// `and 3 outer frames`, empty when all are shown.
    public String outerText() {
        return outer == 0 ? "" : "and " + Units.count(outer, "outer frame");
    }
}
