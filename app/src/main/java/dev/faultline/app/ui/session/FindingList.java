package dev.faultline.app.ui.session;

import dev.faultline.app.ui.work.Background;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Settings;
import dev.faultline.views.fx.LowPriority;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The findings of one trace: pending, ready or failed; and which of them is selected.
public final class FindingList {
    /// How far the rules are.
    public enum State {
        CHECKING, READY, FAILED
    }

    private final ObservableList<Finding> shown = FXCollections.observableArrayList();
    private final ObservableList<Finding> shownView = FXCollections.unmodifiableObservableList(shown);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.CHECKING);
    private final ObjectProperty<@Nullable Finding> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectProperty<Settings> settings;
    private final Subscription following;
    private final Background<Judgement> job;
    private Judgement judgement;

    FindingList(Facts facts, Rulebook rulebook) {
        settings = rulebook.settings().settingsProperty();
        Settings now = settings.get();
        judgement = new Judgement(now, List.of(), List.of());
        following = settings.subscribe(this::refresh);
        job = Background.start("check the rules", progress -> {
            // they keep all CPUs busy for seconds on a large trace
            LowPriority.lowerThisThread();
            return rulebook.checker().check(facts, now);
        },
                new Background.Outcome<>(this::found, this::failed, () -> {}));
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The findings that are not suppressed, worst first.
    public ObservableList<Finding> shown() {
        return shownView;
    }

    /// Everything that the rules said, under the settings in force.
    public Judgement judgement() {
        return judgement;
    }

    /// The finding whose text and evidence are shown, null when none is.
    public ObjectProperty<@Nullable Finding> selectedProperty() {
        return selected;
    }

    private void refresh() {
        judgement = judgement.suppressing(settings.get().suppressions());
        shown.setAll(judgement.findings());
        Finding chosen = selected.get();
        if (chosen != null && !shown.contains(chosen)) {
            selected.set(null);
        }
    }

    /// Follows the settings no longer.
    void close() {
        following.unsubscribe();
    }

    Background<Judgement> job() {
        return job;
    }

    private void found(Judgement found) {
        judgement = found;
        refresh();
        state.set(State.READY);
    }

    private void failed(Throwable error) {
        System.getLogger(FindingList.class.getName()).log(System.Logger.Level.ERROR, "the rules failed", error);
        state.set(State.FAILED);
    }
}
