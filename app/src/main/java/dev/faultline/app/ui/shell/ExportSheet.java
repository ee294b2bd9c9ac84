package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.ExportChoice;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.words.Units;
import dev.faultline.views.report.ReportForm;
import dev.faultline.views.report.content.ReportPart;
import dev.faultline.views.report.page.Paper;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Asks what goes into a report and in which form, and shows what it will look like. Nothing of it is kept beyond the
/// window.
final class ExportSheet {
    private static final double CHOICES = 360;
    private static final double WIDTH = 1_080;
    private static final double HEIGHT = 720;

    private final WindowActions actions;
    private final ChoiceBox<ReportForm> form = choice(ReportForm::label);
    private final ChoiceBox<Paper> paper = choice(Paper::label);
    private final ChoiceBox<Session> range = choice(ExportSheet::name);
    private final FindingChoice findings = new FindingChoice(this::changed);
    private final Map<ReportPart, CheckBox> parts = new EnumMap<>(ReportPart.class);
    private final Button export = new Button("Export…");
    private final ExportPreview preview = new ExportPreview();
    private final VBox node = new VBox(12);
    private Subscription waiting = Subscription.EMPTY;
    private boolean filling;

    ExportSheet(WindowActions actions) {
        this.actions = actions;
        form.getItems().setAll(ReportForm.values());
        form.setValue(ReportForm.PDF);
        form.setId("export-form");
        paper.getItems().setAll(Paper.values());
        paper.setValue(Paper.A4);
        paper.setId("export-paper");
        range.setId("export-range");
        var boxes = new FlowPane(14, 4);
        for (ReportPart part : ReportPart.values()) {
            var box = new CheckBox(part.label());
            box.setSelected(true);
            box.setId("export-" + part.name().toLowerCase(Locale.ROOT));
            box.selectedProperty().subscribe(this::changed);
            parts.put(part, box);
            boxes.getChildren().add(box);
        }
        form.valueProperty().subscribe(this::changed);
        paper.valueProperty().subscribe(this::changed);
        range.valueProperty().subscribe(this::refill);
        export.setId("export-write");
        export.getStyleClass().add("accent");
        export.setDefaultButton(true);
        export.setOnAction(event -> write());
        var cancel = new Button("Cancel");
        cancel.setOnAction(event -> close());
        // a list would keep the key for itself
        findings.node().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof ListView) {
                export.fire();
                event.consume();
            }
        });
        VBox.setVgrow(findings.node(), Priority.ALWAYS);
        var choices = new VBox(8, row("Form", form), row("Paper", paper), row("Time", range), label("What goes in"),
                boxes,
                findings.node(), new HBox(8, export, cancel));
        choices.setMinWidth(CHOICES);
        choices.setMaxWidth(CHOICES);
        HBox.setHgrow(preview.node(), Priority.ALWAYS);
        var both = new HBox(20, choices, preview.node());
        VBox.setVgrow(both, Priority.ALWAYS);
        var title = new Label("Export the report");
        title.getStyleClass().add("heading");
        node.getChildren().addAll(title, both);
        node.getStyleClass().add("help");
        node.setId("export-sheet");
        node.setMaxSize(WIDTH, HEIGHT);
        node.setAccessibleText("Export the report");
    }

    Node node() {
        return node;
    }

    /// Begins with the trace in front.
    void begin() {
        actions.workspace().session().ifPresent(session -> {
            filling = true;
            range.getItems().setAll(session.isRange() ? List.of(session, session.whole()) : List.of(session));
            range.setValue(session);
            range.setDisable(!session.isRange());
            part(ReportPart.NOTES).setSelected(session.whole().notesInReportProperty().get());
            filling = false;
            refill();
            waiting.unsubscribe();
            waiting = session.findings().stateProperty().subscribe(this::refill);
        });
        form.requestFocus();
    }

    /// Frees what the preview holds.
    void end() {
        waiting.unsubscribe();
        preview.clear();
        filling = true;
        range.getItems().clear();
        filling = false;
        findings.clear();
    }

    private void refill() {
        Session session = range.getValue();
        if (!filling && session != null && node.getScene() != null) {
            findings.show(session);
            changed();
        }
    }

    private void changed() {
        ReportForm wanted = form.getValue();
        boolean read = wanted == ReportForm.PDF || wanted == ReportForm.HTML || wanted == ReportForm.MARKDOWN;
        paper.setDisable(wanted != ReportForm.PDF);
        parts.values().forEach(box -> box.setDisable(!read));
        ExportChoice choice = choice();
        boolean ready = choice != null
                && choice.session().findings().stateProperty().get() == FindingList.State.READY;
        export.setDisable(!ready);
        if (!filling && choice != null && node.getScene() != null) {
            if (ready) {
                preview.show(choice, actions.reportOptions(choice.paper()));
            } else {
                preview.say("Looking for findings…");
            }
        }
    }

    private @Nullable ExportChoice choice() {
        Session session = range.getValue();
        if (session == null) {
            return null;
        }
        Set<ReportPart> wanted = EnumSet.noneOf(ReportPart.class);
        parts.forEach((part, box) -> {
            if (box.isSelected()) {
                wanted.add(part);
            }
        });
        return new ExportChoice(session, form.getValue(), paper.getValue(), findings.chosen(), wanted);
    }

    private void write() {
        ExportChoice choice = choice();
        if (choice != null) {
            choice.session().whole().notesInReportProperty().set(part(ReportPart.NOTES).isSelected());
            close();
            actions.export(choice);
        }
    }

    private CheckBox part(ReportPart part) {
        return Objects.requireNonNull(parts.get(part));
    }

    private void close() {
        actions.overlayProperty().set(WindowActions.Overlay.NONE);
    }

    private static String name(Session session) {
        return session.isRange()
                ? "The range that counts, " + Units.duration(session.model().durationNs())
                : "The whole trace, " + Units.duration(session.model().durationNs());
    }

    private static HBox row(String text, ChoiceBox<?> box) {
        var label = label(text);
        label.setMinWidth(54);
        label.setLabelFor(box);
        box.setAccessibleText(text);
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        var row = new HBox(8, label, box);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label label(String text) {
        var label = new Label(text);
        label.getStyleClass().add("dim");
        return label;
    }

    private static <T> ChoiceBox<T> choice(Function<T, String> name) {
        var box = new ChoiceBox<T>();
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        return box;
    }
}
