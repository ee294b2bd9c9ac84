package dev.faultline.app.ui.page;

import dev.faultline.app.ui.command.Desk;
import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.text.FigureWords;
import dev.faultline.app.ui.text.FindingWords;
import dev.faultline.app.ui.text.OwnCode;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Figure;
import dev.faultline.model.rules.Finding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Everything about one finding: why it matters, its figures, its evidence, its stacks, what to do.
public final class FindingText {
    private static final int STACKS = 2;
    private static final int FRAMES = 12;

    private final Session session;
    private final Desk desk;
    private final EvidenceLinks links;
    private final OwnCode own;

    public FindingText(Session session, Desk desk) {
        this.session = session;
        this.desk = desk;
        links = new EvidenceLinks(session);
        own = session.own();
    }

    public VBox of(Finding finding) {
        var box = new VBox();
        box.getStyleClass().add("finding");
        box.getChildren().addAll(heading(finding.id()), paragraph(finding.why()));
        if (!finding.figures().isEmpty()) {
            box.getChildren().add(section("Figures"));
            finding.figures().stream().map(FindingText::figure).forEach(box.getChildren()::add);
        }
        var targets = links.of(finding);
        if (!targets.isEmpty()) {
            box.getChildren().add(section("Evidence"));
            targets.stream().map(this::link).forEach(box.getChildren()::add);
        }
        finding.evidence().stacks().stream().limit(STACKS).forEach(stack -> stack(stack, box));
        box.getChildren().addAll(section("What to do"), paragraph(finding.advice()), buttons(finding));
        return box;
    }

    private static Label heading(String text) {
        var label = new Label(text);
        label.getStyleClass().add("heading");
        return label;
    }

    private static Label section(String text) {
        var label = new Label(text);
        label.getStyleClass().add("section");
        return label;
    }

    private static Label paragraph(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("paragraph");
        return label;
    }

    private static Node figure(Figure figure) {
        var name = new Label(figure.label());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var value = new Label(FigureWords.value(figure));
        value.getStyleClass().add("figure-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(8, name, value);
        line.getStyleClass().add("figure");
        return line;
    }

    private Node link(EvidenceLinks.Link link) {
        var node = new Hyperlink("▸ " + link.text());
        node.setMnemonicParsing(false);
        node.setTextOverrun(OverrunStyle.ELLIPSIS);
        node.setMaxWidth(Double.MAX_VALUE);
        node.getStyleClass().add("evidence");
        node.setTooltip(new Tooltip(link.text()));
        node.setOnAction(event -> {
            node.setVisited(false);
            session.jump(link.target());
        });
        return node;
    }

    private void stack(Evidence.StackCount stack, VBox box) {
        String label = stack.label().isEmpty() ? "stack" : stack.label();
        box.getChildren().add(section(Character.toUpperCase(label.charAt(0)) + label.substring(1)
                + (stack.count() > 1 ? " (" + stack.count() + " times)" : "")));
        var frames = stack.frames().subList(0, Math.min(FRAMES, stack.frames().size()));
        var lines = new VBox();
        lines.getStyleClass().add("frames");
        lines.getChildren().setAll(FrameLines.of(frames, own));
        box.getChildren().add(lines);
    }

    private Node buttons(Finding finding) {
        var show = new Button("Show evidence");
        show.setId("show-evidence");
        show.getStyleClass().add("accent");
        show.setOnAction(event -> session.jump(new Jump.ToEvidence(finding)));
        var copy = new Button("Copy");
        copy.setOnAction(event -> {
            var content = new ClipboardContent();
            content.putString(FindingWords.plain(finding));
            Clipboard.getSystemClipboard().setContent(content);
            desk.say("The finding is on the clipboard.");
        });
        var suppress = new SuppressButton(desk, finding, own).node();
        var row = new FlowPane(8, 8, show, copy, suppress);
        row.getStyleClass().add("buttons");
        return row;
    }
}
