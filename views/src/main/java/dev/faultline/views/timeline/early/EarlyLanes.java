package dev.faultline.views.timeline.early;

import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.scale.TimeScale;
import java.util.function.IntToDoubleFunction;

/// Paints the sums of an [EarlyPicture] into boxes: nothing but fills, one column per px.
public final class EarlyLanes {
    private final Surface surface;

    public EarlyLanes(Surface surface) {
        this.surface = surface;
    }

    /// Number of events.
    public void events(EarlyPicture picture, TimeScale scale, Box box) {
        columns(picture, scale, box, Role.ACCENT, i -> picture.events()[i]);
    }

    /// Number of goroutines that exist.
    public void alive(EarlyPicture picture, TimeScale scale, Box box) {
        columns(picture, scale, box, Role.NETWORK, i -> picture.alive()[i]);
    }

    /// The share of time in which a P ran a goroutine; nothing for a P that was not seen yet.
    public void busy(EarlyPicture picture, int proc, TimeScale scale, Box box) {
        float[] busy = proc < picture.busy().size() ? picture.busy().get(proc) : new float[0];
        for (int x = 0; x < (int) box.width(); x++) {
            int part = part(picture, scale, box.x() + x);
            double share = part >= 0 && part < busy.length ? busy[part] : 0;
            if (share > 0) {
                double height = Math.max(1, Math.round(share * box.height()));
                surface.fill(new Box(box.x() + x, box.bottom() - height, 1, height), Role.RUNNING);
            }
        }
    }

    /// The highest part of each px; the highest of all fills the box.
    private void columns(EarlyPicture picture, TimeScale scale, Box box, Role role, IntToDoubleFunction value) {
        int parts = picture.events().length;
        double most = 1;
        for (int i = 0; i < parts; i++) {
            most = Math.max(most, value.applyAsDouble(i));
        }
        for (int x = 0; x < (int) box.width(); x++) {
            double highest = 0;
            int to = Math.min(parts - 1, part(picture, scale, box.x() + x + 1));
            for (int i = Math.max(0, part(picture, scale, box.x() + x)); i <= to; i++) {
                highest = Math.max(highest, value.applyAsDouble(i));
            }
            double height = Math.round(highest / most * (box.height() - 4));
            if (height > 0) {
                surface.fill(new Box(box.x() + x, box.bottom() - height, 1, height), role);
            }
        }
    }

    private static int part(EarlyPicture picture, TimeScale scale, double px) {
        return (int) Math.floorDiv(scale.ns(px), picture.bucketNs());
    }
}
