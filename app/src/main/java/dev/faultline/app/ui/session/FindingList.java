package dev.faultline.app.ui.session;

import dev.faultline.app.ui.work.Background;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/// The findings of one trace: being looked for, there, or not to be had; and which of them is selected.
public final class FindingList {
    /// How far the rules are.
    public enum State {
        CHECKING, READY, FAILED
    }

    private final ObservableList<Finding> all = FXCollections.observableArrayList();
    private final FilteredList<Finding> shown = new FilteredList<>(all);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.CHECKING);
    private final ObjectProperty<@Nullable Finding> selected = new SimpleObjectProperty<>(this, "selected");
    private final Background<List<Finding>> job;

    FindingList(Facts facts, Checker checker) {
        job = Background.start("check the rules", progress -> checker.check(facts),
                new Background.Outcome<>(this::found, this::failed, () -> {}));
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The findings that are not suppressed, worst first.
    public ObservableList<Finding> shown() {
        return shown;
    }

    /// All of them.
    public List<Finding> all() {
        return all;
    }

    /// The finding whose text and evidence are shown, null when none is.
    public ObjectProperty<@Nullable Finding> selectedProperty() {
        return selected;
    }

    /// Shows only the findings that pass.
    public void show(Predicate<Finding> filter) {
        shown.setPredicate(filter);
        Finding chosen = selected.get();
        if (chosen != null && !shown.contains(chosen)) {
            selected.set(null);
        }
    }

    Background<List<Finding>> job() {
        return job;
    }

    private void found(List<Finding> findings) {
        all.setAll(findings);
        state.set(State.READY);
    }

    private void failed(Throwable error) {
        System.getLogger(FindingList.class.getName()).log(System.Logger.Level.ERROR, "the rules failed", error);
        state.set(State.FAILED);
    }
}
