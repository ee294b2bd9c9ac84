package dev.faultline.views.fx;

import dev.faultline.views.timeline.picture.Overlay;
import dev.faultline.views.timeline.picture.TimelinePicture;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The flags on the ruler of a timeline: moments that the user noted.
public final class FlagLayer {
    /// How near the pointer must come to a flag.
    private static final double NEAR_PX = 6;

    private final Runnable changed;
    private List<Overlay.Flag> flags = List.of();
    private Consumer<Overlay.Flag> clicked = _ -> {};

    /// @param changed runs when others are to be drawn
    FlagLayer(Runnable changed) {
        this.changed = changed;
    }

    /// Shows these.
    public void set(List<Overlay.Flag> all) {
        flags = List.copyOf(all);
        changed.run();
    }

    /// @param action takes a flag that is clicked
    public void setOnClicked(Consumer<Overlay.Flag> action) {
        clicked = action;
    }

    List<Overlay.Flag> all() {
        return flags;
    }

    /// The flag at a place of the view, null when there is none.
    Overlay.@Nullable Flag at(TimelinePicture picture, double x, double y) {
        if (!picture.geometry().ruler().contains(x, y)) {
            return null;
        }
        return flags.stream().filter(flag -> Math.abs(picture.scale().px(flag.ns()) - x) <= NEAR_PX).findFirst()
                .orElse(null);
    }

    /// Does what a click at a place does; false when there is no flag.
    boolean click(TimelinePicture picture, double x, double y) {
        Overlay.Flag flag = at(picture, x, y);
        if (flag != null) {
            clicked.accept(flag);
        }
        return flag != null;
    }
}
