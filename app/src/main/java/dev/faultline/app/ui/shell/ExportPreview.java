package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.ExportChoice;
import dev.faultline.app.ui.work.Background;
import dev.faultline.model.words.Units;
import dev.faultline.views.report.Report;
import dev.faultline.views.report.ReportForm;
import dev.faultline.views.report.ReportOptions;
import dev.faultline.views.report.content.ReportModel;
import dev.faultline.views.report.content.Subject;
import dev.faultline.views.report.page.PagePictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What a report will look like: its first pages, or its first lines. It is made in the background a moment after the last
/// change of what is wanted.
final class ExportPreview {
    private static final Duration MOMENT = Duration.millis(350);
    private static final int FINDINGS = 20;
    private static final int PAGES = 8;
    private static final int CHARACTERS = 20_000;
    private static final float DOTS = 110;

    private final PauseTransition moment = new PauseTransition(MOMENT);
    private final Label words = new Label();
    private final Button back = new Button("◀");
    private final Button forth = new Button("▶");
    private final ImageView page = new ImageView();
    private final ScrollPane paper = new ScrollPane(page);
    private final TextArea text = new TextArea();
    private final StackPane shown = new StackPane();
    private final VBox node;
    private final List<Image> pages = new ArrayList<>();
    private int at;
    private @Nullable Background<Made> job;

    /// What was made: pages, or a text.
    private record Made(List<BufferedImage> pages, String text, String words) {}

    ExportPreview() {
        back.setAccessibleText("Previous page");
        forth.setAccessibleText("Next page");
        back.setOnAction(event -> turn(-1));
        forth.setOnAction(event -> turn(1));
        text.setEditable(false);
        text.getStyleClass().add("code");
        text.setAccessibleText("Preview");
        page.setPreserveRatio(true);
        page.setSmooth(true);
        paper.setFitToWidth(true);
        paper.setId("export-preview");
        page.fitWidthProperty().bind(paper.widthProperty().subtract(18));
        words.getStyleClass().add("dim");
        words.setId("export-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        VBox.setVgrow(shown, Priority.ALWAYS);
        node = new VBox(6, new HBox(8, words, back, forth), shown);
        node.setMinWidth(0);
    }

    Node node() {
        return node;
    }

    /// Shows a sentence in place of a report.
    void say(String sentence) {
        clear();
        words.setText(sentence);
    }

    /// Gives up what is being made, and frees what was.
    void clear() {
        moment.stop();
        moment.setOnFinished(null);
        Background<Made> running = job;
        if (running != null) {
            running.cancel();
            job = null;
        }
        pages.clear();
        page.setImage(null);
        text.clear();
        shown.getChildren().clear();
        back.setDisable(true);
        forth.setDisable(true);
    }

    /// Makes a preview of what is chosen.
    void show(ExportChoice choice, ReportOptions options) {
        say("Making the preview…");
        moment.setOnFinished(event -> start(choice, options));
        moment.playFromStart();
    }

    private void start(ExportChoice choice, ReportOptions options) {
        Subject subject = choice.first(FINDINGS).subject();
        Background<Made> made = Background.start("preview", _ -> make(choice, subject, options),
                new Background.Outcome<>(this::show, error -> say("There is no preview: " + error.getMessage()),
                        () -> {}));
        job = made;
        choice.session().attach(made);
    }

    private static Made make(ExportChoice choice, Subject subject, ReportOptions options) throws IOException {
        ReportForm form = choice.form();
        boolean paged = form == ReportForm.PDF || form == ReportForm.HTML;
        ReportModel model = ReportModel.of(subject);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Report.write(model, paged ? ReportForm.PDF : form, options, out);
        String some = choice.findings().size() > FINDINGS
                ? ", with the first " + FINDINGS + " of " + Units.count(choice.findings().size(), "finding")
                : "";
        if (paged) {
            List<BufferedImage> pages = PagePictures.of(out.toByteArray(), PAGES, DOTS);
            return new Made(pages, "",
                    (form == ReportForm.HTML ? "HTML says the same on one long page" : "Preview") + some);
        }
        String all = out.toString(StandardCharsets.UTF_8);
        return new Made(List.of(), all.substring(0, Math.min(CHARACTERS, all.length())), "Preview" + some
                + (all.length() > CHARACTERS ? ", its beginning" : ""));
    }

    private void show(Made made) {
        words.setUserData(made.words());
        if (made.pages().isEmpty()) {
            text.setText(made.text());
            text.positionCaret(0);
            shown.getChildren().setAll(text);
            words.setText(made.words());
        } else {
            made.pages().forEach(picture -> pages.add(SwingFXUtils.toFXImage(picture, null)));
            shown.getChildren().setAll(paper);
            at = 0;
            turn(0);
        }
    }

    private void turn(int by) {
        at = Math.clamp(at + by, 0, pages.size() - 1);
        page.setImage(pages.get(at));
        paper.setVvalue(0);
        words.setText(words.getUserData() + ", page " + (at + 1) + " of " + pages.size()
                + (pages.size() == PAGES ? " shown here" : ""));
        back.setDisable(at == 0);
        forth.setDisable(at == pages.size() - 1);
    }
}
