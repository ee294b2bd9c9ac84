package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.Markdown;
import dev.faultline.app.ui.part.Scroller;
import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.text.Documents;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The manual and the glossary, inside the window: contents at the left, the text at the right.
final class ManualSheet {
    private static final double WIDTH = 1040;
    private static final double CONTENTS = 220;
    private static final Map<PageKey, String> SECTIONS = new EnumMap<>(Map.of(PageKey.TIMELINE, "The window",
            PageKey.FINDINGS, "Findings", PageKey.LEAKS, "Findings", PageKey.SPANS, "Findings, leaks and spans",
            PageKey.FLAME, "Flame graphs", PageKey.CHARTS, "Charts", PageKey.TABLES, "Tables",
            PageKey.NOTES, "Notes"));

    private final WindowActions actions;
    private final VBox contents = new VBox();
    private final Scroller text = new Scroller();
    private final HBox node = new HBox();
    private Documents shown = Documents.GLOSSARY;
    private Markdown document = new Markdown("", _ -> {});

    ManualSheet(WindowActions actions) {
        this.actions = actions;
        var contentsScroll = new Scroller(contents);
        contentsScroll.setMinWidth(CONTENTS);
        contentsScroll.setPrefWidth(CONTENTS);
        contents.getStyleClass().add("manual-contents");
        HBox.setHgrow(text, Priority.ALWAYS);
        var close = new Button("×");
        close.getStyleClass().add("plain");
        close.setAccessibleText("Close the manual");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> actions.overlayProperty().set(WindowActions.Overlay.NONE));
        node.getChildren().addAll(contentsScroll, text, close);
        node.getStyleClass().addAll("help", "manual");
        node.setId("manual-sheet");
        node.setMaxWidth(WIDTH);
    }

    Node node() {
        return node;
    }

    /// Shows the section about the page that is in front.
    void openAtPage() {
        show(Documents.MANUAL);
        actions.workspace().session()
                .ifPresentOrElse(session -> go(SECTIONS.getOrDefault(session.pageProperty().get(), "The window")),
                        () -> go("Getting a trace"));
        text.requestFocus();
    }

    void openGlossary() {
        show(Documents.GLOSSARY);
        text.requestFocus();
    }

    private void show(Documents which) {
        if (which != shown || contents.getChildren().isEmpty()) {
            shown = which;
            document = new Markdown(which.text(), this::follow);
            contents.getChildren().clear();
            document.sections().stream().filter(section -> section.level() < 4).forEach(section -> {
                var link = new Hyperlink(section.title());
                link.setWrapText(true);
                link.setMinHeight(Region.USE_PREF_SIZE);
                link.getStyleClass().add("contents-" + section.level());
                link.setOnAction(event -> go(section.title()));
                contents.getChildren().add(link);
            });
            var other = new Hyperlink(which == Documents.MANUAL ? "Glossary" : "Manual");
            other.getStyleClass().add("contents-1");
            other.setOnAction(event -> show(which == Documents.MANUAL ? Documents.GLOSSARY : Documents.MANUAL));
            contents.getChildren().add(other);
            text.setContent(document.node());
            text.setVvalue(0);
        }
    }

    /// Other documents than these two are not in the program.
    private void follow(String target) {
        if (target.startsWith("glossary.md")) {
            show(Documents.GLOSSARY);
        } else if (target.startsWith("manual.md")) {
            show(Documents.MANUAL);
        }
        int anchor = target.indexOf('#');
        if (anchor >= 0) {
            String name = target.substring(anchor + 1);
            document.sections().stream().map(Markdown.Section::title).filter(title -> anchor(title).equals(name))
                    .findFirst().ifPresent(this::go);
        }
    }

    private static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }

    private void go(String title) {
        document.sections().stream().filter(section -> section.title().equals(title)).findFirst()
                .ifPresent(section -> Platform.runLater(() -> {
                    Scene scene = node.getScene();
                    if (scene != null) {
                        // the sheet gets its width, and what wraps its height, only with the layout of the whole window
                        scene.getRoot().applyCss();
                        scene.getRoot().layout();
                        text.top(section.place());
                    }
                }));
    }
}
