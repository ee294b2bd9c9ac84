package dev.faultline.views.timeline.row;

import dev.faultline.model.Stretches;
import dev.faultline.views.paint.Role;

/// What a line shows that belongs to the line above it: intervals or moments, each a thing of its own.
public interface Strand extends Stretches {
    /// What the line is called.
    String name();

    /// How an interval is drawn.
    Role role(int i);

    /// A few words for an interval that is wide enough.
    String label(int i);

    /// What an interval is.
    Thing thing(int i);
}
