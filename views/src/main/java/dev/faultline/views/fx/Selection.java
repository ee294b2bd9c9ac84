package dev.faultline.views.fx;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What is selected and what the pointer is over, shared by all views of a trace.
public final class Selection {
    private final ReadOnlyObjectWrapper<Selected> selected = new ReadOnlyObjectWrapper<>(this, "selected",
            Selected.NOTHING);
    private final ObjectProperty<Selected> hovered = new SimpleObjectProperty<>(this, "hovered", Selected.NOTHING);

    /// What is selected, [Selected#NOTHING] when nothing is.
    public ReadOnlyObjectProperty<Selected> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public Selected selected() {
        return selected.get();
    }

    public void select(Selected thing) {
        selected.set(thing);
    }

    public void clear() {
        selected.set(Selected.NOTHING);
    }

    /// What the pointer is over, [Selected#NOTHING] when nothing is.
    public ObjectProperty<Selected> hoveredProperty() {
        return hovered;
    }
}
