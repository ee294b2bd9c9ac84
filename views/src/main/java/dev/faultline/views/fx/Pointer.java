package dev.faultline.views.fx;

import dev.faultline.views.timeline.picture.HoverText;
import dev.faultline.views.timeline.picture.Overlay;
import dev.faultline.views.timeline.picture.TimelinePicture;
import dev.faultline.views.timeline.picture.TimelinePicture.Hit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the pointer is on a timeline, what is under it, and the card that tells so.
final class Pointer {
    private final HoverCard card = new HoverCard();
    private final HoverText words;
    private double x = -1;
    private double y = -1;
    private @Nullable Hit hovered;

    Pointer(HoverText words) {
        this.words = words;
    }

    HoverCard card() {
        return card;
    }

    /// Moves it, and says what is there.
    ///
    /// @param flag that of a note there, null for none
    @Nullable
    Hit to(TimelinePicture picture, FindingLayer findings, Overlay.@Nullable Flag flag, double toX, double toY) {
        x = toX;
        y = toY;
        Overlay.Mark mark = findings.markAt(picture.geometry(), x, y);
        Hit hit = picture.hit(x, y);
        hovered = hit;
        card.show(mark != null
                ? List.of(mark.label())
                : flag != null ? List.of(flag.label()) : hit == null ? List.of() : words.of(hit, findings.hatches()), x,
                y);
        return hit;
    }

    /// It left.
    void nowhere() {
        x = -1;
        hovered = null;
        card.hide();
    }

    /// What is under it, null when it is elsewhere.
    @Nullable
    Hit hovered() {
        return x < 0 ? null : hovered;
    }

    /// Its px in a picture, -1 when it is not on the lanes or the ruler.
    double cursorPx(TimelinePicture picture) {
        return x >= 0 && picture.geometry().inTime(x) && y >= picture.geometry().ruler().y() ? Math.floor(x) : -1;
    }

    /// The moment under it, the middle of the picture when it is elsewhere.
    long ns(TimelinePicture picture) {
        return picture.geometry().inTime(x) ? picture.scale().ns(x) : picture.visible().middleNs();
    }
}
