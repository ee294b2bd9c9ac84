package dev.faultline.views.filter;

import dev.faultline.model.words.GoNames;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Which stacks hold a frame that is looked for. Each frame is asked once.
public final class FrameMatch {
    private FrameMatch() {
    }

    /// Frames whose function's name matches, with or without the path of its package.
    public static Predicate<Frame> function(Predicate<String> name) {
        return frame -> name.test(frame.function()) || name.test(GoNames.withoutPath(frame.function()));
    }

    /// Frames at a place: `spans.go`, `spans.go:222`, `*/net/*.go`.
    ///
    /// @param place a pattern for the place or its end behind a `/`
    public static Predicate<Frame> place(Predicate<String> place) {
        return frame -> {
            String file = frame.file();
            String name = file.substring(file.lastIndexOf('/') + 1);
            return place.test(name + ":" + frame.line()) || place.test(name) || place.test(file)
                    || place.test(file + ":" + frame.line());
        };
    }

    /// The ids of the stacks that hold such a frame.
    public static BitSet stacks(Stacks stacks, Predicate<Frame> wanted) {
        BitSet frames = new BitSet();
        for (int i = 0; i < stacks.frameCount(); i++) {
            frames.set(i, wanted.test(stacks.frame(i)));
        }
        BitSet found = new BitSet();
        for (int id = 1; !frames.isEmpty() && id < stacks.size(); id++) {
            for (int depth = stacks.depth(id) - 1; depth >= 0; depth--) {
                if (frames.get(stacks.frameId(id, depth))) {
                    found.set(id);
                    break;
                }
            }
        }
        return found;
    }

    /// The names of the functions of all frames, the program's and others', without doubles; at most so many.
    public static List<String> functions(Stacks stacks, int most) {
        return IntStream.range(0, stacks.frameCount()).mapToObj(i -> stacks.frame(i).function())
                .filter(name -> !name.isEmpty()).distinct().limit(most).toList();
    }
}
