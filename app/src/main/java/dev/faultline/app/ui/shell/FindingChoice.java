package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.session.Session;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.Units;
import dev.faultline.views.scale.TimeRange;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The findings of a trace, each to be chosen or left out. Space turns the one that has the focus.
final class FindingChoice {
    private final Runnable changed;
    private final Label count = new Label();
    private final ListView<Entry> list = new ListView<>();
    private final VBox node;
    private @Nullable Session shown;
    private boolean silent;

    /// A finding and whether it goes in.
    private record Entry(int number, Finding finding, BooleanProperty in) {
        @Override
        public String toString() {
            return number + " " + finding.id() + ": " + finding.summary();
        }
    }

    /// @param changed runs when something was chosen or left out
    FindingChoice(Runnable changed) {
        this.changed = changed;
        count.getStyleClass().add("dim");
        list.setId("export-findings");
        list.setAccessibleText("Findings");
        list.setCellFactory(CheckBoxListCell.forListView(Entry::in));
        list.setOnKeyPressed(event -> {
            Entry entry = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && entry != null) {
                entry.in().set(!entry.in().get());
                event.consume();
            }
        });
        list.setMinHeight(80);
        VBox.setVgrow(list, Priority.ALWAYS);
        node = new VBox(4, new FlowPane(10, 2, count, link("All", "export-all", _ -> true),
                link("None", "export-none", _ -> false), link("In the visible time", "export-visible", this::visible)),
                list);
    }

    VBox node() {
        return node;
    }

    /// Shows those of a trace, all chosen, unless they are shown already.
    void show(Session session) {
        List<Finding> findings = session.findings().judgement().findings();
        if (session == shown && list.getItems().stream().map(Entry::finding).toList().equals(findings)) {
            return;
        }
        shown = session;
        list.getItems().clear();
        for (Finding finding : findings) {
            var in = new SimpleBooleanProperty(true);
            in.subscribe((before, now) -> turned());
            list.getItems().add(new Entry(list.getItems().size() + 1, finding, in));
        }
        say();
    }

    /// Shows none, and knows of no trace any more.
    void clear() {
        shown = null;
        list.getItems().clear();
    }

    /// Those that go in, worst first.
    List<Finding> chosen() {
        return list.getItems().stream().filter(entry -> entry.in().get()).map(Entry::finding).toList();
    }

    private void turned() {
        if (!silent) {
            say();
            changed.run();
        }
    }

    private void say() {
        count.setText(Units.count(chosen().size()) + " of " + Units.count(list.getItems().size(), "finding"));
    }

    private Hyperlink link(String text, String id, Predicate<Finding> in) {
        var link = new Hyperlink(text);
        link.setId(id);
        link.setOnAction(event -> {
            silent = true;
            list.getItems().forEach(entry -> entry.in().set(in.test(entry.finding())));
            silent = false;
            turned();
        });
        return link;
    }

    /// Whether any of it happened in the time that the timeline shows; what names no time did.
    private boolean visible(Finding finding) {
        Session session = shown;
        if (session == null || finding.evidence().intervals().isEmpty()) {
            return true;
        }
        TimeRange time = session.viewport().asked();
        return finding.evidence().intervals().stream()
                .anyMatch(i -> i.fromNs() <= time.toNs() && i.toNs() >= time.fromNs());
    }
}
