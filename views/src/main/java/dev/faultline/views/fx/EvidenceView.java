package dev.faultline.views.fx;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.paint.TextStyle;
import dev.faultline.views.timeline.lane.LaneSummaries;
import dev.faultline.views.timeline.paint.EvidenceFigure;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The picture of a finding's evidence, as the report has it; as high as its rows need.
public final class EvidenceView extends Region {
    private static final double WIDTH = 640;
    private static final double LEAST_WIDTH = 100;
    /// Height before the rows are known: that of a picture with some.
    private static final double PENDING = 120;
    private static final double CAPTION = 18;

    private final PaintedCanvas paper = new PaintedCanvas(this::paint);
    private @Nullable EvidenceFigure figure;

    public EvidenceView(Facts facts, Finding finding) {
        getStyleClass().add("evidence-view");
        getChildren().add(paper);
        Workers workers = new Workers(facts.model());
        LaneSummaries summaries = new LaneSummaries(facts.model(), workers.sums(),
                () -> Platform.runLater(paper::repaint));
        // tasks by id are found by looking through all
        workers.rows().execute(() -> {
            EvidenceFigure made = EvidenceFigure.layout(facts, finding, WIDTH, _ -> summaries);
            if (Platform.isFxApplicationThread()) {
                take(made);
            } else {
                Platform.runLater(() -> take(made));
            }
        });
    }

    /// Takes the colours of another palette.
    public void setPalette(Palette palette) {
        paper.use(palette);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        EvidenceFigure made = figure;
        return made == null ? PENDING : made.height() + (made.leftOut().isEmpty() ? 0 : CAPTION);
    }

    @Override
    protected void layoutChildren() {
        paper.resizeRelocate(0, 0, getWidth(), getHeight());
        paper.repaint();
    }

    private void take(EvidenceFigure made) {
        figure = made;
        requestLayout();
        paper.repaint();
    }

    private void paint(Surface surface) {
        surface.fill(new Box(0, 0, getWidth(), getHeight()), Role.BACKGROUND);
        EvidenceFigure made = figure;
        if (made != null) {
            made.at(Math.max(LEAST_WIDTH, Math.floor(getWidth()))).paint(surface);
            surface.text(Label.left(made.leftOut(), 0, made.height() + CAPTION - 4, TextStyle.SMALL), Role.DIM);
        }
    }
}
