package dev.faultline.views.fx;

import dev.faultline.views.timeline.row.Thing;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What is selected and what the pointer is over, shared by all views of a trace.
public final class Selection {
    private final ReadOnlyObjectWrapper<Thing> selected = new ReadOnlyObjectWrapper<>(this, "selected",
            Thing.NOTHING);
    private final ObjectProperty<Thing> hovered = new SimpleObjectProperty<>(this, "hovered", Thing.NOTHING);

    /// What is selected, [Thing#NOTHING] when nothing is.
    public ReadOnlyObjectProperty<Thing> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public Thing selected() {
        return selected.get();
    }

    public void select(Thing thing) {
        selected.set(thing);
    }

    public void clear() {
        selected.set(Thing.NOTHING);
    }

    /// What the pointer is over, [Thing#NOTHING] when nothing is.
    public ObjectProperty<Thing> hoveredProperty() {
        return hovered;
    }
}
