package dev.faultline.views.fx;

/// What the last picture of a view took on JavaFX's thread.
///
/// @param layoutNs nanoseconds to find out what is where
/// @param paintNs nanoseconds to paint that; filling the window's px from it comes on top, on JavaFX's other thread
public record FrameTime(long layoutNs, long paintNs) {
    static final FrameTime NONE = new FrameTime(0, 0);
}
