package dev.faultline.app.ui.page;

import dev.faultline.app.config.Note;
import dev.faultline.app.ui.command.NoteWords;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.FilterBar;
import dev.faultline.app.ui.part.LegendStrip;
import dev.faultline.app.ui.part.SpanMenu;
import dev.faultline.app.ui.part.ThemeColours;
import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.rules.Finding;
import dev.faultline.views.fx.RowsPlace;
import dev.faultline.views.fx.TimelineView;
import dev.faultline.views.timeline.early.EarlyPicture;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The timeline with its filter, and the jumps that lead to it.
final class TimelinePage {
    private final Session session;
    private final TimelineView view;
    private final FilterBar filter;
    private final BorderPane node = new BorderPane();

    TimelinePage(Session session, WindowActions actions) {
        this.session = session;
        view = new TimelineView(session.facts(), session.viewport(), session.selection());
        EarlyPicture early = session.early();
        if (early != null) {
            view.showFirst(early);
        }
        filter = new FilterBar(session, actions.preferences(), view);
        node.setTop(filter.node());
        node.setCenter(view);
        var legend = new LegendStrip(view.options());
        view.legendProperty().subscribe(legend::show);
        node.setBottom(legend);
        node.getStyleClass().add("page");
        view.setOnFinding(finding -> session.jump(new Jump.ToEvidence(finding)));
        view.setOnMenu(new SpanMenu(session, actions, view)::show);
        session.findings().shown().addListener((ListChangeListener<Finding>) change -> findings());
        findings();
        session.jumpProperty().subscribe(this::jump);
        ThemeColours.follow(session, actions, view::setPalette);
        keep(actions.preferences().fineStatesProperty(), view.options().fineStatesProperty());
        keep(actions.preferences().runtimeShownProperty(), view.options().runtimeShownProperty());
        notes(actions);
        session.selectedWordsProperty().subscribe(selected -> view.setAccessibleText(
                "Timeline" + (selected.isEmpty() ? "" : ", " + selected)
                        + "; arrows go from span to span and from row to row"));
        session.whenClosed(view::close);
        session.history().keep("rows", RowsPlace.class, () -> RowsPlace.of(view), place -> place.show(view));
        view.sceneProperty().subscribe(this::takeFocus);
    }

    Node node() {
        return node;
    }

    /// Lets a choice stay what it is in every trace and from one run to the next.
    private void keep(BooleanProperty kept, BooleanProperty option) {
        option.bindBidirectional(kept);
        session.whenClosed(() -> option.unbindBidirectional(kept));
    }

    /// Whoever comes to the page goes on with its keys, unless they are typing.
    private void takeFocus(@Nullable Scene scene) {
        if (scene != null) {
            Platform.runLater(() -> {
                if (view.getScene() != null && !(view.getScene().getFocusOwner() instanceof TextInputControl)) {
                    view.requestFocus();
                }
            });
        }
    }

    /// Flags on the ruler for what was noted.
    private void notes(WindowActions actions) {
        ListChangeListener<Note> listener = _ -> view.flags().set(NoteWords.flags(session));
        session.notes().list().addListener(listener);
        session.whenClosed(() -> session.notes().list().removeListener(listener));
        view.flags().set(NoteWords.flags(session));
        view.flags().setOnClicked(flag -> actions.showNote(session.notes().list().get(flag.note())));
    }

    private void findings() {
        view.setFindings(List.copyOf(session.findings().shown()));
    }

    private void jump(@Nullable Jump jump) {
        switch (jump) {
            case null -> {
                return;
            }
            case Jump.ToPlace(var thing) -> view.reveal(thing);
            case Jump.ToThing(Thing.Path path) -> {
                session.selection().select(path);
                view.showPath(path);
            }
            case Jump.ToThing(var thing) -> {
                session.selection().select(thing);
                view.reveal(thing);
            }
            case Jump.ToEvidence(var finding) -> view.highlight(finding);
            case Jump.ToRange(var range) -> session.viewport().show(range);
            case Jump.ToFilter(var text) -> filter.set(text);
            case Jump.ToSelection() -> view.zoomToSelection();
        }
        view.requestFocus();
        session.jumpProperty().set(null);
    }
}
