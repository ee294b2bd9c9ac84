package dev.faultline.app.ui.finding;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.FrameLines;
import dev.faultline.app.ui.part.SystemClipboard;
import dev.faultline.app.ui.part.ThemeColours;
import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.text.FindingWords;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Figure;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.Figures;
import dev.faultline.model.words.Units;
import dev.faultline.views.fx.EvidenceView;
import dev.faultline.views.paint.Palette;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One finding in full: summary, why, figures, evidence, stacks, advice.
public final class FindingText {
    private static final int STACKS = 2;
    private static final int FRAMES = 12;
    /// Links to the evidence.
    private static final int NARROW = 5;
    private static final int WIDE = 9;

    private final Session session;
    private final WindowActions actions;
    private final EvidenceLinks links;
    private Palette palette = Palette.light();
    private @Nullable EvidenceView shown;

    public FindingText(Session session, WindowActions actions) {
        this.session = session;
        this.actions = actions;
        links = new EvidenceLinks(session);
        ThemeColours.follow(session, actions, this::dress);
    }

    private void dress(Palette next) {
        palette = next;
        EvidenceView picture = shown;
        if (picture != null) {
            picture.setPalette(next);
        }
    }

    /// For the narrow pane beside the picture: one part below the other. Its [#buttons] stand apart, so that they are in
    /// reach however long it is.
    public VBox narrow(Finding finding) {
        var box = new VBox(heading(finding.id()), paragraph(finding.why()), figures(finding),
                evidence(links.most(finding, NARROW)), advice(finding));
        box.getStyleClass().add("finding");
        finding.evidence().stacks().stream().limit(STACKS).map(this::stack).forEach(box.getChildren()::add);
        return box;
    }

    /// For a page of its own: with the sentence and the picture of the evidence, parts side by side.
    public VBox wide(Finding finding) {
        var level = new Label(finding.severity().label() + " · " + finding.confidence().label());
        level.getStyleClass().addAll("card-level", "level-" + finding.severity().label());
        var head = new HBox(12, heading(finding.id()), level);
        head.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        var sentence = paragraph(finding.summary());
        sentence.getStyleClass().add("finding-sentence");
        var picture = new EvidenceView(session.facts(), finding);
        picture.setPalette(palette);
        shown = picture;
        var box = new VBox(head, sentence, paragraph(finding.why()), picture,
                sideBySide(List.of(figures(finding), evidence(links.most(finding, WIDE)))),
                sideBySide(finding.evidence().stacks().stream().limit(STACKS).map(this::stack).toList()),
                advice(finding), buttons(finding));
        box.getStyleClass().add("finding");
        return box;
    }

    private static HBox sideBySide(List<? extends Region> parts) {
        var box = new HBox();
        box.getStyleClass().add("side-by-side");
        for (Region part : parts) {
            HBox.setHgrow(part, Priority.ALWAYS);
            part.setPrefWidth(300);
            part.setMinWidth(0);
            box.getChildren().add(part);
        }
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
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label paragraph(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("paragraph");
        return label;
    }

    private static VBox part(String title) {
        var part = new VBox(section(title));
        part.getStyleClass().add("finding-part");
        return part;
    }

    private static VBox figures(Finding finding) {
        var part = part(finding.figures().isEmpty() ? "" : "Figures");
        finding.figures().stream().map(FindingText::figure).forEach(part.getChildren()::add);
        return part;
    }

    private static Node figure(Figure figure) {
        var name = new Label(figure.label());
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var value = new Label(Figures.value(figure.name(), figure.value()));
        value.getStyleClass().add("figure-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        return new HBox(8, name, value);
    }

    private VBox evidence(List<EvidenceLinks.Link> targets) {
        var part = part(targets.isEmpty() ? "" : "Evidence");
        targets.stream().map(this::link).forEach(part.getChildren()::add);
        return part;
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
            link.follow().run();
        });
        return node;
    }

    private VBox stack(Evidence.StackCount stack) {
        String label = stack.label().isEmpty() ? "stack" : stack.label();
        var part = part(Character.toUpperCase(label.charAt(0)) + label.substring(1)
                + (stack.count() > 1 ? " (" + Units.count(stack.count(), "time") + ")" : ""));
        part.getChildren().add(FrameLines.of(stack.frames(), session.model().owners(), FRAMES));
        return part;
    }

    private static VBox advice(Finding finding) {
        var part = part("Advice");
        part.getChildren().add(paragraph(finding.advice()));
        return part;
    }

    /// What can be done with a finding.
    public Region buttons(Finding finding) {
        var show = new Button("Show evidence");
        show.setId("show-evidence");
        show.getStyleClass().add("accent");
        show.setOnAction(event -> session.jump(new Jump.ToEvidence(finding)));
        var copy = new Button("Copy");
        copy.setOnAction(event -> {
            SystemClipboard.put(FindingWords.plain(finding));
            actions.say("Finding copied.");
        });
        var suppress = new SuppressButton(actions, finding).node();
        var row = new FlowPane(6, 6, show, copy, suppress);
        row.getStyleClass().add("buttons");
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }
}
