package dev.faultline.trace.event;

import java.util.List;

/// All distinct stacks of a trace, each once, by dense id. Id 0 is "no stack". Frames are interned, too.
public interface Stacks {
    /// Number of ids, at least 1.
    int size();

    /// Number of frames of a stack, 0 for id 0.
    int depth(int id);

    /// Id of a frame of a stack, for [#frame(int)]; `depth` 0 is the innermost.
    int frameId(int id, int depth);

    /// Number of distinct frames.
    int frameCount();

    Frame frame(int frameId);

    /// The frames of a stack, innermost first.
    List<Frame> frames(int id);
}
