package dev.faultline.app.ui.page;

import dev.faultline.app.config.Note;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.Empty;
import dev.faultline.app.ui.part.PageHead;
import dev.faultline.app.ui.part.Scroller;
import dev.faultline.app.ui.session.Notes;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Units;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the user noted about places in the trace: each leads back to its place, its text is edited where it stands.
final class NotesPage {
    private static final int LINES = 3;

    private final Session session;
    private final WindowActions actions;
    private final Notes notes;
    private final VBox cards = new VBox(10);
    private final VBox node;

    NotesPage(Session session, WindowActions actions) {
        this.session = session;
        this.actions = actions;
        notes = session.notes();
        var add = new Button("Note what is shown (B)");
        add.setId("add-note");
        add.setOnAction(_ -> actions.addNote());
        var report = new CheckBox("Include in the report");
        report.setId("notes-in-report");
        report.selectedProperty().bindBidirectional(session.whole().notesInReportProperty());
        var bar = new FlowPane(16, 6, add, report);
        bar.setAlignment(Pos.CENTER_LEFT);
        cards.getStyleClass().add("notes");
        var scroll = new Scroller(cards);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        node = new VBox(10, PageHead.of("Notes", "kept beside the trace; a bookmark is a note without a text"), bar);
        if (!notes.problem().isEmpty()) {
            var problem = new Label(notes.problem());
            problem.getStyleClass().add("notice-error");
            problem.setWrapText(true);
            problem.setMinHeight(Region.USE_PREF_SIZE);
            node.getChildren().add(problem);
        }
        node.getChildren().add(scroll);
        node.getStyleClass().addAll("page", "stacked");
        ListChangeListener<Note> changed = change -> {
            if (rebuilds(change)) {
                fill();
            }
        };
        notes.list().addListener(changed);
        session.whenClosed(() -> notes.list().removeListener(changed));
        fill();
    }

    Node node() {
        return node;
    }

    /// Whether a change is more than another text in a card, which shows it already.
    private static boolean rebuilds(ListChangeListener.Change<? extends Note> change) {
        boolean more = false;
        while (change.next()) {
            more |= !change.wasReplaced();
        }
        return more;
    }

    private void fill() {
        List<Note> list = notes.list();
        cards.getChildren().clear();
        if (list.isEmpty()) {
            cards.getChildren().add(Empty.of("No notes yet",
                    "Press B anywhere to keep what is shown: the time, what is selected, and what you write about it."));
        }
        for (int i = 0; i < list.size(); i++) {
            cards.getChildren().add(card(i, list.get(i)));
        }
    }

    private Node card(int at, Note note) {
        var place = new Label(note.place());
        place.getStyleClass().add("card-title");
        var time = new Label(Units.duration(note.toNs() - note.fromNs()) + " "
                + Moments.WHOLE.fromTo(note.fromNs(), note.toNs()));
        time.getStyleClass().add("dim");
        for (Label label : new Label[]{place, time}) {
            label.setMinWidth(0);
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var show = new Button("Show");
        show.setOnAction(_ -> actions.showNote(notes.list().get(at)));
        show.setMinWidth(Region.USE_PREF_SIZE);
        var delete = new Button("Delete");
        delete.setMinWidth(Region.USE_PREF_SIZE);
        delete.setOnAction(_ -> notes.remove(at, actions::notesUnwritten));
        var head = new HBox(12, place, time, space, show, delete);
        head.setAlignment(Pos.CENTER_LEFT);
        var text = new TextArea(note.text());
        text.setPromptText("What is to be remembered here");
        text.setAccessibleText("Note on " + note.place());
        text.setWrapText(true);
        text.setPrefRowCount(LINES);
        text.focusedProperty().subscribe(focused -> {
            if (!focused && at < notes.list().size()) {
                notes.replace(at, notes.list().get(at).saying(text.getText()), actions::notesUnwritten);
            }
        });
        var card = new VBox(6, head, text);
        card.getStyleClass().add("note");
        return card;
    }
}
